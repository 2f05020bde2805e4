using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace ClientGen.Analyzers.Payloads;

/// <summary>A regular expression of a contract, which follows ECMA 262. Doubtful texts match.</summary>
internal sealed class EcmaPattern
{
    private static readonly ConcurrentDictionary<string, EcmaPattern?> Known = new(StringComparer.Ordinal);

    // ^[0-9]+$ and the like: every character stands for itself, so one wrong character decides.
    private static readonly Regex OneClass = new(
        @"^\^(\[\^?(?:\\.|[^\]\\])+\]|\\[dwsDWS])(?:[*+?]|\{\d+(?:,\d*)?\})?\$$", RegexOptions.CultureInvariant, Patience);

    private readonly Regex _whole;
    private readonly Regex? _character;

    private EcmaPattern(Regex whole, Regex? character) => (_whole, _character) = (whole, character);

    private static TimeSpan Patience => TimeSpan.FromMilliseconds(200);

    /// <summary>The pattern; null when it is none that can be judged here.</summary>
    public static EcmaPattern? Of(string pattern) => Known.GetOrAdd(pattern, static text => Parse(text) is { } whole
        ? new EcmaPattern(whole, OneClass.Match(text) is { Success: true } match ? Parse("^" + match.Groups[1].Value + "$") : null)
        : null);

    /// <summary>Whether a text certainly fails.</summary>
    public bool Rejects(string text) => Rejects(_whole, text);

    /// <summary>Whether every text with this piece in it certainly fails.</summary>
    public bool RejectsPiece(string piece) => _character is { } character && piece.Any(c => Rejects(character, c.ToString()));

    private static bool Rejects(Regex regex, string text)
    {
        // Here a character outside the first plane counts as two, there as one.
        if (text.Any(char.IsSurrogate))
            return false;
        try
        {
            return !regex.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    private static Regex? Parse(string pattern) => TryParse(pattern, RegexOptions.ECMAScript) ?? TryParse(pattern, RegexOptions.CultureInvariant);

    private static Regex? TryParse(string pattern, RegexOptions options)
    {
        try
        {
            return new Regex(pattern, options, Patience);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
