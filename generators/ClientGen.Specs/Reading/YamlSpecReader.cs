using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ClientGen.Specs.Reading;

/// <summary>Reads YAML from the events of YamlDotNet's parser. Recursive, which the depth limit makes safe.</summary>
internal sealed partial class YamlSpecReader
{
    private readonly SpecText _source;
    private readonly string _text;
    private readonly FindingList _findings;
    private readonly SpecBuilder _builder;
    private readonly Dictionary<string, Anchored> _anchors = new(StringComparer.Ordinal);
    private readonly StringPool _pool = new();
    private Parser _parser = new(TextReader.Null);
    private int _offset;
    private bool _ended;

    /// <summary>Behind the last scalar, alias or closing bracket: where blocks end, whose own end marks lie at the next key.</summary>
    private int _lastEnd;

    public YamlSpecReader(SpecText source, FindingList findings, CancellationToken cancellationToken)
    {
        _source = source;
        _text = source.Text;
        _findings = findings;
        _builder = new SpecBuilder(source, findings, cancellationToken);
    }

    /// <summary>Why the reading stopped early; null when the text is YAML.</summary>
    public YamlFailure? Failure { get; private set; }

    /// <summary>The number of values that were read, aliases expanded.</summary>
    public int Nodes => _builder.Nodes;

    private ParsingEvent? Current => _ended ? null : _parser.Current;

    /// <summary>Reads the first document from an offset.</summary>
    public SpecNode Read(int start)
    {
        _offset = start;
        _lastEnd = start;
        _parser = new Parser(new Scanner(new StringReader(YamlLineBreaks.Hide(_text.Substring(start))), skipComments: true));
        Next();
        while (Current is StreamStart or DocumentStart)
            Next();

        if (Current is null or StreamEnd)
        {
            if (Failure is null)
                _findings.Error(ReadingRules.Syntax, start, 0, "The file is empty. Write a contract, or take the file out of the build.");
            return _builder.Nothing(null, 0, start, 0);
        }

        var root = ReadValue(null, 0, 0).Node;
        ReportFurtherDocuments();
        return root;
    }

    private Tree ReadValue(SpecNode? parent, int index, int depth)
    {
        if (Current is not { } current)
            return Nothing(parent, index, _lastEnd);

        var start = Offset(current.Start);
        if (!_builder.TryCount(1, start, 0))
        {
            _ended = true;
            return Nothing(parent, index, start);
        }

        switch (current)
        {
            case Scalar scalar:
                return new Tree(ReadScalar(scalar, parent, index), 0);
            case AnchorAlias alias:
                return ReadAlias(alias, parent, index, depth);
            case MappingStart or SequenceStart when depth == ReadingLimits.Depth:
                // The rest is given up: reading on would let the scanner go as deep as the text wants.
                _builder.TooDeep(start, 1);
                _ended = true;
                return Nothing(parent, index, start);
            case MappingStart mapping:
                return ReadMapping(mapping, parent, index, depth);
            case SequenceStart sequence:
                return ReadSequence(sequence, parent, index, depth);
            default:
                return Nothing(parent, index, start);
        }
    }

    private Tree ReadMapping(MappingStart begin, SpecNode? parent, int index, int depth)
    {
        var mapping = new SpecMapping(_source, parent, index, Offset(begin.Start));
        var anchored = Anchor(begin, mapping);
        var first = _builder.Entries;
        var height = 0;
        List<SpecMapping>? merged = null;
        Next();
        while (Current is not (null or MappingEnd))
        {
            var key = ReadKey(mapping, depth);
            var value = ReadValue(mapping, _builder.Entries - first, depth + 1);
            height = Math.Max(height, value.Height);
            if (key.IsMerge)
                Merge(value.Node, key, merged ??= []);
            else if (key.Text is not null)
                _builder.Add(new SpecEntry(key.Text, key.Start, key.Length, value.Node));
        }

        var end = EndOf(mapping, begin.Style == MappingStyle.Flow);
        _builder.CompleteMapping(mapping, first, end, merged);
        return Complete(new Tree(mapping, height + 1), anchored);
    }

