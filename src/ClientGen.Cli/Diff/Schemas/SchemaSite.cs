using ClientGen.Specs.Binding;

namespace ClientGen.Cli.Diff.Schemas;

/// <summary>Two versions of one schema, and where in the contract they stand.</summary>
/// <param name="List">Takes what is found.</param>
/// <param name="Old">The old version.</param>
/// <param name="New">The new version.</param>
/// <param name="Name">What people call it, such as <c>`Pet.name`</c>.</param>
/// <param name="Traffic">One direction.</param>
/// <param name="Holder">What uses it: the member or parameter. Asked for where something changed, since finding its place takes time.</param>
internal sealed record SchemaSite(ChangeList List, SchemaView Old, SchemaView New, string Name, Traffic Traffic, Func<IReadOnlyList<Touch>> Holder)
{
    /// <summary>What a change of it touches: its own generated type and what uses it.</summary>
    public IReadOnlyList<Touch> Touches => [.. Holder(), .. Old.Way.Concat(New.Way).Select(static node => Touch.Of(node))];

    /// <summary>What a change of one part of its type touches.</summary>
    public IReadOnlyList<Touch> PartTouches(string part) => [.. Old.Way.Concat(New.Way).Select(node => Touch.Of(node, part))];

    /// <summary>Adds a change of the values that are possible.</summary>
    /// <param name="kind">What kind.</param>
    /// <param name="shift">What happened to the values.</param>
    /// <param name="oldNode">Where, in the old contract; the schema itself when null.</param>
    /// <param name="newNode">Where, in the new contract.</param>
    /// <param name="message">What happened.</param>
    /// <param name="harm">What it means in the direction in which it harms.</param>
    /// <param name="touches">What it touches; its type and its user when null.</param>
    public void Shifted(
        ChangeKind kind, Shift shift, Located? oldNode, Located? newNode, string message, Impact harm = Impact.Breaking, IReadOnlyList<Touch>? touches = null) =>
        List.Add(kind, shift.In(Traffic, harm), oldNode ?? Old.Place, newNode ?? New.Place, message, touches ?? Touches, Traffic);
}
