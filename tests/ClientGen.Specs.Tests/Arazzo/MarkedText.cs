using System.Text;
using ClientGen.Specs.Reading;

namespace ClientGen.Specs.Tests.Arazzo;

/// <summary>A contract with its expected findings marked in the text: <c>operationId: {|CG9003:buyPet|}</c>.</summary>
internal sealed record MarkedText(string Text, IReadOnlyList<(string Id, int Start, int Length)> Expected)
{
    /// <summary>Reads the marks; they may stand inside each other.</summary>
    public static MarkedText Of(string marked)
    {
        var text = new StringBuilder();
        var expected = new List<(string, int, int)>();
        var open = new Stack<(string Id, int Start)>();
        for (var at = 0; at < marked.Length; at++)
        {
            if (string.CompareOrdinal(marked, at, "{|CG", 0, 4) == 0)
            {
                var colon = marked.IndexOf(':', at);
                open.Push((marked[(at + 2)..colon], text.Length));
                at = colon;
            }
            else if (open.Count > 0 && string.CompareOrdinal(marked, at, "|}", 0, 2) == 0)
            {
                var (id, start) = open.Pop();
                expected.Add((id, start, text.Length - start));
                at++;
            }
            else
            {
                text.Append(marked[at]);
            }
        }

        return new MarkedText(text.ToString(), expected);
    }

    /// <summary>Compares findings with the marks; the difference is shown as marks again.</summary>
    public void ShouldBeAllOf(IEnumerable<Finding> findings)
    {
        var found = findings.ToList();
        var missing = Expected.Where(mark => !found.Any(finding => Is(finding, mark))).ToList();
        var unmarked = found.Where(finding => !Expected.Any(mark => Is(finding, mark))).ToList();
        Assert.True(missing.Count + unmarked.Count == 0, string.Join('\n', [
            .. missing.Select(mark => $"not found: {mark.Id} at `{Text.Substring(mark.Start, mark.Length)}`"),
            .. unmarked.Select(finding => $"not marked: {finding} at `{Text.Substring(finding.Span.Start, finding.Span.Length)}`")]));
    }

    private static bool Is(Finding finding, (string Id, int Start, int Length) mark) =>
        finding.Id == mark.Id && finding.Span.Start == mark.Start && finding.Span.Length == mark.Length;
}
