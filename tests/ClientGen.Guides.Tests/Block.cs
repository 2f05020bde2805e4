namespace ClientGen.Guides.Tests;

/// <summary>A block of code in a page.</summary>
/// <param name="Line">The line of its fence, from 1.</param>
/// <param name="Language">The word after the fence; empty when there is none.</param>
/// <param name="File">The second word: the name of the file that the block is; empty when it is a part of one.</param>
/// <param name="Text">The code.</param>
internal sealed record Block(int Line, string Language, string File, string Text)
{
    private const string Fence = "```";

    /// <summary>The fenced blocks of a page, in order. A fence may be indented, as in a list; its block is then indented too.</summary>
    public static IEnumerable<Block> In(string page)
    {
        var lines = page.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var indent = lines[i].Length - lines[i].TrimStart().Length;
            if (!lines[i].AsSpan(indent).StartsWith(Fence))
                continue;
            var words = lines[i][(indent + Fence.Length)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var start = i + 1;
            do
                i++;
            while (lines[i].Trim() != Fence);
            var text = lines[start..i].Select(line => line.Length < indent ? "" : line[indent..]);
            yield return new(start, words.ElementAtOrDefault(0) ?? "", words.ElementAtOrDefault(1) ?? "", string.Concat(text.Select(static line => line + "\n")));
        }
    }
}
