using System.Globalization;
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
    /// <remarks>What YAML's <c>&lt;&lt;</c> takes from a mapping written in place has the pointer of where it ends up.</remarks>
    public string Pointer
    {
        get
        {
            var pointer = new StringBuilder();
            for (var node = this; node.Parent is { } parent; node = parent)
            {
                if (node.Token(parent) is { } token)
                    pointer.Insert(0, token).Insert(0, '/');
            }

            return pointer.ToString();
        }
    }

    internal SpecText Source { get; }

    internal int Start { get; }

    internal int Length { get; private protected set; }

    /// <summary>The pointer's part for this value; null where the parent did not keep it, as for a repeated key or a merge.</summary>
    private string? Token(SpecNode parent)
    {
        if (parent is not SpecMapping mapping)
        {
            var isKept = parent.Parent is not SpecMapping || parent.Token(parent.Parent) is not null;
            return isKept ? _index.ToString(CultureInfo.InvariantCulture) : null;
        }

        // Entries before this one may have been left out, so it stands at its index or earlier.
        for (var at = Math.Min(_index, mapping.Count - 1); at >= 0; at--)
        {
            if (ReferenceEquals(mapping.Entries[at].Value, this))
                return SpecPointer.Escape(mapping.Entries[at].Key);
        }

        return null;
    }
}
