using System.Text;
using System.Text.RegularExpressions;

namespace ClientGen.Cli.Contracts;

/// <summary>Patterns of paths: <c>*</c> and <c>?</c> within a name, <c>**</c> over any number of folders.</summary>
internal static class Glob
{
    /// <summary>Whether a text is a pattern.</summary>
    public static bool Is(string text) => text.AsSpan().ContainsAny('*', '?');

    /// <summary>Splits a pattern into the folder that it starts from and a test of paths below that folder.</summary>
    public static (string Folder, Func<string, bool> Matches) Split(string pattern)
    {
        var parts = pattern.Replace('\\', '/').Split('/');
        var named = parts.TakeWhile(static part => !Is(part)).Count();
        var folder = string.Join('/', parts[..named]);
        var expression = new Regex($"^{Expression(parts[named..])}$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        return (folder.Length > 0 ? folder : pattern.StartsWith('/') ? "/" : ".", path => expression.IsMatch(path));
    }

    private static string Expression(string[] parts)
    {
        var text = new StringBuilder();
        for (var i = 0; i < parts.Length; i++)
        {
            var isLast = i == parts.Length - 1;
            if (parts[i] == "**")
                text.Append(isLast ? ".*" : "(?:[^/]+/)*");
            else
                text.Append(Regex.Escape(parts[i]).Replace("\\*", "[^/]*").Replace("\\?", "[^/]")).Append(isLast ? "" : "/");
        }

        return text.ToString();
    }
}
