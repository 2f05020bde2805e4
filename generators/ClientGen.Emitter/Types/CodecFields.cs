using System.Globalization;
using ClientGen.Specs.Model;

namespace ClientGen.Emitter.Types;

/// <summary>The composed codecs of one codec class, each built once and kept in a static field.</summary>
internal sealed class CodecFields
{
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly List<string> _declarations = [];

    /// <summary>Declarations of the fields, in order of first use.</summary>
    public IReadOnlyList<string> Declarations => _declarations;

    /// <summary>An expression of the codec of a type without JSON <c>null</c>.</summary>
    public string NotNull(TypeRef type) => Of(type is { Nullable: true } ? type with { Nullable = false } : type);

    /// <summary>An expression of the codec of a type.</summary>
    public string Of(TypeRef type)
    {
        var expression = CodecExpression.Of(type, NameStyle.Short);
        if (!CodecExpression.IsComposed(type))
            return expression;
        if (_names.TryGetValue(expression, out var name))
            return name;
        name = "Codec" + (_names.Count + 1).ToString(CultureInfo.InvariantCulture);
        _names.Add(expression, name);
        _declarations.Add($"private static readonly JsonCodec<{TypeName.Of(type, NameStyle.Short)}> {name} = {expression};");
        return name;
    }
}
