using System.Globalization;
using ClientGen.Emitter.Clients;
using ClientGen.Emitter.Writing;
using ClientGen.Specs.Model;
using ClientGen.Specs.Reading;

namespace ClientGen.Emitter.Types;

/// <summary>C# literals of the scalar JSON texts that a model carries as defaults and constants.</summary>
internal static class ScalarLiteral
{
    /// <summary>The literal, or null when the text is no value of the type or the type has no literals.</summary>
    /// <param name="type">The type; for enums the literal needs the model (<see cref="OfEnum"/>).</param>
    /// <param name="json">The JSON text.</param>
    public static string? Of(TypeRef type, string json)
    {
        if (JsonText.Scalar(json) is not { } scalar)
            return null;
        if (scalar.Kind is ScalarKind.Null)
            return type is { Nullable: true, Kind: not TypeKind.Json } ? "null" : null;
        if (type.Kind is TypeKind.String)
            return scalar.AsString is { } text ? CSharp.Literal(text) : null;
        // Numbers and Booleans travel inside strings too, and people quote them where they should not.
        if (scalar.AsString is { } inside)
        {
            if (JsonText.Scalar(inside) is not { } number)
                return null;
            scalar = number;
        }

        return type.Kind switch
        {
            TypeKind.Boolean => scalar.TryGetBoolean(out var truth) ? CSharp.Literal(truth) : null,
            TypeKind.Int32 => scalar.TryGetInt64(out var whole) && whole is >= int.MinValue and <= int.MaxValue ? CSharp.Literal(whole) : null,
            TypeKind.Int64 => scalar.TryGetInt64(out var whole) ? CSharp.Literal(whole) + "L" : null,
            TypeKind.Single => scalar.TryGetDouble(out var real) && Math.Abs(real) <= float.MaxValue
                ? ((float)real).ToString("R", CultureInfo.InvariantCulture) + "F"
                : null,
            TypeKind.Double => scalar.TryGetDouble(out var real) && Math.Abs(real) <= double.MaxValue
                ? Double(real)
                : null,
            TypeKind.Decimal => scalar.TryGetDecimal(out var exact) ? exact.ToString(CultureInfo.InvariantCulture) + "M" : null,
            _ => null,
        };
    }

    /// <summary>A <c>double</c> literal.</summary>
    public static string Double(double value) => value.ToString("R", CultureInfo.InvariantCulture) + "D";

    /// <summary>The number of a JSON text as a <c>double</c> literal; null when it is none.</summary>
    public static string? Number(string? json) =>
        json is not null && JsonText.Scalar(json) is { } scalar && scalar.TryGetDouble(out var value) && Math.Abs(value) <= double.MaxValue ? Double(value) : null;

    /// <summary>The member of an enum that stands for a JSON text; <c>default</c> for text that the enum does not know.</summary>
    /// <param name="model">The enum; null when it is not at hand.</param>
    /// <param name="type">Its C# name.</param>
    /// <param name="json">The JSON text.</param>
    public static string OfEnum(EnumModel? model, string type, string json)
    {
        var scalar = JsonText.Scalar(json);
        if (model is null || scalar is null)
            return "default";
        var text = scalar.AsString ?? (scalar.TryGetInt64(out var whole) ? CSharp.Literal(whole) : null);
        foreach (var member in model.Members)
        {
            if (member.Value == text)
                return $"{type}.{CSharp.Identifier(member.Name)}";
        }

        return "default";
    }
}
