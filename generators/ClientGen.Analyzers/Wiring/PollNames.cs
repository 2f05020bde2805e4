using ClientGen.Analyzers.Facts;
using ClientGen.Analyzers.Names;

namespace ClientGen.Analyzers.Wiring;

/// <summary>The names of all long polls, gathered only when a file is looked at.</summary>
internal static class PollNames
{
    private const int MostLevels = 3;

    /// <summary>The names of the polls themselves.</summary>
    public static NameSet Of(ProtocolFacts facts) => new(() => Own(facts));

    /// <summary>These, those of their streams, those of members that mention them, and those of members that mention these.</summary>
    public static NameSet OfHelpersToo(ProtocolFacts facts) => new(() => WithHelpers(facts));

    private static HashSet<string> Own(ProtocolFacts facts) => [.. LongPolls.Of(facts).Operations.Where(static each => each.Poll is not null).Select(static each => each.Method.Name)];

    private static HashSet<string> WithHelpers(ProtocolFacts facts)
    {
        HashSet<string> names = [.. Own(facts), .. LongPolls.Of(facts).Streams.Select(static stream => stream.Name)];
        var frontier = new NameSet([.. names]);
        for (var level = 0; level < MostLevels && frontier.Count > 0; level++)
        {
            HashSet<string> next = [.. facts.Compilation.SyntaxTrees.Select(TreeIndex.Of).Where(tree => tree.HasAny(frontier))
                .SelectMany(static tree => tree.Members).Where(member => member.Name.Length > 0 && frontier.Meets(member.Names)).Select(static member => member.Name)];
            next.ExceptWith(names);
            names.UnionWith(next);
            frontier = new NameSet(next);
        }

        return names;
    }
}
