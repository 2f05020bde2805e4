namespace ClientGen.Specs.Reading;

/// <summary>A JSON array or YAML sequence.</summary>
public sealed class SpecSequence : SpecNode
{
    private SpecNode[] _items = [];

    internal SpecSequence(SpecText source, SpecNode? parent, int index, int start)
        : base(source, parent, index, start, 0)
    {
    }

    /// <summary>The values, in the order of the text.</summary>
    public IReadOnlyList<SpecNode> Items => _items;

    /// <summary>Called once by the reader, when the closing bracket or the end of the block is reached.</summary>
    internal void Complete(SpecNode[] items, int length)
    {
        _items = items;
        Length = length;
    }
}
