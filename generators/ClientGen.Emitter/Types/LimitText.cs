using ClientGen.Specs.Model;

namespace ClientGen.Emitter.Types;

/// <summary>Limits and defaults of a value as sentences for documentation comments; raw text, not yet escaped.</summary>
public static class LimitText
{
    /// <summary>A documentation text with the limits and the default after it.</summary>
    /// <param name="documentation">What the contract says; may be empty.</param>
    /// <param name="type">The type of the value.</param>
    /// <param name="limits">What the contract allows.</param>
    /// <param name="default">The JSON text of the default; null when there is none.</param>
    public static string Append(string documentation, TypeRef type, ValueLimits limits, string? @default)
    {
        var sentences = new List<string>();
        var text = documentation.TrimEnd();
        if (text.Length > 0)
            sentences.Add(text[text.Length - 1] is '.' or '!' or '?' or ':' or '。' ? text : text + ".");
        if (Length(limits) is { } length)
            sentences.Add(length + (type.Kind is TypeKind.List ? " items." : type.Kind is TypeKind.Map ? " members." : " characters."));
        if (Range(limits) is { } range)
            sentences.Add(range + ".");
        if (limits.Pattern is { } pattern)
            sentences.Add($"Pattern: {pattern}");
        if (@default is not null)
            sentences.Add($"Default: {@default}.");
        return string.Join(" ", sentences);
    }

    private static string? Length(ValueLimits limits) => (limits.MinLength, limits.MaxLength) switch
    {
        (null, null) => null,
        (null or 0, { } most) => $"At most {most}",
        ({ } fewest, null) => $"At least {fewest}",
        ({ } fewest, { } most) when fewest == most => $"Exactly {most}",
        ({ } fewest, { } most) => $"{fewest} to {most}",
    };

    private static string? Range(ValueLimits limits) => (limits.Minimum, limits.Maximum) switch
    {
        (null, null) => null,
        ({ } low, null) => limits.ExclusiveMinimum ? $"More than {low}" : $"At least {low}",
        (null, { } high) => limits.ExclusiveMaximum ? $"Less than {high}" : $"At most {high}",
        ({ } low, { } high) => $"{(limits.ExclusiveMinimum ? "More than" : "From")} {low} {(limits.ExclusiveMaximum ? "to less than" : "to")} {high}",
    };
}
