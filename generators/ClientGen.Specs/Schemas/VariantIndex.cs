using ClientGen.Specs.Binding;
using ClientGen.Specs.Reading;

namespace ClientGen.Specs.Schemas;

/// <summary>
/// Knows, before anything is bound, which schemas are cases of which unions. A record can derive from one union only, so a schema that
/// serves several is wrapped in each.
/// </summary>
internal sealed class VariantIndex
{
    private readonly Dictionary<SpecNode, HashSet<SpecNode>> _unionsOfVariant = [];
    private readonly Dictionary<SpecNode, Located> _unions = [];
    private readonly Dictionary<SpecNode, List<Located>> _heirs = [];

    private VariantIndex()
    {
    }

    /// <summary>Walks a document once.</summary>
    public static VariantIndex Of(BindingContext context, SpecDocument document)
    {
        var index = new VariantIndex();
        var walk = new Stack<SpecNode>();
        walk.Push(document.Root);
        while (walk.Count > 0)
        {
            var node = walk.Pop();
            context.Step();
            switch (node)
            {
                case SpecSequence sequence:
                    foreach (var item in sequence.Items)
                        walk.Push(item);
                    break;

                case SpecMapping mapping:
                    index.Visit(context, new Located(document, mapping));
                    foreach (var (key, value) in mapping.Entries)
                    {
                        // Values of these keys are data, not schemas.
                        if (key is not ("example" or "examples" or "default" or "const" or "enum"))
                            walk.Push(value);
                    }

                    break;
            }
        }

        return index;
    }

    /// <summary>The union that a schema is the case of; null when there is none or more than one.</summary>
    public Located? UnionOf(SpecNode schema) =>
        _unionsOfVariant.TryGetValue(schema, out var unions) && unions.Count == 1 ? _unions[unions.First()] : null;

    /// <summary>Schemas that have this one under <c>allOf</c>, in document order: the cases of a base with a discriminator.</summary>
    public IReadOnlyList<Located> HeirsOf(SpecNode schema) => _heirs.TryGetValue(schema, out var heirs) ? heirs : [];

    /// <summary>Adds a union that no <c>oneOf</c> lists.</summary>
    public void Declare(Located union, IEnumerable<Located> variants)
    {
        foreach (var variant in variants)
            AddVariant(variant, union);
    }

    private void Visit(BindingContext context, Located schema)
    {
        var alternatives = SchemaShape.ValueAlternatives(schema);
        if (alternatives.Count > 1)
        {
            foreach (var alternative in alternatives)
                AddVariant(Target(context, alternative), schema);
        }

        foreach (var part in schema.Items("allOf"))
        {
            if (part.Mapping?.Contains("$ref") != true || Target(context, part) is not { Mapping: { } @base } target
                || !@base.Contains("discriminator") || SchemaShape.ValueAlternatives(target).Count > 0)
                continue;

            if (!_heirs.TryGetValue(@base, out var heirs))
                _heirs.Add(@base, heirs = []);
            // The walk is last in, first out; pointers restore the order of the document.
            heirs.Add(schema);
            heirs.Sort(static (left, right) => left.Node.Span.Start.CompareTo(right.Node.Span.Start));
            AddVariant(schema, target);
        }
    }

    private void AddVariant(Located? variant, Located union)
    {
        if (variant is not { } found)
            return;
        if (!_unionsOfVariant.TryGetValue(found.Node, out var unions))
            _unionsOfVariant.Add(found.Node, unions = []);
        unions.Add(union.Node);
        _unions[union.Node] = union;
    }

    // Findings belong to the binding proper, so a reference that leads nowhere is passed over here.
    private static Located? Target(BindingContext context, Located schema) =>
        schema.Text("$ref") is { } reference
            ? context.Specs.TryResolve(schema.Document, reference, out var document, out var node, out _) ? new Located(document, node) : null
            : schema;
}
