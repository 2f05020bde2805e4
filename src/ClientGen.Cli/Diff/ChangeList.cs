using ClientGen.Specs.Binding;

namespace ClientGen.Cli.Diff;

/// <summary>Two versions of contracts, and what was found to differ so far.</summary>
internal sealed class ChangeList(DiffSide old, DiffSide @new)
{
    private readonly Dictionary<(string, string, Place?, Place?), Change> _changes = [];
    private readonly List<(string, string, Place?, Place?)> _order = [];

    /// <summary>The old contracts.</summary>
    public DiffSide Old { get; } = old;

    /// <summary>The new contracts.</summary>
    public DiffSide New { get; } = @new;

    /// <summary>What was found, in the order of finding.</summary>
    public IEnumerable<Change> Found => _order.Select(key => _changes[key]);

    /// <summary>Adds a change; one that is known by kind, words and places already is known for one direction more.</summary>
    public void Add(Change change)
    {
        // Names such as "the body of GET /pets" begin a sentence here and stand within one elsewhere.
        change = change with { Message = char.ToUpperInvariant(change.Message[0]) + change.Message[1..] };
        var key = (change.Kind.Id, change.Message, change.Old, change.New);
        if (_changes.TryGetValue(key, out var known))
        {
            _changes[key] = known with
            {
                Wire = (Impact)Math.Max((int)known.Wire, (int)change.Wire),
                Traffic = known.Traffic | change.Traffic,
                Touches = [.. known.Touches.Union(change.Touches)],
                Operations = [.. known.Operations.Union(change.Operations)],
            };
        }
        else
        {
            _changes.Add(key, change);
            _order.Add(key);
        }
    }

    /// <summary>Adds a change between two nodes.</summary>
    /// <param name="kind">What kind.</param>
    /// <param name="wire">What it means on the wire.</param>
    /// <param name="oldNode">Where it is in the old contract.</param>
    /// <param name="newNode">Where it is in the new one.</param>
    /// <param name="message">What happened.</param>
    /// <param name="touches">What it touches.</param>
    /// <param name="traffic">Which way.</param>
    /// <param name="isAddition">Whether callers get something new.</param>
    public void Add(
        ChangeKind kind, Impact wire, Located? oldNode, Located? newNode, string message, IReadOnlyList<Touch> touches, Traffic traffic = Traffic.None, bool isAddition = false) =>
        Add(new Change(kind, message)
        {
            Wire = wire, Traffic = traffic, IsAddition = isAddition, Touches = touches,
            Old = oldNode is { } at ? Old.PlaceOf(at) : null,
            New = newNode is { } then ? New.PlaceOf(then) : null,
        });
}
