using System.Text;

namespace ClientGen.Specs.Reading;

/// <summary>Text from a contract, made fit to stand in a message: short, on one line.</summary>
internal static class Shown
{
    private const int ShortLength = 60;
    private const int LineLength = 300;

    /// <summary>A name or value: at most 60 characters, an ellipsis behind what was cut, control characters as spaces.</summary>
    public static string Short(string text) => Cut(text, ShortLength);

    /// <summary>A sentence: at most 300 characters, otherwise like <see cref="Short"/>.</summary>
    public static string Line(string text) => Cut(text, LineLength);

    private static string Cut(string text, int longest)
    {
        var shown = new StringBuilder(Math.Min(text.Length, longest) + 1);
        foreach (var character in text)
        {
            if (shown.Length == longest)
            {
                // Half of a surrogate pair would be no character.
                if (char.IsHighSurrogate(shown[longest - 1]))
                    shown.Length--;
                return shown.Append('…').ToString();
            }

            shown.Append(char.IsControl(character) ? ' ' : character);
        }

        return shown.ToString();
    }
}
