using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;

namespace ClientGen.Analyzers.Tests.Kit;

/// <summary>C# with the expected diagnostics marked in it: <c>{|CG1001:client.CallAsync()|}</c>. Markers may be nested.</summary>
internal sealed partial class MarkedSource
{
    private MarkedSource(string text, IReadOnlyList<Mark> marks) => (Text, Marks) = (text, marks);

    /// <summary>The C# without markers.</summary>
    public string Text { get; }

    /// <summary>What is expected where.</summary>
    public IReadOnlyList<Mark> Marks { get; }

    /// <summary>Takes the markers out.</summary>
    public static MarkedSource Parse(string marked)
    {
        var text = new StringBuilder();
        var marks = new List<Mark>();
        var open = new Stack<(string Id, int Start)>();
        for (var i = 0; i < marked.Length; i++)
        {
            if (marked[i] == '{' && Begin().Match(marked, i) is { Success: true } begin && begin.Index == i)
            {
                open.Push((begin.Groups[1].Value, text.Length));
                i += begin.Length - 1;
            }
            else if (open.Count > 0 && marked[i] == '|' && i + 1 < marked.Length && marked[i + 1] == '}')
            {
                var (id, start) = open.Pop();
                marks.Add(new Mark(id, TextSpan.FromBounds(start, text.Length)));
                i++;
            }
            else
            {
                text.Append(marked[i]);
            }
        }

        return open.Count == 0 ? new(text.ToString(), marks) : throw new ArgumentException("A marker is not closed.", nameof(marked));
    }

    [GeneratedRegex(@"\{\|(CG\d{4}|AD\d{4}):")]
    private static partial Regex Begin();
}

/// <summary>An expected diagnostic.</summary>
internal sealed record Mark(string Id, TextSpan Span);
