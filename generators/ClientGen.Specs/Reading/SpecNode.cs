using System.Globalization;

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
            var tokens = new Stack<string>();
            for (var node = this; node.Parent is not null; node = node.Parent)
            {
                if (node.Key is { } key)
                    tokens.Push(SpecPointer.Escape(key));
            }

            return string.Concat(tokens.Select(static token => "/" + token));
        }
    }

    /// <summary>The key or index under which the parent holds this value; null at the root, and where the parent did not keep it, as for a repeated key or a merge.</summary>
    public string? Key
    {
        get
        {
            if (Parent is SpecMapping mapping)
                return KeyIn(mapping);
            return Parent is null || (Parent.Parent is SpecMapping && Parent.Key is null) ? null : _index.ToString(CultureInfo.InvariantCulture);
        }
    }

    internal SpecText Source { get; }

    internal int Start { get; }

    internal int Length { get; private protected set; }

    private string? KeyIn(SpecMapping mapping)
    {
        // Entries before this one may have been left out, so it stands at its index or earlier.
        for (var at = Math.Min(_index, mapping.Count - 1); at >= 0; at--)
        {
            if (ReferenceEquals(mapping.Entries[at].Value, this))
                return mapping.Entries[at].Key;
        }

        return null;
    }
}
