using ClientGen.Specs.Binding;
using ClientGen.Specs.Contracts;
using ClientGen.Specs.Model;
using ClientGen.Specs.Reading;

namespace ClientGen.Cli.Diff;

/// <summary>The contracts of one point in time, read and bound.</summary>
internal sealed class DiffSide
{
    private const int MaxHops = 64;

    private readonly SpecSet _specs;
    private readonly Func<string, string> _shown;

    /// <summary>Binds contracts.</summary>
    /// <param name="inputs">The contracts, those that are only referred to included.</param>
    /// <param name="shown">What people call a file.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public DiffSide(IReadOnlyList<ContractInput> inputs, Func<string, string> shown, CancellationToken cancellationToken)
    {
        Inputs = inputs;
        _shown = shown;
        _specs = new SpecSet([.. inputs.Select(static input => input.Document)]);
        // Facts of one contract come from the workflows of another, so all of them are bound, whatever a build would print.
        var bound = ContractBinder.Bind([.. inputs.Select(static input => input with { Use = ContractUse.Generate })], cancellationToken);
        Models = [.. bound.Models];
        Findings = [.. bound.Findings];
    }

    /// <summary>The contracts.</summary>
    public IReadOnlyList<ContractInput> Inputs { get; }

    /// <summary>What they mean.</summary>
    public IReadOnlyList<ContractModel> Models { get; }

    /// <summary>What is wrong with them.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>The model of a contract; null for files that are none.</summary>
    public ContractModel? ModelOf(ContractInput input) => Models.FirstOrDefault(model =>
        model.Namespace == input.Namespace && model.SpecPath == BindingContext.FileNameOf(input.Document));

    /// <summary>Where a node stands, for people: large values at their key.</summary>
    public Place PlaceOf(Located at) => new(_shown(at.Document.Path), SpanOf(at.Node));

    /// <summary>Where something stands that a model names by its source; null when it is nowhere.</summary>
    public Place? PlaceOf(string source) => NodeOf(source) is { } node ? PlaceOf(node) : null;

    /// <summary>The node that a model names by its source.</summary>
    public Located? NodeOf(string source)
    {
        var hash = source.IndexOf('#');
        if (hash < 0)
            return null;
        foreach (var input in Inputs.Where(input => BindingContext.FileNameOf(input.Document) == source[..hash]))
        {
            if (SpecPointer.TryFind(input.Document.Root, source[(hash + 1)..], out var node, out _))
                return new Located(input.Document, node);
        }

        return null;
    }

    /// <summary>Follows references to what they mean; null when one leads nowhere or in a circle.</summary>
    public Located? Resolve(Located? at)
    {
        for (var hop = 0; at is { } here && hop < MaxHops; hop++)
        {
            if (here.Text("$ref") is not { } reference)
                return here;
            at = Target(here, reference);
        }

        return null;
    }

    /// <summary>What a reference means, one step.</summary>
    public Located? Target(Located from, string reference) =>
        _specs.TryResolve(from.Document, reference, out var document, out var node, out _) ? new Located(document, node) : null;

    private static SourceSpan SpanOf(SpecNode node)
    {
        var span = node.Span;
        if (span.From.Line == span.To.Line)
            return span;
        if (node.Parent is SpecMapping holder && holder.Entries.FirstOrDefault(entry => ReferenceEquals(entry.Value, node)) is { } own)
            return own.KeySpan;
        return node is SpecMapping { Entries: [var first, ..] } ? first.KeySpan : span;
    }
}
