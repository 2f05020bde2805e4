using YamlDotNet.Core.Events;

namespace ClientGen.Specs.Reading;

/// <content>
/// Anchors, aliases and merges. An alias is the anchor's node once more, so that nine lines cannot fill the memory; what a walk
/// over the tree would meet is counted all the same.
/// </content>
internal sealed partial class YamlSpecReader
{
    /// <summary>A value that aliases may repeat.</summary>
    private sealed class Anchored(SpecNode node, int nodesBefore)
    {
        public SpecNode Node { get; } = node;

        /// <summary>The document's number of values before this one, and this one's own.</summary>
        public int NodesBefore { get; } = nodesBefore;

        /// <summary>Number of values, this one included, aliases expanded; 0 while the value is being read.</summary>
        public int Nodes { get; private set; }

        /// <summary>Levels below the value, aliases expanded.</summary>
        public int Height { get; private set; }

        public void Close(int height, int nodes)
        {
            Height = height;
            Nodes = nodes;
        }
    }

    private Anchored? Anchor(NodeEvent begin, SpecNode node)
    {
        if (begin.Anchor.IsEmpty)
            return null;

        // YAML 1.2 section 7.1: an anchor may be given again; an alias means the one before it.
        return _anchors[begin.Anchor.Value] = new Anchored(node, _builder.Nodes - 1);
    }

    private Tree Complete(Tree tree, Anchored? anchored)
    {
        anchored?.Close(tree.Height, _builder.Nodes - anchored.NodesBefore);
        return tree;
    }

    private Tree ReadAlias(AnchorAlias alias, SpecNode? parent, int index, int depth)
    {
        var start = Offset(alias.Start);
        var length = Offset(alias.End) - start;
        _lastEnd = start + length;
        var anchored = FindAnchor(alias);
        Next();
        if (anchored is null)
        {
            Error(start, length,
                $"`*{Shown.Short(alias.Value.Value)}` has no anchor before it. Write `&{Shown.Short(alias.Value.Value)}` at the value that is meant.");
        }
        else if (anchored.Nodes == 0)
        {
            Error(start, length,
                $"`*{Shown.Short(alias.Value.Value)}` stands inside the value that it repeats, which would have no end. Refer to it with `$ref`.");
        }
        else if (depth + anchored.Height > ReadingLimits.Depth)
        {
            _builder.TooDeep(start, length);
        }
        else if (_builder.TryCount(anchored.Nodes - 1, start, length))
        {
            return new Tree(anchored.Node, anchored.Height);
        }
        else
        {
            // Each further alias would say the same.
            _ended = true;
        }

        return Nothing(parent, index, start);
    }

    private Anchored? FindAnchor(AnchorAlias alias) => _anchors.TryGetValue(alias.Value.Value, out var found) ? found : null;

    /// <summary>Takes the value of <c>&lt;&lt;</c>: a mapping, or a sequence of mappings of which the first counts.</summary>
    private void Merge(SpecNode value, Key key, List<SpecMapping> merged)
    {
        var sources = value is SpecSequence sequence ? sequence.Items : [value];
        foreach (var source in sources)
        {
            if (source is SpecMapping mapping)
                merged.Add(mapping);
            else if (source is not SpecScalar { IsNull: true })
                Error(key.Start, key.Length, "`<<` takes over the entries of mappings, but its value is none. Write an alias such as `*base`.");
        }
    }
}
