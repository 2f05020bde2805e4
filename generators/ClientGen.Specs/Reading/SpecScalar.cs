namespace ClientGen.Specs.Reading;

/// <summary>What a scalar is, by JSON and by the YAML 1.2 core schema.</summary>
public enum ScalarKind
{
    /// <summary><c>null</c>, YAML's <c>~</c>, or a missing value.</summary>
    Null,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary>A whole number without point and exponent, of any size; in YAML also <c>0o17</c> and <c>0x1F</c>.</summary>
    Integer,

    /// <summary>A number with point or exponent; in YAML also <c>.inf</c> and <c>.nan</c>.</summary>
    Number,

    /// <summary>Text. In YAML everything that is quoted, and plain words such as <c>no</c> and <c>on</c>.</summary>
    String,
}

/// <summary>A single value.</summary>
public sealed class SpecScalar : SpecNode
{
    private string? _text;

    /// <summary>A value whose text is known; null for a quoted string without escapes, which is cut from the source when asked for.</summary>
    internal SpecScalar(SpecText source, SpecNode? parent, int index, int start, int length, ScalarKind kind, string? text)
        : base(source, parent, index, start, length)
    {
        Kind = kind;
        _text = text;
    }

    /// <summary>What the value is.</summary>
    public ScalarKind Kind { get; }

    /// <summary>The value as written, escapes resolved: the version <c>1.10</c> stays <c>1.10</c>. Empty for a missing value.</summary>
    public string Text => _text ??= Source.Text.Substring(Start + 1, Length - 2);

    /// <summary>The text if the value is a string, else null.</summary>
    public string? AsString => Kind == ScalarKind.String ? Text : null;

    /// <summary>Whether the value is null or missing.</summary>
    public bool IsNull => Kind == ScalarKind.Null;

    /// <summary>Gets the value if it is true or false. A string is neither.</summary>
    public bool TryGetBoolean(out bool value)
    {
        value = Kind == ScalarKind.Boolean && Text[0] is 't' or 'T';
        return Kind == ScalarKind.Boolean;
    }

    /// <summary>Gets the value if it is a whole number that fits; <c>1.0</c> and <c>1e3</c> are whole too, as in JSON Schema.</summary>
    public bool TryGetInt64(out long value) => Kind switch
    {
        ScalarKind.Integer => NumberText.TryInt64(Text, out value),
        ScalarKind.Number => NumberText.TryWhole(Text, out value),
        _ => Nothing(out value),
    };

    /// <summary>Gets the value if it is a number, rounded to the nearest double.</summary>
    public bool TryGetDouble(out double value) =>
        IsNumber ? NumberText.TryDouble(Text, out value) : Nothing(out value);

    /// <summary>Gets the value if it is a number that a decimal can hold.</summary>
    public bool TryGetDecimal(out decimal value) =>
        IsNumber ? NumberText.TryDecimal(Text, out value) : Nothing(out value);

    private bool IsNumber => Kind is ScalarKind.Integer or ScalarKind.Number;

    private static bool Nothing<T>(out T value)
        where T : struct
    {
        value = default;
        return false;
    }
}
