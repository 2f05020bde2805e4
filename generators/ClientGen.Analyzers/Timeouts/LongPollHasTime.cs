using System.Collections.Immutable;
using System.Globalization;
using ClientGen.Analyzers.Facts;
using ClientGen.Analyzers.Names;
using ClientGen.Analyzers.Wiring;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace ClientGen.Analyzers.Timeouts;

/// <summary>CG3001: a client, an option or a token gives up before a long poll may end.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LongPollHasTime() : ClientAnalyzer(Rule)
{
    /// <summary>The property of a diagnostic that says how long the contract wants the client to wait.</summary>
    internal const string Milliseconds = "Milliseconds";

    /// <summary>The property of a diagnostic that says how many milliseconds one unit of a plain number is.</summary>
    internal const string Unit = "Unit";

    internal static readonly DiagnosticDescriptor Rule = Rules.Warning("CG3001", Rules.Retries,
        title: "A time-out is shorter than the long poll",
        message: "{0} ends '{1}' after {2}; the server may hold it for {3}. Give it at least {3}.",
        description: "A long poll is held by the server until there is news. A client that gives up earlier never hears of it, and the contract says how long to wait.");

    private static readonly string[] Limits = ["Timeout", "Deadlines", "WaitAsync", "Wait", "WhenAny", "WaitAny"];

    /// <inheritdoc/>
    internal override void Register(CompilationStartAnalysisContext context, ProtocolFacts facts)
    {
        var names = new NameSet(() => Limits.Concat(LongPolls.Of(facts).NamesOfPolls));
        NamedOperations.RegisterFiles(context, names, (operations, file) => Report(operations.SelectMany(operation => Times(operation, facts)), file));
    }

    private static IEnumerable<ShortTime> Times(IOperation operation, ProtocolFacts facts) => operation switch
    {
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: { Name: "Timeout", ContainingType.Name: "HttpClient" } } } assignment => new HttpClientTimes(facts).Of(assignment),
        ISimpleAssignmentOperation or IMemberInitializerOperation => DeadlineTimes.OfOperations(operation, facts),
        IInvocationOperation { TargetMethod.Name: "Add" or "TryAdd" } add => DeadlineTimes.OfOperations(add, facts),
        IInvocationOperation { TargetMethod.Name: "WaitAsync" or "Wait" } wait => WaitTimes.OfWait(wait, facts),
        IInvocationOperation { TargetMethod.Name: "WhenAny" or "WaitAny" } any => RaceTimes.Of(any, facts),
        IInvocationOperation call when !Substitutes.IsSetup(call) && LongPolls.Of(facts).PollOf(call.TargetMethod) is { } poll => TimesOfCall(call, poll, facts),
        _ => [],
    };

    private static IEnumerable<ShortTime> TimesOfCall(IInvocationOperation call, OperationFacts poll, ProtocolFacts facts)
    {
        // A stream repeats the poll: a deadline of calls counts for each of them, while a token may limit the whole.
        var isStream = facts.Operation(call.TargetMethod) is null;
        var deadlines = DeadlineTimes.OfCall(call, poll, facts.Compilation);
        return isStream ? deadlines : deadlines.Concat(TokenTimes.Of(call, poll, facts.Compilation)).Concat(PipelineTimes.OfCall(call, poll, facts.Compilation));
    }

    // One limit of several polls is told once.
    private static void Report(IEnumerable<ShortTime> times, SemanticModelAnalysisContext file)
    {
        var seen = new HashSet<(SyntaxTree, TextSpan)>();
        foreach (var time in times)
        {
            if (!seen.Add((time.Value.Syntax.SyntaxTree, time.Value.Syntax.Span)))
                continue;
            var least = time.Poll.Poll!.MinTimeoutMilliseconds;
            var properties = ImmutableDictionary<string, string?>.Empty.Add(Milliseconds, least.ToString(CultureInfo.InvariantCulture))
                .Add(Unit, time.Unit(file.SemanticModel.Compilation).ToString(CultureInfo.InvariantCulture));
            file.ReportDiagnostic(Diagnostic.Create(
                Rule, time.Value.Syntax.GetLocation(), properties, time.What, time.Poll.Method.Name, ShortTime.Shown(time.Time.TotalMilliseconds), ShortTime.Shown(least)));
        }
    }
}
