using ClientGen.Emitter.Writing;
using ClientGen.Specs.Model;

namespace ClientGen.Emitter.Types;

/// <summary>What the contract says of a value beside its type, as attributes that analyzers read.</summary>
public static class PropertyAttributes
{
    /// <summary>The attributes of a member, each with its brackets.</summary>
    public static IEnumerable<string> Of(PropertyModel property)
    {
        if (property.IsDeprecated)
            yield return "[global::System.Obsolete(\"The contract discourages this.\")]";
        foreach (var attribute in OfValue(property.Type, property.Limits, property.IsSecret, property.IsPersonal))
            yield return attribute;
        foreach (var fact in FactText.Attributes(property.Facts))
            yield return fact;
    }

    /// <summary>The attributes of a value's limits and secrecy; parameters have them too.</summary>
    /// <param name="type">The type of the value.</param>
    /// <param name="limits">What the contract allows.</param>
    /// <param name="isSecret">Whether it holds a credential.</param>
    /// <param name="isPersonal">Whether it holds personal data.</param>
    public static IEnumerable<string> OfValue(TypeRef type, ValueLimits limits, bool isSecret, bool isPersonal)
    {
        if (isSecret)
            yield return FactText.Attribute("Secret", []);
        if (isPersonal)
            yield return FactText.Attribute("PersonalData", []);
        if (limits.Pattern is { } pattern)
            yield return FactText.Attribute("ValuePattern", [CSharp.Literal(pattern)]);
        if (type.Kind is TypeKind.List && limits.MaxLength is { } most)
            yield return FactText.Attribute("Batch", [CSharp.Literal(most)]);
        else if (limits.MinLength is not null || limits.MaxLength is not null)
            yield return FactText.Attribute("ValueLength", [CSharp.Literal(limits.MinLength ?? 0), CSharp.Literal(limits.MaxLength ?? int.MaxValue)]);

        if (limits.Minimum is not null || limits.Maximum is not null)
            yield return FactText.Attribute("ValueRange", Range(limits));
        if (type is { Form: TextForm.Base64 or TextForm.Base64Url } or { Kind: TypeKind.Bytes })
            yield return FactText.Attribute("Base64Value", []);
    }

    private static IEnumerable<string> Range(ValueLimits limits)
    {
        yield return ScalarLiteral.Number(limits.Minimum) ?? "double.NegativeInfinity";
        yield return ScalarLiteral.Number(limits.Maximum) ?? "double.PositiveInfinity";
        if (limits.ExclusiveMinimum)
            yield return "ExclusiveMinimum = true";
        if (limits.ExclusiveMaximum)
            yield return "ExclusiveMaximum = true";
    }
}
