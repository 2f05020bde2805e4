using System.Text;

namespace ClientGen.Testing;

/// <summary>
/// A text in which expected findings are marked: <c>operationId: {|CG9010:list|}</c>. Comparing the marked text with what
/// <see cref="Mark"/> makes of the findings that came checks ids, places and that nothing else was found, and the failing
/// assertion shows the text as it should be marked.
/// </summary>
public static class MarkedText
{
    private const string Open = "{|";
    private const string Close = "|}";

    /// <summary>The text without its marks.</summary>
    public static string Plain(string marked)
    {
        var plain = new StringBuilder(marked.Length);
        for (var at = 0; at < marked.Length;)
        {
            if (string.CompareOrdinal(marked, at, Open, 0, Open.Length) == 0)
                at = marked.IndexOf(':', at) + 1;
            else if (string.CompareOrdinal(marked, at, Close, 0, Close.Length) == 0)
                at += Close.Length;
            else
                plain.Append(marked[at++]);
        }

        return plain.ToString();
    }

    /// <summary>The text with a mark around every finding; of findings at one place the outer ones come first.</summary>
    public static string Mark(string plain, IEnumerable<(string Id, int Start, int Length)> findings)
    {
        var sorted = findings.OrderBy(static f => f.Start).ThenByDescending(static f => f.Length).ThenBy(static f => f.Id, StringComparer.Ordinal).ToList();
        var marked = new StringBuilder(plain.Length);
        var ends = new List<int>();
        var next = 0;
        for (var at = 0; at <= plain.Length; at++)
        {
            CloseAt(at, ends, marked);
            while (next < sorted.Count && sorted[next].Start == at)
            {
                marked.Append(Open).Append(sorted[next].Id).Append(':');
                ends.Add(at + sorted[next].Length);
                next++;
                CloseAt(at, ends, marked);
            }

            if (at < plain.Length)
                marked.Append(plain[at]);
        }

        return marked.ToString();
    }

    private static void CloseAt(int at, List<int> ends, StringBuilder marked)
    {
        for (var closed = ends.RemoveAll(end => end == at); closed > 0; closed--)
            marked.Append(Close);
    }
}
