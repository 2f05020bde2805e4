using ClientGen.Specs.Model;

namespace ClientGen.Cli.Diff.CSharp;

/// <summary>Says of each change what it means for C# callers, and adds the differences of the C# that no change of the contract explains.</summary>
internal static class SurfaceDiff
{
    private static readonly ChangeKind Other = new("csharp-changed", "The generated C# differs");

    /// <summary>The kinds of this family.</summary>
    public static IReadOnlyList<ChangeKind> Kinds { get; } = [Other];

    /// <summary>Completes the changes of two contracts.</summary>
    public static IReadOnlyList<Change> Complete(ChangeList list, IReadOnlyList<(ContractModel? Old, ContractModel? New)> contracts)
    {
        var changes = list.Found.ToList();
        var byTouch = new Dictionary<Touch, List<int>>();
        for (var i = 0; i < changes.Count; i++)
        {
            foreach (var touch in changes[i].Touches)
            {
                if (!byTouch.TryGetValue(touch, out var at))
                    byTouch.Add(touch, at = []);
                at.Add(i);
            }
        }

        var members = new List<string>[changes.Count];
        var rest = new List<Change>();
        foreach (var surface in contracts.SelectMany(static pair => Compare(pair.Old, pair.New)))
        {
            var explained = new[] { surface.Old, surface.New }.OfType<Touch>().SelectMany(touch => byTouch.GetValueOrDefault(touch) ?? []).Distinct().ToList();
            foreach (var i in explained)
            {
                changes[i] = changes[i] with { Source = Worse(changes[i].Source, surface.Source), Binary = Worse(changes[i].Binary, surface.Binary) };
                (members[i] ??= []).Add(surface.Member);
            }

            // What harms nobody and follows from nothing in the contract is no news.
            if (explained.Count == 0 && (surface.Source, surface.Binary) != (Impact.Compatible, Impact.Compatible))
                rest.Add(Unexplained(list, surface));
        }

        var index = new MemberIndex(list.Old.Models.Concat(list.New.Models));
        for (var i = 0; i < changes.Count; i++)
            changes[i] = changes[i] with { Members = [.. (members[i] ?? []).Concat(changes[i].Touches.SelectMany(index.Of)).Distinct().Order(StringComparer.Ordinal)] };
        return [.. changes, .. rest];
    }

    private static IEnumerable<SurfaceChange> Compare(ContractModel? old, ContractModel? @new) => old is null || @new is null
        ? []
        : TypeSurface.Compare(old, @new).Concat(MethodSurface.Compare(old, @new)).Concat(OtherSurface.Compare(old, @new));

    private static Change Unexplained(ChangeList list, SurfaceChange surface) => new(Other, surface.Message)
    {
        Source = surface.Source, Binary = surface.Binary, Members = [surface.Member],
        Old = list.Old.PlaceOf(surface.Old?.Source ?? RootOf(surface.New)),
        New = list.New.PlaceOf(surface.New?.Source ?? RootOf(surface.Old)),
    };

    /// <summary>Where one version has nothing, it would be somewhere in the contract.</summary>
    private static string RootOf(Touch? other) => other is { } known ? known.Source[..(known.Source.IndexOf('#') + 1)] : "";

    private static Impact Worse(Impact left, Impact right) => (Impact)Math.Max((int)left, (int)right);
}
