using System.Collections;
using ClientGen.Analyzers.Facts;
using ClientGen.Analyzers.Flow;

namespace ClientGen.Analyzers.Wiring;

/// <summary>The names of all long polls and their streams, looked up only when a file is looked at.</summary>
/// <param name="facts">The protocol facts.</param>
/// <param name="helpers">Whether members that mention them, and those that mention these, count too.</param>
internal sealed class PollNames(ProtocolFacts facts, bool helpers = false) : IReadOnlyCollection<string>
{
    private const int MostLevels = 3;

    private readonly Lazy<HashSet<string>> _names = new(() => helpers ? WithHelpers(facts) : Own(facts));

    /// <inheritdoc/>
    public int Count => _names.Value.Count;

    /// <inheritdoc/>
    public IEnumerator<string> GetEnumerator() => _names.Value.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static HashSet<string> Own(ProtocolFacts facts) => [.. LongPolls.Of(facts).Operations.Where(static each => each.Poll is not null).Select(static each => each.Method.Name)];

    private static HashSet<string> WithHelpers(ProtocolFacts facts)
    {
        HashSet<string> names = [.. Own(facts), .. LongPolls.Of(facts).Streams.Select(static stream => stream.Name)];
        var frontier = new HashSet<string>(names, StringComparer.Ordinal);
        for (var level = 0; level < MostLevels && frontier.Count > 0; level++)
        {
            frontier = [.. facts.Compilation.SyntaxTrees.Select(TreeIndex.Of).Where(tree => tree.Names.Overlaps(frontier))
                .SelectMany(static tree => tree.Members).Where(member => member.Name.Length > 0 && member.Names.Overlaps(frontier)).Select(static member => member.Name)];
            frontier.ExceptWith(names);
            names.UnionWith(frontier);
        }

        return names;
    }
}
