using System.Text;

namespace ClientGen.Specs.Reading;

/// <summary>One value of a document, with its place. Immutable and safe to read from several threads.</summary>
/// <remarks>
/// A value that YAML aliases repeat is one node, met in several places; its span, parent and pointer are those of the anchor.
/// </remarks>
public abstract class SpecNode
{
    private readonly int _index;

    private protected SpecNode(SpecText source, SpecNode? parent, int index, int start, int length)
    {
        Source = source;
        Parent = parent;
        _index = index;
        Start = start;
        Length = length;
    }

    /// <summary>The mapping or sequence that holds this value; null at the root.</summary>
    public SpecNode? Parent { get; }

    /// <summary>Where the value stands in the text, brackets and quotes included.</summary>
    public SourceSpan Span => Source.Span(Start, Length);

    /// <summary>The value's JSON pointer (RFC 6901) from the root: empty for the root, else <c>/paths/~1pets/get</c>.</summary>
    public string Pointer
    {
        get
        {
            var pointer = new StringBuilder();
            for (var node = this; node.Parent is { } parent; node = parent)
            {
                var token = parent is SpecMapping mapping ? SpecPointer.Escape(mapping.Entries[node._index].Key) : Index(node._index);
                pointer.Insert(0, token).Insert(0, '/');
            }

            return pointer.ToString();

            static string Index(int index) => index.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }
    }

    internal SpecText Source { get; }

    internal int Start { get; }

    internal int Length { get; private protected set; }
}
