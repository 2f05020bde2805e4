using ClientGen.Specs.Model;
using ClientGen.Specs.Names;
using ClientGen.Specs.Reading;

namespace ClientGen.Specs.Binding;

/// <summary>What the binders of one contract share: its documents, the findings so far, and the names in use.</summary>
/// <remarks>Lives for one binding and is not thread-safe.</remarks>
public sealed class BindingContext(
    SpecSet specs, SpecDocument document, string @namespace, CancellationToken cancellationToken, NameScope? typeNames = null)
{
    private const int MaxFindings = 200;
    private const int NodesBetweenCancellationChecks = 256;

    private readonly List<Finding> _findings = [];
    private readonly HashSet<Finding> _known = [];
    private int _steps;

    /// <summary>All files the build lists.</summary>
    public SpecSet Specs { get; } = specs;

    /// <summary>The contract that is bound.</summary>
    public SpecDocument Document { get; } = document;

    /// <summary>The namespace of everything generated.</summary>
    public string Namespace { get; } = @namespace;

    /// <summary>Names of types in the namespace; contracts that share a namespace share it.</summary>
    public NameScope TypeNames { get; } = typeNames ?? new NameScope();

    /// <summary>Ends the binding early.</summary>
    public CancellationToken CancellationToken { get; } = cancellationToken;

    /// <summary>What was found, each once.</summary>
    public EquatableArray<Finding> Findings => _findings.ToEquatableArray();

    /// <summary>The contract's file name without directories.</summary>
    public string FileName => FileNameOf(Document);

    /// <summary>The file name of any document without directories.</summary>
    public static string FileNameOf(SpecDocument document) =>
        document.Path.Substring(document.Path.LastIndexOfAny(['/', '\\']) + 1);

    /// <summary>Where a node is declared, as <c>file#/pointer</c>; independent of lines.</summary>
    public string SourceOf(Located node) => FileNameOf(node.Document) + "#" + node.Node.Pointer;

    /// <summary>Reports a problem at a node.</summary>
    public void Report(ReadingRule rule, FindingSeverity severity, Located at, string message) =>
        Report(rule, severity, at.Document, at.Node.Span, message);

    /// <summary>Reports a problem at a place.</summary>
    public void Report(ReadingRule rule, FindingSeverity severity, SpecDocument document, SourceSpan span, string message)
    {
        var finding = new Finding(rule.Id, severity, document.Path, span, message);
        if (_findings.Count < MaxFindings && _known.Add(finding))
            _findings.Add(finding);
    }

    /// <summary>Called for every node that is bound, so that a huge contract can be abandoned in the middle.</summary>
    public void Step()
    {
        if (++_steps % NodesBetweenCancellationChecks == 0)
            CancellationToken.ThrowIfCancellationRequested();
    }

    /// <summary>Follows <c>$ref</c> until something else stands there.</summary>
    /// <param name="at">A node that may be a reference.</param>
    /// <param name="through">Called for every reference object on the way, outermost first; may be null.</param>
    /// <returns>The final node; null (reported) when a reference leads nowhere or in a circle.</returns>
    public Located? Resolve(Located at, Action<Located>? through = null)
    {
        const int MaxHops = 64;
        for (var hop = 0; hop < MaxHops; hop++)
        {
            if (at.Node is not SpecMapping mapping || mapping.Find("$ref") is not { Value: SpecScalar { AsString: { } reference } } entry)
                return at;

            through?.Invoke(at);
            if (!Specs.TryResolve(at.Document, reference, out var document, out var node, out var reason))
            {
                Report(ReadingRules.Reference, FindingSeverity.Error, at.Document, entry.Value.Span, reason);
                return null;
            }

            at = new Located(document, node);
        }

        Report(ReadingRules.Reference, FindingSeverity.Error, at, "This reference leads in a circle, so nothing stands at its end. Break the circle.");
        return null;
    }
}