    private Tree ReadSequence(SequenceStart begin, SpecNode? parent, int index, int depth)
    {
        var sequence = new SpecSequence(_source, parent, index, Offset(begin.Start));
        var anchored = Anchor(begin, sequence);
        var first = _builder.Items;
        var height = 0;
        Next();
        while (Current is not (null or SequenceEnd))
        {
            var item = ReadValue(sequence, _builder.Items - first, depth + 1);
            height = Math.Max(height, item.Height);
            _builder.Add(item.Node);
        }

        var end = EndOf(sequence, begin.Style == SequenceStyle.Flow);
        _builder.CompleteSequence(sequence, first, end);
        return Complete(new Tree(sequence, height + 1), anchored);
    }

    /// <summary>Moves behind the end event of a mapping or sequence and says where its text ends.</summary>
    private int EndOf(SpecNode collection, bool isFlow)
    {
        if (Current is { } end)
        {
            // The end event's marks lie before the bracket, or where the parser gave up.
            if (isFlow)
                _lastEnd = Math.Min(_text.Length, Offset(end.Start) + 1);
            Next();
        }

        return Math.Max(collection.Start, _lastEnd);
    }

    private SpecScalar ReadScalar(Scalar scalar, SpecNode? parent, int index)
    {
        var node = MakeScalar(scalar, parent, index);
        Next();
        return node;
    }

    private SpecScalar MakeScalar(Scalar scalar, SpecNode? parent, int index)
    {
        var start = Offset(scalar.Start);
        var length = LengthOf(scalar, start);
        var value = YamlLineBreaks.Reveal(scalar.Value);
        var text = _pool.Get(value, 0, value.Length);
        if (scalar.Style == ScalarStyle.DoubleQuoted && ReadableText.WithoutHalves(text) is { } whole)
        {
            Error(start, length, "An escape in this string is half of a surrogate pair. Write the character itself.");
            text = whole;
        }

        if (length > 0)
            _lastEnd = start + length;
        var node = new SpecScalar(_source, parent, index, start, length, YamlScalar.KindOf(scalar, text), text);
        if (Anchor(scalar, node) is { } anchored)
            anchored.Close(0, 1);
        return node;
    }

    private int LengthOf(Scalar scalar, int start)
    {
        var end = Offset(scalar.End);
        // A block scalar's end mark lies at the next token, behind blank lines.
        if (scalar.Style is ScalarStyle.Literal or ScalarStyle.Folded)
        {
            while (end > start && char.IsWhiteSpace(_text[end - 1]))
                end--;
        }

        return Math.Max(0, end - start);
    }

    private Key ReadKey(SpecMapping mapping, int depth)
    {
        var start = Offset(Current!.Start);
        var length = Math.Max(0, Offset(Current.End) - start);
        switch (Current)
        {
            case Scalar scalar:
                var node = ReadScalar(scalar, mapping, 0);
                var isMerge = node.Text == "<<" && scalar.Style == ScalarStyle.Plain && scalar.Tag.IsEmpty;
                return new Key(node.Text, node.Start, node.Length, isMerge);
            case AnchorAlias alias when FindAnchor(alias) is { Node: SpecScalar known }:
                Next();
                return new Key(known.Text, start, length, IsMerge: false);
            case AnchorAlias alias when FindAnchor(alias) is null:
                ReadAlias(alias, mapping, 0, depth);
                return new Key(null, start, length, IsMerge: false);
            default:
                Error(start, Math.Max(1, length), "A contract's keys are plain text; this one is not, and is left out. Write a name.");
                ReadValue(mapping, 0, depth + 1);
                return new Key(null, start, length, IsMerge: false);
        }
    }

    private void ReportFurtherDocuments()
    {
        if (Current is DocumentEnd)
            Next();
        if (Current is DocumentStart next)
        {
            Error(Offset(next.Start), 3,
                "A second YAML document begins here; only the first is read. Give it a file of its own.");
        }
    }

    private Tree Nothing(SpecNode? parent, int index, int start) => new(_builder.Nothing(parent, index, start, 0), 0);

    private int Offset(Mark mark) => Math.Min(_text.Length, _offset + (int)mark.Index);

    private void Error(int start, int length, string message) => _findings.Error(ReadingRules.Syntax, start, length, message);

    /// <summary>A value and how many levels lie below it, aliases expanded.</summary>
    private readonly record struct Tree(SpecNode Node, int Height);

    /// <summary>A key; without text where it is none that we can use.</summary>
    private readonly record struct Key(string? Text, int Start, int Length, bool IsMerge);
}
