namespace ClientGen.Specs.Reading;

/// <summary>The number grammar of RFC 8259 section 6.</summary>
internal static class JsonNumber
{
    /// <summary>Integer or Number for a number, String for anything else.</summary>
    public static ScalarKind KindOf(string word)
    {
        var at = 0;
        var kind = ScalarKind.Integer;
        if (at < word.Length && word[at] == '-')
            at++;

        // "Leading zeros are not allowed."
        if (at < word.Length && word[at] == '0')
            at++;
        else if (!SkipDigits(word, ref at))
            return ScalarKind.String;

        if (at < word.Length && word[at] == '.')
        {
            at++;
            kind = ScalarKind.Number;
            if (!SkipDigits(word, ref at))
                return ScalarKind.String;
        }

        if (at < word.Length && (word[at] is 'e' or 'E'))
        {
            at++;
            kind = ScalarKind.Number;
            if (at < word.Length && (word[at] is '+' or '-'))
                at++;
            if (!SkipDigits(word, ref at))
                return ScalarKind.String;
        }

        return at == word.Length ? kind : ScalarKind.String;
    }

    private static bool SkipDigits(string word, ref int at)
    {
        var start = at;
        while (at < word.Length && word[at] is >= '0' and <= '9')
            at++;
        return at > start;
    }
}
