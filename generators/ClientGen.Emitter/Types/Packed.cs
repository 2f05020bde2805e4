using System.Text;

namespace ClientGen.Emitter.Types;

/// <summary>Puts many short pieces of code on few lines.</summary>
internal static class Packed
{
    /// <summary>What stands before the further lines of one statement.</summary>
    public const string Hang = "    ";

    private const int Width = 126;

    /// <summary>Lines of the pieces in order, each line filled up to about the width.</summary>
    /// <param name="pieces">Code with its own separators.</param>
    /// <param name="separator">What stands between two pieces on a line.</param>
    /// <param name="hang">What stands before every line but the first.</param>
    public static IEnumerable<string> Lines(IEnumerable<string> pieces, string separator = " ", string hang = "")
    {
        var prefix = "";
        var line = new StringBuilder();
        foreach (var piece in pieces)
        {
            if (line.Length > 0 && line.Length + piece.Length > Width)
            {
                yield return prefix + line;
                prefix = hang;
                line.Clear();
            }

            if (line.Length > 0)
                line.Append(separator);
            line.Append(piece);
        }

        if (line.Length > 0)
            yield return prefix + line;
    }

    /// <summary>A declaration with its attributes, on one line where they fit.</summary>
    /// <param name="attributes">Attributes with their brackets.</param>
    /// <param name="declaration">The line that they belong to.</param>
    public static IEnumerable<string> Declaration(IEnumerable<string> attributes, string declaration)
    {
        var list = string.Join(", ", attributes.Select(static attribute => attribute.Substring(1, attribute.Length - 2)));
        if (list.Length == 0)
            return [declaration];
        return list.Length + declaration.Length <= Width ? [$"[{list}] {declaration}"] : [$"[{list}]", declaration];
    }
}
