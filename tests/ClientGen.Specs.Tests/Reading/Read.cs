using ClientGen.Specs.Reading;

namespace ClientGen.Specs.Tests.Reading;

/// <summary>Reads texts for tests, and says of a place in them which text stands there.</summary>
internal static class Read
{
    public static SpecDocument Json(string text) => As("contract.json", text);

    public static SpecDocument Yaml(string text) => As("contract.yaml", text);

    public static SpecDocument As(string path, string text) => SpecReader.Read(path, text, TestContext.Current.CancellationToken);

    /// <summary>The text that a span covers.</summary>
    public static string Cut(this SpecDocument document, SourceSpan span) => document.Text.Substring(span.Start, span.Length);

    /// <summary>The value at a JSON pointer.</summary>
    public static SpecNode At(this SpecDocument document, string pointer)
    {
        Assert.True(SpecPointer.TryFind(document.Root, pointer, out var node, out var reason), reason);
        return node;
    }

    public static SpecScalar Scalar(this SpecDocument document, string pointer) => Assert.IsType<SpecScalar>(document.At(pointer));

    /// <summary>Findings as "id marked text", which is short enough to list in a test.</summary>
    public static string[] Marked(this SpecDocument document) =>
        [.. document.Findings.Select(finding => $"{finding.Id} {document.Cut(finding.Span)}".TrimEnd(' '))];

    /// <summary>The tree as text: kinds and values, no places.</summary>
    public static string Tree(this SpecNode node) => node switch
    {
        SpecMapping mapping => "{" + string.Join(",", mapping.Entries.Select(entry => $"\"{entry.Key}\":{Tree(entry.Value)}")) + "}",
        SpecSequence sequence => "[" + string.Join(",", sequence.Items.Select(Tree)) + "]",
        SpecScalar { Kind: ScalarKind.Null } => "null",
        SpecScalar scalar => $"{scalar.Kind}({scalar.Text})",
        _ => throw new InvalidOperationException(),
    };

    /// <summary>The node and everything below it, each node once.</summary>
    public static IEnumerable<SpecNode> Nodes(this SpecNode root)
    {
        var seen = new HashSet<SpecNode>();
        var open = new Stack<SpecNode>([root]);
        while (open.TryPop(out var node))
        {
            if (!seen.Add(node))
                continue;

            yield return node;
            foreach (var child in node switch
                     {
                         SpecMapping mapping => mapping.Entries.Select(entry => entry.Value),
                         SpecSequence sequence => sequence.Items,
                         _ => [],
                     })
            {
                open.Push(child);
            }
        }
    }
}
