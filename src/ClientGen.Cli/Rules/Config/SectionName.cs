using System.Text;
using System.Text.RegularExpressions;

namespace ClientGen.Cli.Rules.Config;

/// <summary>
/// The name of a section, a pattern of paths: <c>*</c> within a name, <c>**</c> over folders, <c>?</c>, <c>[abc]</c>, <c>[!abc]</c>, <c>{a,b}</c>, <c>{1..9}</c>.
/// </summary>
internal static class SectionName
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>Whether a file is meant.</summary>
    /// <param name="section">The pattern.</param>
    /// <param name="path">The file's path from the folder that holds the settings, with forward slashes.</param>
    public static bool Matches(string section, string path)
    {
        // "If the glob contains no slash, it matches names in every folder."
        var pattern = section.Contains('/') ? section.TrimStart('/') : "**/" + section;
        return Expression(pattern) is { } expression && expression.IsMatch(path);
    }

    /// <summary>Whether every C# file is meant.</summary>
    public static bool IsCSharp(string section) => Matches(section, "q7.cs") && Matches(section, "w3/e5/r9.cs") && Matches(section, "Tests/x.Designer.cs");

    /// <summary>Whether it speaks of C# alone, or of it and its siblings, so that a setting of C# rules fits in.</summary>
    public static bool IsForCSharp(string section) => IsCSharp(section) && section.Contains("cs", StringComparison.OrdinalIgnoreCase);

    private static Regex? Expression(string pattern)
    {
        var text = new StringBuilder("^");
        var depth = 0;
        for (var i = 0; i < pattern.Length; i++)
        {
            var c = pattern[i];
            if (c == '\\' && i + 1 < pattern.Length)
                text.Append(Regex.Escape(pattern[++i].ToString()));
            else if (c == '*' && At(i + 1) == '*')
                i = Folders(i);
            else if (c == '*')
                text.Append("[^/]*");
            else if (c == '?')
                text.Append("[^/]");
            else if (c == '[' && pattern.IndexOf(']', i + 1) is var end and > 0)
                i = Characters(i, end);
            else if (c == '{' && Range(i) is var (after, least, most))
                i = Numbers(after, least, most);
            else if (c == '{' && pattern.IndexOf('}', i) > 0)
                Open();
            else if (c == '}' && depth > 0)
                Close();
            else
                text.Append(c == ',' && depth > 0 ? "|" : Regex.Escape(c.ToString()));
        }

        // Braces that do not close mean no file at all.
        return depth == 0 ? new Regex(text.Append('$').ToString(), RegexOptions.CultureInvariant, Patience) : null;

        char At(int index) => index < pattern.Length ? pattern[index] : '\0';

        void Open()
        {
            depth++;
            text.Append("(?:");
        }

        void Close()
        {
            depth--;
            text.Append(')');
        }

        int Folders(int index)
        {
            // "a/**/b" means "a/b" too.
            var isWhole = (index == 0 || pattern[index - 1] == '/') && At(index + 2) == '/';
            text.Append(isWhole ? "(?:.*/)?" : ".*");
            return index + (isWhole ? 2 : 1);
        }

        int Characters(int index, int end)
        {
            var inside = pattern[(index + 1)..end];
            var isNot = inside.StartsWith('!');
            text.Append(isNot ? "[^" : "[").Append(Regex.Escape(isNot ? inside[1..] : inside).Replace("]", "\\]")).Append(']');
            return end;
        }

        (int After, int Least, int Most)? Range(int index)
        {
            var end = pattern.IndexOf('}', index);
            return end > 0 && pattern[(index + 1)..end].Split("..") is [var from, var to] && int.TryParse(from, out var least) && int.TryParse(to, out var most)
                ? (end, least, most)
                : null;
        }

        int Numbers(int end, int least, int most)
        {
            // A number is known when it is read, and a pattern of all between is long; no settings of C# files use more than a few.
            text.Append("(?:").AppendJoin('|', Enumerable.Range(Math.Min(least, most), Math.Min(Math.Abs(most - least), 999) + 1)).Append(')');
            return end;
        }
    }
}
