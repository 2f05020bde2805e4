using System.Text;
using ClientGen.Specs.Reading;

namespace ClientGen.Specs.Tests.Arazzo;

/// <summary>A contract with its expected findings marked in the text: <c>operationId: {|CG9003:buyPet|}</c>.</summary>
internal sealed record MarkedText(string Text, IReadOnlyList<(string Id, int Start, int Length)> Expected)
{
    public static MarkedText Of(string marked)
    {
        var text = new StringBuilder();
        var expected = new List<(string, int, int)>();
        var at = 0;
        for (var open = marked.IndexOf("{|", StringComparison.Ordinal); open >= 0; open = marked.IndexOf("{|", at, StringComparison.Ordinal))
        {
            text.Append(marked, at, open - at);
            var colon = marked.IndexOf(':', open);
            var close = marked.IndexOf("|}", colon, StringComparison.Ordinal);
            expected.Add((marked[(open + 2)..colon], text.Length, close - colon - 1));
            text.Append(marked, colon + 1, close - colon - 1);
            at = close + 2;
        }

        return new MarkedText(text.Append(marked, at, marked.Length - at).ToString(), expected);
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
