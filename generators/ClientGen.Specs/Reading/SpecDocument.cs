namespace ClientGen.Specs.Reading;

/// <summary>How a document is written.</summary>
public enum SpecFormat
{
    /// <summary>RFC 8259.</summary>
    Json,

    /// <summary>YAML 1.2 with the core schema.</summary>
    Yaml,
}

/// <summary>What a document is.</summary>
public enum SpecKind
{
    /// <summary>Empty, or a version that we do not read; a finding says which.</summary>
    Unknown,

    /// <summary>OpenAPI 3.0.x.</summary>
    OpenApi30,

    /// <summary>OpenAPI 3.1.x, or 3.2.x read as such with a warning.</summary>
    OpenApi31,

    /// <summary>AsyncAPI 3.0.x, or a later 3.x read as such with a warning.</summary>
    AsyncApi30,

    /// <summary>Arazzo 1.0.x.</summary>
    Arazzo10,

    /// <summary>Arazzo 1.1.x, or a later 1.x read as such with a warning.</summary>
    Arazzo11,

    /// <summary>A file without a version of its own: a JSON Schema, or parts that other files refer to.</summary>
    Schema,
}

/// <summary>A contract as it was read: values with places, and what was wrong with the text.</summary>
/// <remarks>Immutable. Two documents are equal when path and text are; everything else follows from these.</remarks>
public sealed class SpecDocument : IEquatable<SpecDocument>
{
    private int _hash;

    internal SpecDocument(
        string path, string text, SpecFormat format, SpecNode root, SpecKind kind, string version, IReadOnlyList<Finding> findings)
    {
        Path = path;
        Text = text;
        Format = format;
        Root = root;
        Kind = kind;
        Version = version;
        Findings = findings;
    }

    /// <summary>The file, as the build named it.</summary>
    public string Path { get; }

    /// <summary>The text that was read.</summary>
    public string Text { get; }

    /// <summary>How the text is written.</summary>
    public SpecFormat Format { get; }

    /// <summary>The outermost value; a scalar of kind <see cref="ScalarKind.Null"/> for an empty text.</summary>
    public SpecNode Root { get; }

    /// <summary>What the document is.</summary>
    public SpecKind Kind { get; }

    /// <summary>The version as written, such as <c>3.1.0</c>; empty where there is none.</summary>
    public string Version { get; }

    /// <summary>What was wrong with the text, at most 101 findings, in the order of reading.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <inheritdoc/>
    public bool Equals(SpecDocument? other) =>
        ReferenceEquals(this, other)
        || (other is not null && string.Equals(Path, other.Path, StringComparison.Ordinal)
            && string.Equals(Text, other.Text, StringComparison.Ordinal));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SpecDocument);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        // Hashing megabytes is worth doing once; 0 only means that it is done again.
        if (_hash == 0)
            _hash = unchecked((StringComparer.Ordinal.GetHashCode(Path) * 397) ^ StringComparer.Ordinal.GetHashCode(Text));
        return _hash;
    }

    /// <summary>Path, kind and version, for a debugger.</summary>
    public override string ToString() => $"{Path} ({Kind} {Version})";
}
