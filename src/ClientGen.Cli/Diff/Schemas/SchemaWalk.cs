using ClientGen.Specs.Binding;
using ClientGen.Specs.Reading;

namespace ClientGen.Cli.Diff.Schemas;

/// <summary>Compares schemas and all that they are made of; each pair once for each direction, however many operations use it.</summary>
internal sealed class SchemaWalk(ChangeList list, CancellationToken cancellationToken)
{
    private readonly Queue<Visit> _open = new();
    private readonly Dictionary<(SpecNode Old, SpecNode New, Traffic Traffic), Pair> _pairs = [];
    private readonly List<(Pair Pair, Change Change)> _found = [];

    /// <summary>Compares the schemas of a message or parameter.</summary>
    /// <param name="old">The old schema; null when there is none, which allows everything.</param>
    /// <param name="new">The new schema.</param>
    /// <param name="around">What stands around them.</param>
    /// <param name="name">What people call the value.</param>
    /// <param name="traffic">Which way it travels.</param>
    /// <param name="holder">What uses it.</param>
    /// <param name="operation">The operation whose message it is part of; null when there is none.</param>
    public void Start(Located? old, Located? @new, (Located Old, Located New) around, string name, Traffic traffic, IReadOnlyList<Touch> holder, string? operation)
    {
        if (old is null && @new is null)
            return;
        var origin = new Pair();
        if (operation is not null)
            origin.Operations.Add(operation);
        _open.Enqueue(new Visit(SchemaView.Of(list.Old, old, around.Old), SchemaView.Of(list.New, @new, around.New), name, traffic, () => holder, origin));
        Run();
    }

    /// <summary>Whether two schemas were compared already, in some direction.</summary>
    public bool Knows(Located old, Located @new)
    {
        var (before, after) = (SchemaView.Of(list.Old, old, old).Core.Node, SchemaView.Of(list.New, @new, @new).Core.Node);
        return _pairs.ContainsKey((before, after, Traffic.Sent)) || _pairs.ContainsKey((before, after, Traffic.Received));
    }

    /// <summary>Hands over what was found, with the operations that use it.</summary>
    public void Finish()
    {
        foreach (var (pair, change) in _found)
            list.Add(change with { Operations = [.. pair.Users().Order(StringComparer.Ordinal)] });
        _found.Clear();
    }

    private void Run()
    {
        while (_open.TryDequeue(out var visit))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var key = (visit.Old.Core.Node, visit.New.Core.Node, visit.Traffic);
            if (_pairs.TryGetValue(key, out var known))
            {
                known.Parents.Add(visit.Parent);
                continue;
            }

            var pair = new Pair();
            pair.Parents.Add(visit.Parent);
            _pairs.Add(key, pair);
            if (!SameText.Of(visit.Old, visit.New))
                Compare(visit, pair);
        }
    }

    private void Compare(Visit visit, Pair pair)
    {
        // A schema that several use is called by its own name, whoever led us there.
        var name = visit.New.SharedName is { } shared ? $"`{shared}`" : visit.Name;
        // What is found is kept back until all users are known.
        var found = new ChangeList(list.Old, list.New);
        var site = new SchemaSite(found, visit.Old, visit.New, name, visit.Traffic, visit.Holder);
        if (visit.Old.IsNothing || visit.New.IsNothing || JsonSame(visit))
        {
            CompareNothing(site);
        }
        else
        {
            if (TypeDiff.Compare(site))
                CompareParts(site, pair);
            EnumDiff.Compare(site);
            LimitDiff.Compare(site);
            KeywordDiff.Compare(site);
        }

        _found.AddRange(found.Found.Select(change => (pair, change)));
    }

    private void CompareParts(SchemaSite site, Pair pair)
    {
        CompositionDiff.Compare(site, (_, old, @new) => Enter(site, pair, old, @new, site.Name, static () => []));
        // Members of one schema and of a choice of several are not the same thing.
        if (site.Old.Variants.Count > 0 == site.New.Variants.Count > 0)
            PropertyDiff.Compare(site, (name, old, @new) => Enter(site, pair, old, @new, SchemaNames.Member(site.Name, name), () => site.PartTouches(name)));
        if (site.Old.Find("items") is { } oldItems && site.New.Find("items") is { } newItems)
            Enter(site, pair, oldItems, newItems, SchemaNames.Items(site.Name), site.Holder);
        PrefixDiff.Compare(site, (index, old, @new) => Enter(site, pair, old, @new, $"item {index} of {site.Name}", site.Holder));
    }

    private void Enter(SchemaSite site, Pair pair, Located old, Located @new, string name, Func<IReadOnlyList<Touch>> holder) =>
        _open.Enqueue(new Visit(SchemaView.Of(list.Old, old, old), SchemaView.Of(list.New, @new, @new), name, site.Traffic, holder, pair));

    // The same lines in both files mean the same only when nothing in them leads elsewhere.
    private static bool JsonSame(Visit visit) => !visit.Old.Core.IsReference && !visit.New.Core.IsReference
        && visit.Old.Core.Node is SpecScalar && visit.New.Core.Node is SpecScalar && JsonText.Of(visit.Old.Core.Node) == JsonText.Of(visit.New.Core.Node);

    private static void CompareNothing(SchemaSite site)
    {
        if (site.Old.IsNothing != site.New.IsNothing)
        {
            site.Shifted(
                site.New.IsNothing ? SchemaKinds.Forbidden : SchemaKinds.Allowed, site.New.IsNothing ? Shift.Narrower : Shift.Wider, null, null,
                $"{site.Name} {(site.New.IsNothing ? "may no longer be there" : "may now be there")}.");
        }
    }

    private sealed record Visit(SchemaView Old, SchemaView New, string Name, Traffic Traffic, Func<IReadOnlyList<Touch>> Holder, Pair Parent);

    /// <summary>Two versions of a schema, as part of what leads to them.</summary>
    private sealed class Pair
    {
        public List<Pair> Parents { get; } = [];

        public List<string> Operations { get; } = [];

        /// <summary>The operations from which references lead here.</summary>
        public IReadOnlyCollection<string> Users()
        {
            var users = new HashSet<string>(StringComparer.Ordinal);
            var seen = new HashSet<Pair>();
            var open = new Stack<Pair>([this]);
            while (open.TryPop(out var pair))
            {
                if (!seen.Add(pair))
                    continue;
                users.UnionWith(pair.Operations);
                foreach (var parent in pair.Parents)
                    open.Push(parent);
            }

            return users;
        }
    }
}
