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

    // Real contracts take a tenth of a step for each character; only references that multiply reach ten times that.
    private const int StepsOfAnyContract = 100_000;

    private readonly List<Finding> _findings = [];
    private readonly HashSet<Finding> _known = [];
    private readonly Dictionary<(SpecDocument From, string Reference), (Located? Target, string Reason)> _targets = [];
    private readonly long _maxSteps = StepsOfAnyContract + specs.Documents.Sum(static listed => (long)listed.Text.Length);
    private int _broken;
    private long _steps;
    private bool _isExhausted;

    /// <summary>All files the build lists.</summary>
    public SpecSet Specs { get; } = specs;

    /// <summary>The contract that is bound.</summary>
    public SpecDocument Document { get; } = document;

    /// <summary>The namespace of everything generated.</summary>
    public string Namespace { get; } = @namespace;

    /// <summary>Names of types in the namespace; contracts that share a namespace share it.</summary>
    public NameScope TypeNames { get; } = typeNames ?? new NameScope();

    /// <summary>Whether the framework has a type for a day.</summary>
    public bool HasDateOnly { get; init; } = true;

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
        Report(rule, severity, at.Document, SpanOf(at.Node), message);

    /// <summary>Reports a problem at a place.</summary>
    public void Report(ReadingRule rule, FindingSeverity severity, SpecDocument document, SourceSpan span, string message)
    {
        var finding = new Finding(rule.Id, severity, document.Path, span, message);
        if (_findings.Count < MaxFindings && _known.Add(finding))
            _findings.Add(finding);
    }

    // A wavy line below fifty lines helps nobody: what fills several lines is shown at its key.
    private static SourceSpan SpanOf(SpecNode node)
    {
        var span = node.Span;
        if (span.From.Line == span.To.Line)
            return span;
        if (node.Parent is SpecMapping holder && holder.Entries.FirstOrDefault(entry => ReferenceEquals(entry.Value, node)) is { } own)
            return own.KeySpan;
        return node is SpecMapping { Entries: [var first, ..] } ? first.KeySpan : span;
    }

    /// <summary>Counts a unit of work, so that a huge contract can be abandoned in the middle.</summary>
    /// <returns>
    /// Whether to go on. False (reported once) when references repeat so much that the contract costs more than its size can explain;
    /// whoever multiplies then stops.
    /// </returns>
    public bool Step()
    {
        _steps++;
        if (_steps % NodesBetweenCancellationChecks == 0 || _isExhausted)
            CancellationToken.ThrowIfCancellationRequested();
        if (_steps <= _maxSteps || _isExhausted)
            return !_isExhausted;

        _isExhausted = true;
        Report(ReadingRules.Limit, FindingSeverity.Error, new Located(Document, Document.Root),
            "References repeat parts of this contract so often that its code would be out of all proportion. What could be bound so far is generated; refer to large parts less often.");
        return false;
    }

    /// <summary>What a reference means, one step; null when it leads nowhere, which is not reported.</summary>
    /// <param name="from">A node of the document that holds the reference.</param>
    /// <param name="reference">The URI reference.</param>
    public Located? Find(Located from, string reference) => Target(from.Document, reference).Target;

    // References are repeated by the thousand, and looking for what a wrong one may have meant takes time.
    private (Located? Target, string Reason) Target(SpecDocument from, string reference)
    {
        if (!_targets.TryGetValue((from, reference), out var known))
        {
            known = _broken >= MaxFindings && !MayLead(from, reference) ? (null, "")
                : Specs.TryResolve(from, reference, out var document, out var node, out var reason) ? (new Located(document, node), "")
                : (null, reason);
            _broken += known.Target is null ? 1 : 0;
            _targets.Add((from, reference), known);
        }

        return known;
    }

    // Where findings are no longer listed, nobody asks what a reference into the same file may have meant.
    private static bool MayLead(SpecDocument from, string reference)
    {
        if (!reference.StartsWith("#/", StringComparison.Ordinal) || reference.IndexOf('%') >= 0)
            return true;
        SpecNode? at = from.Root;
        foreach (var part in reference.Substring(2).Split('/'))
        {
            if (at is SpecSequence)
                return true;
            at = (at as SpecMapping)?[SpecPointer.Unescape(part)];
        }

        return at is not null;
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
            var (target, reason) = Target(at.Document, reference);
            if (target is null)
            {
                Report(ReadingRules.Reference, FindingSeverity.Error, at.Document, entry.Value.Span, reason);
                return null;
            }

            at = target.Value;
        }

        Report(ReadingRules.Reference, FindingSeverity.Error, at, "This reference leads in a circle, so nothing stands at its end. Break the circle.");
        return null;
    }
}
