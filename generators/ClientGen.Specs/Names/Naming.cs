using System.Globalization;
using System.Text;

namespace ClientGen.Specs.Names;

/// <summary>Turns names of a contract into C# names: the contract's words, each with an upper-case first letter, nothing else changed.</summary>
public static class Naming
{
    /// <summary>Longest C# name; the compiler's own limit is 1,023.</summary>
    private const int MaxLength = 256;

    /// <summary><c>webRTCSupported</c> → <c>WebRTCSupported</c>, <c>app_key</c> → <c>AppKey</c>, <c>zh-CN</c> → <c>ZhCN</c>.</summary>
    /// <param name="name">Any text.</param>
    /// <param name="fallback">What to use when no letter or digit is left.</param>
    public static string Pascal(string name, string fallback = "Value")
    {
        var text = new StringBuilder(Math.Min(name.Length, MaxLength));
        var startOfWord = true;
        foreach (var c in name)
        {
            if (text.Length == MaxLength)
                break;
            if (!char.IsLetterOrDigit(c))
            {
                startOfWord = true;
                continue;
            }

            // "x1_2" must not become the same as "x12".
            if (startOfWord && char.IsDigit(c) && text.Length > 0 && char.IsDigit(text[text.Length - 1]))
                text.Append('_');
            text.Append(startOfWord ? char.ToUpperInvariant(c) : c);
            startOfWord = false;
        }

        if (text.Length == 0)
            return fallback;
        if (!char.IsLetter(text[0]))
            text.Insert(0, fallback);
        return text.ToString();
    }

    /// <summary><c>X-Token-Expire</c> → <c>xTokenExpire</c>, <c>URL</c> → <c>url</c>.</summary>
    /// <param name="name">Any text.</param>
    /// <param name="fallback">What to use when no letter or digit is left; camelCase.</param>
    public static string Camel(string name, string fallback = "value")
    {
        var pascal = Pascal(name, Pascal(fallback));
        var upper = 0;
        while (upper < pascal.Length && char.IsUpper(pascal[upper]))
            upper++;

        // The last capital of a run belongs to the next word: "URLText" is "urlText", but "URL" is "url".
        var lower = upper <= 1 || upper == pascal.Length ? upper : upper - 1;
        return pascal.Substring(0, lower).ToLowerInvariant() + pascal.Substring(lower);
    }

    /// <summary>The C# name of an enum value: words as in <see cref="Pascal"/>; signs and symbols alone get names that can be read.</summary>
    /// <param name="value">The value's text.</param>
    public static string EnumMember(string value)
    {
        if (value.Length == 0)
            return "Empty";
        if (value.Any(char.IsLetter))
            return Pascal(value);

        var text = new StringBuilder("Value");
        foreach (var c in value.Take(MaxLength))
        {
            text.Append(c switch
            {
                '-' when text.Length == "Value".Length => "Minus",
                '+' when text.Length == "Value".Length => "Plus",
                _ when char.IsDigit(c) => c.ToString(),
                '*' => "Star",
                '<' => "Less",
                '>' => "Greater",
                '=' => "Equal",
                '!' => "Not",
                _ => "_",
            });
        }

        return text.ToString();
    }

    /// <summary>A number as text, the same on every machine.</summary>
    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
