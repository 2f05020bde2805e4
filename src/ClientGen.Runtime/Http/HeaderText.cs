using System.Buffers;

namespace ClientGen.Http;

/// <summary>Checks of header names and values, so that no value can become a header of its own.</summary>
internal static class HeaderText
{
    // RFC 9110 5.6.2: tchar.
    private static readonly SearchValues<char> NameChars =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>Checks a name and its value.</summary>
    /// <exception cref="ArgumentException">The name is no token, or the value has control characters or others outside ASCII.</exception>
    public static void Check(string name, string value)
    {
        if (!IsName(name))
            throw new ArgumentException($"'{name}' is no header name.", nameof(name));
        CheckValue(name, value);
    }

    /// <summary>Whether a text can be a header's name.</summary>
    public static bool IsName(string text) => text.Length > 0 && !text.AsSpan().ContainsAnyExcept(NameChars);

    /// <summary>Checks a value.</summary>
    /// <exception cref="ArgumentException">It has control characters or others outside ASCII.</exception>
    public static void CheckValue(string name, string value)
    {
        // The value stays out of the message: it may be a credential.
        if (value.AsSpan().ContainsAnyExceptInRange(' ', '~') && value.AsSpan().IndexOfAnyExcept(VisibleAndTab) >= 0)
            throw new ArgumentException($"The value of header '{name}' has control characters or characters outside ASCII.", name);
    }

    private static readonly SearchValues<char> VisibleAndTab =
        SearchValues.Create("\t" + string.Concat(Enumerable.Range(' ', '~' - ' ' + 1).Select(static c => (char)c)));
}
