namespace ClientGen.Specs.Reading;

/// <content>Commas, brackets, blanks and comments.</content>
internal sealed partial class JsonSpecReader
{
    /// <summary>What stood before, inside one object or array.</summary>
    private struct Separators
    {
        /// <summary>Whether a value came last, so that a comma or the end has to follow.</summary>
        public bool ValueBefore;

        /// <summary>Offset of a comma that came last, plus one; 0 for none.</summary>
        public int CommaBehind;
    }

    /// <summary>Whether the object or array ends here, rightly or not.</summary>
    private bool Closes(char own, char other, int othersOpen, int start, string what, ref Separators separators)
    {
        for (; Peek == other && othersOpen == 0; SkipBlank())
            Error(_at++, 1, $"`{other}` closes nothing. Remove it.");

        if (Peek == own)
        {
            if (separators.CommaBehind > 0)
            {
                _findings.Warning(ReadingRules.Syntax, separators.CommaBehind - 1, 1,
                    $"JSON has no comma before `{own}`. Remove it.");
            }

            _at++;
            return true;
        }

        if (Peek == End)
        {
            if (!_endReported)
                Error(start, 1, $"This {what} is not closed. Write `{own}` where it ends.");
            // The brackets around it are open for the same reason.
            _endReported = true;
            return true;
        }

        if (Peek != other)
            return false;

        // The bracket closes something further out, so this one must have been forgotten.
        Error(_at, 1, FormattableString.Invariant(
            $"`{other}` stands where the {what} of line {_source.Position(start).Line + 1} is still open. Write `{own}` before it."));
        return true;
    }

    private bool SkipComma(ref Separators separators)
    {
        if (Peek != ',')
            return false;

        if (!separators.ValueBefore)
            Error(_at, 1, "A comma stands here without a value before it. Remove it, or write the value.");
        _at++;
        separators = new Separators { CommaBehind = _at };
        return true;
    }

    private void Separate(ref Separators separators)
    {
        if (separators.ValueBefore)
            Error(_at, 0, "A comma is missing before this place.");
        separators = default;
    }

    private void SkipBlank()
    {
        while (true)
        {
            // Half of a contract is indentation: a local variable keeps this loop in a register.
            var at = _at;
            while (at < _text.Length && _text[at] is ' ' or '\n' or '\r' or '\t')
                at++;
            _at = at;

            var character = Peek;
            if (character == '/' && _at + 1 < _text.Length && (_text[_at + 1] is '/' or '*'))
                SkipComment();
            else if (character is '\uFEFF' or '\u00A0')
                Error(_at++, 1, "An invisible character stands here that is no blank in JSON. Remove it.");
            else
                return;
        }
    }

    private void SkipComment()
    {
        var start = _at;
        if (_text[_at + 1] == '/')
        {
            while (Peek is not (End or '\n' or '\r'))
                _at++;
        }
        else
        {
            var end = _text.IndexOf("*/", _at + 2, StringComparison.Ordinal);
            _at = end < 0 ? _text.Length : end + 2;
            if (end < 0)
                Error(start, 2, "This comment is not closed. Write `*/` where it ends.");
        }

        _findings.Warning(ReadingRules.Syntax, start, _at - start, "JSON has no comments. Move the text into a `description`.");
    }
}
