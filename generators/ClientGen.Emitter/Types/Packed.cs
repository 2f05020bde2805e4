using System.Text;

namespace ClientGen.Emitter.Types;

/// <summary>Puts many short pieces of code on few lines.</summary>
internal static class Packed
{
    private const int Width = 110;

    /// <summary>Lines of the pieces in order, each line filled up to about the width.</summary>
    /// <param name="pieces">Code with its own separators.</param>
    /// <param name="separator">What stands between two pieces on a line.</param>
    public static IEnumerable<string> Lines(IEnumerable<string> pieces, string separator = " ")
    {
        var line = new StringBuilder();
        foreach (var piece in pieces)
        {
            if (line.Length > 0 && line.Length + piece.Length > Width)
            {
                yield return line.ToString();
                line.Clear();
            }

            if (line.Length > 0)
                line.Append(separator);
            line.Append(piece);
        }

        if (line.Length > 0)
            yield return line.ToString();
    }
}
