using ClientGen.Specs.Model;

namespace ClientGen.Specs.Arazzo;

/// <summary>Which step can follow which.</summary>
public sealed class StepGraph
{
    private readonly List<HashSet<int>> _onSuccess = [];
    private readonly List<HashSet<int>> _all = [];
    private readonly HashSet<int> _ends = [];

    /// <summary>Builds the graph of a workflow's steps.</summary>
    public StepGraph(EquatableArray<StepModel> steps)
    {
        Steps = steps;
        var indexes = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < steps.Count; i++)
            indexes[steps[i].Id] = i;

        for (var i = 0; i < steps.Count; i++)
        {
            var success = new HashSet<int>();
            var decided = false;
            foreach (var action in steps[i].OnSuccess)
            {
                if (action.StepId is { } target && indexes.TryGetValue(target, out var index))
                    success.Add(index);
                else
                    _ends.Add(i);
                if (action.Criteria.IsEmpty)
                {
                    decided = true;
                    break;
                }
            }

            if (!decided && i + 1 < steps.Count)
                success.Add(i + 1);
            else if (!decided)
                _ends.Add(i);

            _onSuccess.Add(success);
            var all = new HashSet<int>(success);
            foreach (var action in steps[i].OnFailure)
            {
                if (action.StepId is { } target && indexes.TryGetValue(target, out var index))
                    all.Add(index);
            }

            _all.Add(all);
        }
    }

    /// <summary>The steps, in document order.</summary>
    public EquatableArray<StepModel> Steps { get; }

    /// <summary>The steps that can follow a success.</summary>
    public IReadOnlyCollection<int> AfterSuccess(int step) => _onSuccess[step];

    /// <summary>Whether the workflow can end after this step's success.</summary>
    public bool CanEndAfter(int step) => _ends.Contains(step);

    /// <summary>Steps that can run at all, the first one included.</summary>
    public HashSet<int> Reachable() => From(0, static (graph, step) => graph._all[step], without: -1);

    /// <summary>Whether a step can be repeated after its own success.</summary>
    public bool IsLoop(int step) => Reaches(step, step);

    /// <summary>Whether one step can follow another, through any steps between, while all succeed.</summary>
    public bool Reaches(int from, int to) => _onSuccess[from].Any(next => next == to || From(next, static (graph, at) => graph._onSuccess[at], without: -1).Contains(to));

    /// <summary>Whether the workflow can end after a step succeeded.</summary>
    public bool CanEnd(int step) => From(step, static (graph, at) => graph._onSuccess[at], without: -1).Overlaps(_ends);

    /// <summary>Whether every way from the start to <paramref name="step"/> goes through <paramref name="before"/>.</summary>
    public bool Dominates(int before, int step) =>
        before != step && Reachable().Contains(step) && (before == 0 || !From(0, static (graph, at) => graph._all[at], without: before).Contains(step));

    private HashSet<int> From(int start, Func<StepGraph, int, IEnumerable<int>> next, int without)
    {
        var seen = new HashSet<int>();
        var waiting = new Stack<int>();
        if (start < Steps.Count && start != without)
            waiting.Push(start);
        while (waiting.Count > 0)
        {
            var at = waiting.Pop();
            if (!seen.Add(at))
                continue;
            foreach (var following in next(this, at))
            {
                if (following != without)
                    waiting.Push(following);
            }
        }

        return seen;
    }
}
