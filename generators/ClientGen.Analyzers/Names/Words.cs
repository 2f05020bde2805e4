using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace ClientGen.Analyzers.Names;

/// <summary>The words of a text, kept as hashes: enough to tell that a name or literal does not stand in it, without its syntax.</summary>
/// <remarks>
/// Comments count too, and two words may share a hash, so a yes means "look". Reading a file like this takes a tenth of the time that a walk
/// through its tokens does, and most files of a solution have nothing to do with a client.
/// </remarks>
internal sealed class Words
{
    private const int Chunk = 16 * 1024;
    private const int Basis = unchecked((int)2166136261);
    private const int Prime = 16777619;

    private readonly HashSet<int> _hashes = [];
    private bool _hasEscapes;

    private Words()
    {
    }

    /// <summary>Reads a text.</summary>
    public static Words Of(SourceText text)
    {
        var words = new Words();
        var reader = new Reader(words);
        var buffer = new char[Math.Min(Chunk, text.Length)];
        for (var start = 0; start < text.Length; start += buffer.Length)
        {
            var length = Math.Min(buffer.Length, text.Length - start);
            text.CopyTo(start, buffer, 0, length);
            for (var i = 0; i < length; i++)
                reader.Read(buffer[i]);
        }

        reader.Read('\0');
        return words;
    }

    /// <summary>Whether a name, or the first word of a literal, may stand in the text.</summary>
    public bool MayHave(string name) => _hasEscapes || FirstOf(name) is not { } hash || _hashes.Contains(hash);

    /// <summary>Whether one of some names may stand in the text.</summary>
    public bool MayHaveAny(NameSet names) => _hasEscapes || names.AreOpen || (_hashes.Count < names.Hashes.Count ? _hashes.Overlaps(names.Hashes) : names.Hashes.Overlaps(_hashes));

    /// <summary>The hash of the first word of a name; null when it has none.</summary>
    public static int? FirstOf(string name)
    {
        var hash = Basis;
        var i = 0;
        while (i < name.Length && !IsPart(name[i]))
            i++;
        if (i == name.Length)
            return null;
        for (; i < name.Length && IsPart(name[i]); i++)
            hash = Next(hash, name[i]);
        return hash;
    }

    private static int Next(int hash, char c) => unchecked((hash ^ c) * Prime);

    private static bool IsPart(char c) => c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' or '_' || (c >= 0x80 && char.IsLetterOrDigit(c));

    /// <summary>Takes one character after another.</summary>
    private sealed class Reader(Words words)
    {
        private static readonly int New = FirstOf(TreeIndex.New)!.Value;

        private readonly StringBuilder _number = new();
        private Place _place;
        private int _hash = Basis;
        private bool _isNumber;
        private bool _isEscape;

        // "new" is in every file; only where a type is made with arguments and not named does it say something.
        private enum Place
        {
            Outside,
            Inside,
            AfterNew,
            InArguments,
        }

        public void Read(char c)
        {
            var isPart = IsPart(c);
            if (_place == Place.Inside && !isPart)
                End();
            if (_place > Place.Inside && !char.IsWhiteSpace(c))
                AfterNew(c);
            if (isPart)
                Take(c);
            // An escape may hide any letter, and a character that nobody sees may stand in a name.
            else if (c >= 0x80 && MayStandInName(c))
                words._hasEscapes = true;
            _isEscape = c == '\\';
        }

        private static bool MayStandInName(char c) => char.GetUnicodeCategory(c)
            is UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.ConnectorPunctuation or UnicodeCategory.LetterNumber;

        private void AfterNew(char c)
        {
            if (_place == Place.AfterNew && c == '(')
            {
                _place = Place.InArguments;
                return;
            }

            if (_place == Place.InArguments ? c != ')' : !IsPart(c) && c is not ('[' or '{' or '@'))
                words._hashes.Add(New);
            _place = Place.Outside;
        }

        private void Take(char c)
        {
            if (_place != Place.Inside)
            {
                words._hasEscapes |= _isEscape && c is 'u' or 'U' or 'x';
                (_place, _isNumber, _hash) = (Place.Inside, c is >= '0' and <= '9', Basis);
                _number.Clear();
            }

            _hash = Next(_hash, c);
            if (_isNumber)
                _number.Append(c);
        }

        private void End()
        {
            _place = _hash == New ? Place.AfterNew : Place.Outside;
            if (_place == Place.AfterNew)
                return;
            words._hashes.Add(_hash);
            if (_isNumber && Value(_number.ToString()) is { } value)
                words._hashes.Add(FirstOf(value)!.Value);
        }

        // The same number is written in many ways: 168110, 168_110u, 0x290AE.
        private static string? Value(string text)
        {
            var digits = text.Replace("_", "").TrimEnd('u', 'U', 'l', 'L');
            var prefix = digits.Length > 2 ? digits[1] : ' ';
            if (prefix is 'b' or 'B')
                return digits.Length <= 65 && digits.Skip(2).All(static digit => digit is '0' or '1') ? Text(Convert.ToInt64(digits.Substring(2), 2)) : null;
            var isHex = prefix is 'x' or 'X';
            return long.TryParse(isHex ? digits.Substring(2) : digits, isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Text(number) : null;
        }

        private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
    }
}
