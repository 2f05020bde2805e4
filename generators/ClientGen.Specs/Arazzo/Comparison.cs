using ClientGen.Specs.Binding;
using ClientGen.Specs.Model;
using ClientGen.Specs.Reading;

namespace ClientGen.Specs.Arazzo;

/// <summary>Whether two values can be compared at all, by their JSON types.</summary>
internal static class Comparison
{
    private enum JsonType
    {
        Any,
        String,
        Number,
        NumberOrString,
        Boolean,
        Structure,
    }

    /// <summary>Fits the right side to the left one.</summary>
    /// <param name="operator">The operator; never <c>!=</c>.</param>
    /// <param name="types">Types, for enums.</param>
    /// <param name="left">The left side, no literal.</param>
    /// <param name="right">The right side.</param>
    /// <param name="fitted">The right side as it is compared; a literal may change its JSON type where the value has both.</param>
    /// <param name="reason">Why they cannot be compared.</param>
    public static bool TryFit(string @operator, ModelIndex types, OperandWay left, OperandWay right, out Operand fitted, out string reason)
    {
        fitted = right.Operand;
        reason = "";
        var one = Of(types, left.Type);
        if (@operator != "==" && one is JsonType.String or JsonType.Boolean or JsonType.Structure && !HasOrder(left))
        {
            reason = $"`{@operator}` compares numbers, and this value is {Named(one)}.";
            return false;
        }

        if (right.Operand.Kind != OperandKind.Literal)
        {
            var other = Of(types, right.Type);
            if (one == JsonType.Any || other == JsonType.Any || one == other)
                return true;
            reason = $"One side is {Named(one)}, the other {Named(other)}; they are never equal.";
            return false;
        }

        return TryFitLiteral(left, one, right.Operand.Text!, ref fitted, ref reason) && IsValue(@operator, types, left, fitted, ref reason);
    }

    /// <summary>A text that an enum does not list is kept raw by readers, so nothing typed equals it.</summary>
    private static bool IsValue(string @operator, ModelIndex types, OperandWay left, Operand literal, ref string reason)
    {
        if (@operator != "==" || EnumOf(types, left.Type) is not { IsInteger: false } model || JsonLiteral.StringOf(literal.Text!) is not { } text
            || model.Members.Any(member => member.Value == text))
            return true;
        var meant = Suggestion.For(text, model.Members.Select(static member => member.Value));
        reason = $"`{model.Name}` has no value `{Shown.Short(text)}`." + (meant is null ? "" : $" Did you mean `{Shown.Short(meant)}`?");
        return false;
    }

    private static EnumModel? EnumOf(ModelIndex types, TypeRef? type)
    {
        if (type is not { Kind: TypeKind.Enum, Name: { } name })
            return null;
        var prefix = types.Namespace.Length + 1;
        return types.Find(types.Namespace.Length > 0 && name.StartsWith(types.Namespace + ".", StringComparison.Ordinal) ? name.Substring(prefix) : name) as EnumModel;
    }

    /// <summary>Headers and numbers inside strings are strings in JSON, and yet they have an order.</summary>
    private static bool HasOrder(OperandWay way) =>
        way.Operand.Kind == OperandKind.Header
        || way.Type is { Form: TextForm.Text, Kind: TypeKind.Int32 or TypeKind.Int64 or TypeKind.Single or TypeKind.Double or TypeKind.Decimal };

    private static bool TryFitLiteral(OperandWay left, JsonType one, string json, ref Operand fitted, ref string reason)
    {
        var literal = json[0] switch { '"' => JsonType.String, 't' or 'f' => JsonType.Boolean, _ => JsonType.Number };
        switch (one)
        {
            case JsonType.Any:
                return true;
            // A status and a header have no JSON type of their own, so the literal's does not matter.
            case JsonType.Number when left.Operand.Kind == OperandKind.Status && literal == JsonType.String && NumberIn(json) is { } status:
                fitted = fitted with { Text = status, Type = left.Type };
                return true;
            case JsonType.String when left.Operand.Kind == OperandKind.Header && literal == JsonType.Number:
                fitted = fitted with { Text = JsonLiteral.Of(json), Type = TypeRef.String };
                return true;
            // A number or Boolean that travels as text: both ways of writing the literal mean the same.
            case JsonType.String when left.Type is { Form: TextForm.Text, Kind: not TypeKind.Enum } && literal is JsonType.Number or JsonType.Boolean:
                fitted = fitted with { Text = JsonLiteral.Of(json), Type = TypeRef.String };
                return true;
            case JsonType.NumberOrString when literal == JsonType.Number || (literal == JsonType.String && NumberIn(json) is not null):
                return true;
            case JsonType.Structure:
                reason = "An object or list cannot be compared with a single value.";
                return false;
            default:
                if (one == literal)
                    return true;
                reason = $"This value is {Named(one)}, so it never equals {Shown.Short(json)}." + Advice(one, literal, json);
                return false;
        }
    }

    private static string Advice(JsonType one, JsonType literal, string json) =>
        one == JsonType.String && literal == JsonType.Number ? $" Write '{json}'."
        : one == JsonType.Number && NumberIn(json) is { } number ? $" Write {number}."
        : "";

    private static string? NumberIn(string json) =>
        JsonLiteral.StringOf(json) is { } text && JsonNumber.KindOf(text) is ScalarKind.Integer or ScalarKind.Number ? text : null;

    private static JsonType Of(ModelIndex types, TypeRef? type)
    {
        switch (type?.Kind)
        {
            case null or TypeKind.Json:
                return JsonType.Any;
            case TypeKind.Enum:
                return EnumOf(types, type) is { IsInteger: true } numbers
                    ? numbers.AcceptsText ? JsonType.NumberOrString : JsonType.Number
                    : JsonType.String;
            case TypeKind.Boolean:
                return type.Form == TextForm.Text ? JsonType.String : JsonType.Boolean;
            case TypeKind.Int32 or TypeKind.Int64 or TypeKind.Single or TypeKind.Double or TypeKind.Decimal:
                return type.Form switch { TextForm.Text => JsonType.String, TextForm.NumberOrText => JsonType.NumberOrString, _ => JsonType.Number };
            case TypeKind.List or TypeKind.Map or TypeKind.Named:
                return JsonType.Structure;
            default:
                return JsonType.String;
        }
    }

    private static string Named(JsonType type) => type switch
    {
        JsonType.String => "a string",
        JsonType.Boolean => "true or false",
        JsonType.Structure => "an object or list",
        _ => "a number",
    };
}
