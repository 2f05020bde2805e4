namespace ClientGen.Specs.Reading;

/// <summary>
/// Reads JSON (RFC 8259) and goes on after mistakes: a half-written contract gives its readable half. Recursive, which the depth
/// limit makes safe.
/// </summary>
internal sealed partial class JsonSpecReader
{
    /// <summary>What <see cref="Peek"/> answers behind the text; <see cref="ReadableText"/> leaves no other NUL.</summary>
    private const char End = '\0';

    private readonly SpecText _source;
    private readonly string _text;
    private readonly FindingList _findings;
    private readonly SpecBuilder _builder;
    private readonly StringPool _pool = new();
    private int _at;
    private int _openMappings;
    private int _openSequences;
    private bool _endReported;

    public JsonSpecReader(SpecText source, FindingList findings, CancellationToken cancellationToken)
    {
        _source = source;
        _text = source.Text;
        _findings = findings;
        _builder = new SpecBuilder(source, findings, cancellationToken);
    }

    private char Peek => _at < _text.Length ? _text[_at] : End;

    /// <summary>Reads the whole text from an offset.</summary>
    public SpecNode Read(int start)
    {
        _at = start;
        SkipBlank();
        if (Peek == End)
        {
            _findings.Error(ReadingRules.Syntax, _at, 0, "The file is empty. Write a contract, or take the file out of the build.");
            return _builder.Nothing(null, 0, _at, 0);
        }

        var root = ReadValue(null, 0, 0);
        SkipBlank();
        if (Peek != End)
            Error(_at, 1, "The document ends before this place. Remove what follows, or check the brackets above.");
        return root;
    }

    private SpecNode ReadValue(SpecNode? parent, int index, int depth)
    {
        SkipBlank();
        if (!_builder.TryCount(1, _at, 0))
            Stop();

        switch (Peek)
        {
            case '{' or '[' when depth == ReadingLimits.Depth:
                return SkipTooDeep(parent, index);
            case '{':
                return ReadObject(parent, index, depth);
            case '[':
                return ReadArray(parent, index, depth);
            case '"' or '\'':
                var start = _at;
                var text = ReadString(isKey: false);
                return new SpecScalar(_source, parent, index, start, _at - start, ScalarKind.String, text);
            case End or ',' or ':' or '}' or ']':
                if (Peek != End)
                    Error(_at, 0, "A value is missing here.");
                return _builder.Nothing(parent, index, _at, 0);
            default:
                return ReadWord(parent, index);
        }
    }

    private SpecMapping ReadObject(SpecNode? parent, int index, int depth)
    {
        var start = _at++;
        var mapping = new SpecMapping(_source, parent, index, start);
        var first = _builder.Entries;
        var separators = default(Separators);
        _openMappings++;
        while (true)
        {
            SkipBlank();
            if (Closes('}', ']', _openSequences, start, "object", ref separators))
                break;
            if (SkipComma(ref separators))
                continue;

            if (Peek is '{' or '[' or ':')
            {
                // Read as a value, so that its brackets do not end the wrong object.
                Error(_at, 1, "A value stands here without a name. Write `\"name\": ` before it.");
                if (Peek == ':')
                    _at++;
                ReadValue(mapping, 0, depth + 1);
            }
            else
            {
                Separate(ref separators);
                ReadEntry(mapping, _builder.Entries - first, depth);
            }

            separators.ValueBefore = true;
        }

        _openMappings--;
        _builder.CompleteMapping(mapping, first, _at);
        return mapping;
    }

    private void ReadEntry(SpecMapping mapping, int index, int depth)
    {
        var start = _at;
        var quoted = Peek is '"' or '\'';
        var key = quoted ? ReadString(isKey: true)! : TakeWord();
        var length = _at - start;
        if (!quoted)
            ReportName(start, length, key, "is not quoted. Put it into double quotes.");

        SkipBlank();
        SpecNode value;
        if (Peek == ':')
        {
            _at++;
            value = ReadValue(mapping, index, depth + 1);
        }
        else
        {
            ReportName(start, length, key, "has no value. Write `: ` and a value behind it.");
            // `"a" {` and `"a" 5` only lack the colon; a string that follows is rather the next name.
            value = Peek is End or ',' or '}' or ']' or '"' or '\''
                ? MissingValue(mapping, index, start + length)
                : ReadValue(mapping, index, depth + 1);
        }

        _builder.Add(new SpecEntry(key, start, length, value));
    }

    private SpecScalar MissingValue(SpecMapping mapping, int index, int start)
    {
        if (!_builder.TryCount(1, start, 0))
            Stop();
        return _builder.Nothing(mapping, index, start, 0);
    }

    private void ReportName(int start, int length, string key, string what)
    {
        // Millions of such names must not cost millions of sentences.
        if (!_findings.IsFull)
            Error(start, length, $"The name `{Shown.Short(key)}` {what}");
    }

    private SpecSequence ReadArray(SpecNode? parent, int index, int depth)
    {
        var start = _at++;
        var sequence = new SpecSequence(_source, parent, index, start);
        var first = _builder.Items;
        var separators = default(Separators);
        _openSequences++;
        while (true)
        {
            SkipBlank();
            if (Closes(']', '}', _openMappings, start, "array", ref separators))
                break;
            if (SkipComma(ref separators))
                continue;

            if (Peek == ':')
            {
                Error(_at++, 1, "`:` does not belong into an array. Use `{` and `}` for names with values.");
                separators.ValueBefore = false;
                continue;
            }

            Separate(ref separators);
            _builder.Add(ReadValue(sequence, _builder.Items - first, depth + 1));
            separators.ValueBefore = true;
        }

        _openSequences--;
        _builder.CompleteSequence(sequence, first, _at);
        return sequence;
    }

    /// <summary>Leaves out a value that lies too deep, without recursion.</summary>
    private SpecScalar SkipTooDeep(SpecNode? parent, int index)
    {
        var start = _at;
        var open = 0;
        do
        {
            switch (Peek)
            {
                case '{' or '[':
                    open++;
                    break;
                case '}' or ']':
                    open--;
                    break;
                case '"':
                    SkipString();
                    continue;
            }

            _at++;
        }
        while (open > 0 && _at < _text.Length);

        _builder.TooDeep(start, 1);
        return _builder.Nothing(parent, index, start, _at - start);
    }

    /// <summary>Ends the reading without complaints about brackets that are open.</summary>
    private void Stop()
    {
        _at = _text.Length;
        _endReported = true;
    }

    private void Error(int start, int length, string message) => _findings.Error(ReadingRules.Syntax, start, length, message);
}
