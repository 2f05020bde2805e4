using ClientGen.Analyzers.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace ClientGen.Analyzers.Flow;

/// <summary>What an operation does to a path: the state and value that follow, or an exception.</summary>
internal readonly record struct Flow(State State, Value Value, bool IsThrow = false);

/// <summary>How a method is left.</summary>
internal readonly record struct Exit(State State, Value Value, bool IsThrow);

/// <summary>Follows every path that can really run from an entry point, with what is known on it.</summary>
/// <remarks>
/// Paths that know the same at the same block are one, so that loops come to an end; a budget of steps bounds the rest. A verdict is a
/// concrete path, never an approximation.
/// </remarks>
internal sealed partial class Explorer
{
    private const int StepBudget = 120_000;
    private const int MostFlows = 4096;

    private readonly ProtocolFacts _facts;
    private readonly SourceProgram _program;
    private readonly RuleOptions _options;
    private readonly CancellationToken _cancellationToken;
    private readonly Findings _findings;
    private readonly Failures _failures;
    private readonly Dictionary<(ControlFlowGraph Graph, IMethodSymbol Method, bool InTry, State Entry), List<Exit>> _followed = [];
    private int _steps;

    private Explorer(SourceProgram program, RuleOptions options, CancellationToken cancellationToken)
    {
        (_program, _facts, _options, _cancellationToken) = (program, program.Facts, options, cancellationToken);
        _findings = new Findings();
        _failures = program.Failures;
    }

    /// <summary>Follows an entry point to all its ends.</summary>
    public static Findings Run(SourceProgram program, IMethodSymbol entry, RuleOptions options, CancellationToken cancellationToken)
    {
        var explorer = new Explorer(program, options, cancellationToken);
        try
        {
            explorer.Enter(entry);
        }
        catch (BudgetException)
        {
            // What was not followed to its end leaves open what all paths have in common; a path that was seen is proof all the same.
            explorer._findings.Close(program, options, isWhole: false);
        }
        catch (Exception e) when (e is not OperationCanceledException && !IsStrict)
        {
            // A program that we do not understand is no reason to disturb its author.
            return Findings.None;
        }

        return explorer._findings;
    }

    /// <summary>Whether a failure of ours is shown, as our own tests want it.</summary>
    private static bool IsStrict => AppContext.TryGetSwitch("ClientGen.Analyzers.Strict", out var isStrict) && isStrict;

    private void Enter(IMethodSymbol entry)
    {
        if (_program.GraphOf(entry) is not { } graph)
            return;
        var state = _facts.Of(entry).RequiresEvidence.Aggregate(State.Empty, static (known, name) => known.With(new EvidenceKey(name), Value.True));
        var frame = new Frame(entry, graph, null, null);
        foreach (var exit in Follow(frame, state))
            Leave(frame, exit);
        _findings.Close(_program, _options, isWhole: true);
    }

    /// <summary>The ends of a graph that is entered with what is known.</summary>
    private List<Exit> Follow(Frame frame, State entry)
    {
        var key = (frame.Graph, frame.Method, frame.InTry, entry);
        if (_followed.TryGetValue(key, out var known))
            return known;
        var exits = new Walk(this, frame).From(entry);
        _followed[key] = exits;
        return exits;
    }

    private void Step()
    {
        _cancellationToken.ThrowIfCancellationRequested();
        if (++_steps > StepBudget)
            throw new BudgetException();
    }

    private sealed class BudgetException : Exception;

    /// <summary>Flows that know the same, once.</summary>
    private static List<Flow> Distinct(List<Flow> flows)
    {
        if (flows.Count < 2)
            return flows;
        var seen = new HashSet<Flow>();
        var distinct = flows.Where(seen.Add).ToList();
        return distinct.Count > MostFlows ? throw new BudgetException() : distinct;
    }

    private static List<Flow> One(State state, Value value) => new(1) { new Flow(state, value) };

    /// <summary>Goes on with every flow that is no exception.</summary>
    private static List<Flow> Then(List<Flow> flows, Func<State, Value, List<Flow>> next)
    {
        if (flows is [{ IsThrow: false } only])
            return next(only.State, only.Value);
        var all = new List<Flow>();
        foreach (var flow in flows)
        {
            if (flow.IsThrow)
                all.Add(flow);
            else
                all.AddRange(next(flow.State, flow.Value));
        }

        return Distinct(all);
    }
}
