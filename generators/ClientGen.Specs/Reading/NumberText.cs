using System.Globalization;

namespace ClientGen.Specs.Reading;

/// <summary>Numbers as JSON and the YAML 1.2 core schema write them.</summary>
internal static class NumberText
{
    /// <summary>Reads an integer: decimal, <c>0o17</c> or <c>0x1F</c>.</summary>
    public static bool TryInt64(string text, out long value)
    {
        if (TryUnsigned(text, out var unsigned))
        {
            value = unchecked((long)unsigned);
            return unsigned <= long.MaxValue;
        }

        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>Reads a number with point or exponent if its value is whole: <c>1.0</c>, <c>1e3</c>.</summary>
    public static bool TryWhole(string text, out long value)
    {
        value = 0;
        if (!TryDecimal(text, out var number) || number != decimal.Truncate(number))
            return false;
        // 1e-400 becomes a decimal zero; it is no whole number.
        if (number == 0 && HasSignificantDigit(text))
            return false;
        if (number is < long.MinValue or > long.MaxValue)
            return false;

        value = (long)number;
        return true;
    }

    /// <summary>Reads any number as a double; too large ones become infinite.</summary>
    public static bool TryDouble(string text, out double value)
    {
        if (TryUnsigned(text, out var unsigned))
        {
            value = unsigned;
            return true;
        }

        if (text.EndsWith("nan", StringComparison.OrdinalIgnoreCase))
        {
            value = double.NaN;
            return true;
        }

        if (text.EndsWith("inf", StringComparison.OrdinalIgnoreCase) || !TryFinite(text, out value))
            value = text[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity;
        return true;
    }

    /// <summary>Reads any number that a decimal can hold, without rounding to a double first.</summary>
    public static bool TryDecimal(string text, out decimal value)
    {
        if (TryUnsigned(text, out var unsigned))
        {
            value = unsigned;
            return true;
        }

        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
    }

    // .NET Framework answers false where .NET answers infinity.
    private static bool TryFinite(string text, out double value) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);

    private static bool TryUnsigned(string text, out ulong value)
    {
        value = 0;
        if (text.Length < 3 || text[0] != '0' || text[1] is not ('x' or 'o'))
            return false;

        var shift = text[1] == 'x' ? 4 : 3;
        for (var at = 2; at < text.Length; at++)
        {
            if (value >> (64 - shift) != 0)
                return false;
            value = (value << shift) | Digit(text[at]);
        }

        return true;
    }

    private static ulong Digit(char digit) => digit <= '9' ? (ulong)(digit - '0') : (ulong)((digit | 0x20) - 'a' + 10);

    private static bool HasSignificantDigit(string text)
    {
        foreach (var character in text)
        {
            if (character is >= '1' and <= '9')
                return true;
            if (character is 'e' or 'E')
                break;
        }

        return false;
    }
}
