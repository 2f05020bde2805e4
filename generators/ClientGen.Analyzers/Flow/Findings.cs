using System.Collections.Immutable;
using ClientGen.Analyzers.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace ClientGen.Analyzers.Flow;

/// <summary>A misuse that was proven.</summary>
/// <param name="Rule">Which rule it breaks.</param>
/// <param name="Place">Where.</param>
/// <param name="Callers">The calls that led there, from the inside out.</param>
/// <param name="Arguments">What the message says.</param>
/// <param name="Path">The steps of the path.</param>
/// <param name="Properties">What a fix needs to know.</param>
internal sealed record FlowFinding(
    DiagnosticDescriptor Rule, SyntaxNode Place, ImmutableArray<SyntaxNode> Callers, ImmutableArray<object> Arguments, ImmutableArray<Trace> Path, ImmutableDictionary<string, string?> Properties);

/// <summary>What was found on the paths from one entry point.</summary>
internal sealed class Findings
{
    private const int MostSteps = 5;

    /// <summary>Nothing was found.</summary>
    public static readonly Findings None = new();

    private readonly Dictionary<(string Rule, SyntaxNode Place), FlowFinding> _found = [];
    private readonly Dictionary<IOperation, PollSite> _polls = [];
    private readonly Dictionary<(string Name, IOperation Site), Opened> _opened = [];
    private readonly Dictionary<IOperation, RepeatSite> _repeats = [];
    private ISymbol? _watched;

    /// <summary>What was found, in no order.</summary>
    public IReadOnlyCollection<FlowFinding> All => _found.Values;

    /// <summary>What was written into the watched member, and what was known then.</summary>
    public List<(Value Value, State State)> Stores { get; } = [];

    /// <summary>Remembers what is written into a member.</summary>
    public void Watch(ISymbol member) => _watched = member;

    /// <summary>A value was written into a member.</summary>
    public void Stored(ISymbol member, Value value, State state)
    {
        if (SymbolEqualityComparer.Default.Equals(member, _watched))
            Stores.Add((value, state));
    }

    /// <summary>A misuse at an operation.</summary>
    public void Report(DiagnosticDescriptor rule, IOperation site, Frame? frame, State state, IEnumerable<object> arguments, ImmutableDictionary<string, string?>? properties = null)
    {
        var place = site.Syntax;
        if (_found.ContainsKey((rule.Id, place)))
            return;
        var callers = ImmutableArray.CreateBuilder<SyntaxNode>();
        for (var each = frame; each?.Site is { } call; each = each.Caller)
            callers.Add(call.Syntax);
        var path = Trace.Last(state.Trace, MostSteps).ToImmutableArray();
        _found.Add((rule.Id, place), new FlowFinding(rule, place, callers.ToImmutable(), arguments.Append(Text(path)).ToImmutableArray(), path, properties ?? ImmutableDictionary<string, string?>.Empty));
    }

    /// <summary>A verdict that hangs on code that cannot be seen.</summary>
    public void Unknown(IOperation site, Frame frame, State state, string method) => Report(FlowRules.CG1001Unknown, site, frame, state, [method]);

    /// <summary>The records of a call site that polls.</summary>
    public PollSite Poll(IInvocationOperation site, OperationFacts operation, Frame frame)
    {
        if (!_polls.TryGetValue(site, out var poll))
            _polls.Add(site, poll = new PollSite(site, operation, frame));
        return poll;
    }

    /// <summary>The records of a call site that may do its work twice.</summary>
    public RepeatSite Repeat(IInvocationOperation site, OperationFacts operation, Frame frame)
    {
        if (!_repeats.TryGetValue(site, out var repeat))
            _repeats.Add(site, repeat = new RepeatSite(site, operation, frame));
        return repeat;
    }

    /// <summary>The records of what a call opened.</summary>
    public Opened Open(string name, Site site)
    {
        if (!_opened.TryGetValue((name, site.Operation), out var opened))
            _opened.Add((name, site.Operation), opened = new Opened(name, site));
        return opened;
    }

    /// <summary>Judges what only several paths together can tell.</summary>
    /// <param name="program">The program.</param>
    /// <param name="options">How strictly.</param>
    /// <param name="isWhole">Whether all paths were followed.</param>
    public void Close(SourceProgram program, RuleOptions options, bool isWhole)
    {
        foreach (var poll in _polls.Values)
            poll.Judge(this, program, options, isWhole);
        // That no path comes here after a success is only known when all were followed.
        if (isWhole)
        {
            foreach (var repeat in _repeats.Values)
                repeat.Judge(this);
        }

        foreach (var opened in _opened.Values)
            opened.Judge(this, program, options, isWhole);
    }

    private static string Text(ImmutableArray<Trace> path) =>
        path.IsEmpty ? "from the start of the method" : string.Join(", ", path.Select(Step));

    private static string Step(Trace step)
    {
        var line = step.Place.SyntaxTree.GetLineSpan(step.Place.Span).StartLinePosition.Line + 1;
        if (step.What is not ("true" or "false"))
            return $"{step.What} (line {line})";
        var condition = step.Place.WithoutTrivia().NormalizeWhitespace().ToString();
        return $"'{(condition.Length > 60 ? condition.Substring(0, 57) + "..." : condition)}' is {step.What} (line {line})";
    }
}
