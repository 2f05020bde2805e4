using ClientGen.Specs.Binding;
using ClientGen.Specs.Reading;

namespace ClientGen.Specs.Schemas;

/// <summary>
/// Knows, before anything is bound, which schemas are cases of which unions. A record derives from one union only; in any other union
/// that lists it, a case wraps it.
/// </summary>
internal sealed class VariantIndex
{
    private readonly BindingContext _context;
    private readonly Dictionary<SpecNode, List<Membership>> _unionsOfVariant = [];
    private readonly Dictionary<SpecNode, (Located Base, List<Located> Heirs)> _heirs = [];

    private VariantIndex(BindingContext context) => _context = context;

    /// <summary>What makes a schema a case; of several unions the one with the strongest claim is its base.</summary>
    private enum Claim
    {
        /// <summary>Listed in place, in an operation or a member.</summary>
        Inline,

        /// <summary>Listed by a component, which has a name of its own.</summary>
        Component,

        /// <summary>The schema itself says under <c>allOf</c> that it derives from a base with a discriminator.</summary>
        Heir,
    }

    private readonly record struct Membership(Located Union, Claim Claim);

    /// <summary>Walks the contract, and the files that its references lead to, once.</summary>
    public static VariantIndex Of(BindingContext context)
    {
        var index = new VariantIndex(context);
        var documents = new Queue<SpecDocument>();
        var listed = new HashSet<SpecDocument> { context.Document };
        documents.Enqueue(context.Document);
        while (documents.Count > 0)
        {
            var document = documents.Dequeue();
            foreach (var mapping in ContractWalk.Mappings(context, document))
            {
                var schema = new Located(document, mapping);
                if (schema.Text("$ref") is { } reference && context.Find(schema, reference) is { } target && listed.Add(target.Document))
                    documents.Enqueue(target.Document);
                index.AddAlternatives(schema);
                index.AddHeir(schema);
            }
        }

        index.AddHeirsToTheirBases();
        return index;
    }

    /// <summary>The union that a schema's record derives from; null when there is none, or several with equal claims.</summary>
    public Located? UnionOf(SpecNode schema)
    {
        if (!_unionsOfVariant.TryGetValue(schema, out var unions))
            return null;
        var claim = unions.Max(static union => union.Claim);
        var strongest = unions.Where(union => union.Claim == claim).Select(static union => union.Union).Distinct().Take(2).ToList();
        return strongest.Count == 1 ? strongest[0] : null;
    }

    /// <summary>Schemas that derive from a base with a discriminator, in document order, heirs of heirs behind their parents.</summary>
    /// <remarks>An heir with a discriminator and heirs of its own is a union; its heirs are its cases, and not those of the base.</remarks>
    public IReadOnlyList<Located> HeirsOf(SpecNode @base)
    {
        var all = new List<Located>();
        var seen = new HashSet<SpecNode> { @base };
        var open = new Queue<SpecNode>();
        open.Enqueue(@base);
        while (open.Count > 0)
        {
            if (!_heirs.TryGetValue(open.Dequeue(), out var found))
                continue;
            foreach (var heir in found.Heirs)
            {
                if (!seen.Add(heir.Node))
                    continue;
                all.Add(heir);
                if (heir.Mapping?.Contains("discriminator") != true)
                    open.Enqueue(heir.Node);
            }
        }

        return all;
    }

    /// <summary>Adds a union that no <c>oneOf</c> lists.</summary>
    public void Declare(Located union, IEnumerable<Located> variants)
    {
        foreach (var variant in variants)
            AddVariant(variant, union, Claim.Component);
    }

    private void AddAlternatives(Located schema)
    {
        var alternatives = SchemaShape.ValueAlternatives(schema);
        if (alternatives.Count < 2)
            return;
        var claim = SchemaChain.IsComponent(schema) ? Claim.Component : Claim.Inline;
        foreach (var alternative in alternatives)
            AddVariant(End(alternative), schema, claim);
    }

    private void AddHeir(Located schema)
    {
        foreach (var part in schema.Items("allOf"))
        {
            if (!part.IsReference || End(part) is not { Mapping: not null } parent)
                continue;
            if (!_heirs.TryGetValue(parent.Node, out var known))
                _heirs.Add(parent.Node, known = (parent, []));
            known.Heirs.Add(schema);
        }
    }

    private void AddHeirsToTheirBases()
    {
        foreach (var (@base, _) in _heirs.Values)
        {
            if (!@base.Mapping!.Contains("discriminator") || SchemaShape.ValueAlternatives(@base).Count > 0)
                continue;
            foreach (var heir in HeirsOf(@base.Node))
                AddVariant(heir, @base, Claim.Heir);
        }
    }

    private void AddVariant(Located? variant, Located union, Claim claim)
    {
        if (variant is not { } found)
            return;
        if (!_unionsOfVariant.TryGetValue(found.Node, out var unions))
            _unionsOfVariant.Add(found.Node, unions = []);
        unions.Add(new Membership(union, claim));
    }

    // Findings belong to the binding proper, so a reference that leads nowhere is passed over here.
    private Located? End(Located schema)
    {
        const int MaxHops = 64;
        Located? at = schema;
        for (var hop = 0; hop < MaxHops && at is { IsReference: true } reference; hop++)
            at = _context.Find(reference, reference.Text("$ref")!);
        return at;
    }
}
