using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.Serialization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using ClientGen.Protocol;

namespace ContactCenter.NSwag.Tests;

/// <summary>
/// Values of both compilers' types in one form, so that they can be compared: texts for what JSON writes as one value, lists, and maps without
/// the members that are null. Whether a number travels as a number or in a text is not seen here: a reader that minds would have failed.
/// </summary>
internal static class Canonical
{
    /// <summary>A name of either compiler: they agree on letters and digits.</summary>
    public static string Name(string name) => new([.. name.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);

    /// <summary>A value.</summary>
    public static object? Of(object? value) => value switch
    {
        null => null,
        string text => text,
        bool truth => truth ? "true" : "false",
        Enum code => OfEnum(code),
        JsonElement json => "json " + JsonSerializer.Serialize(json),
        DateTimeOffset time => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        byte[] bytes => Convert.ToBase64String(bytes),
        // Every address in a request travels in Base64.
        Uri address => Convert.ToBase64String(Encoding.UTF8.GetBytes(address.OriginalString)),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ when OptionalValue(value) is { } inner => Of(inner.Value),
        _ when Members(value) is { } map => new Map(map.Select(Unnamed)),
        IEnumerable items => items.Cast<object?>().Select(Of).ToList(),
        _ => new Map(value.GetType().GetProperties().SelectMany(property => Member(property, value))),
    };

    /// <summary>Two values as text, for comparing and for reading what differs.</summary>
    public static string Text(object? canonical) => canonical switch
    {
        null => "nothing",
        string text => JsonSerializer.Serialize(text),
        Map map => $"{{ {string.Join(", ", map.Select(static member => $"{member.Key}: {Text(member.Value)}"))} }}",
        List<object?> list => $"[{string.Join(", ", list.Select(Text))}]",
        _ => throw new ArgumentException($"{canonical.GetType()} is no canonical value.", nameof(canonical)),
    };

    /// <summary>The text of an enum's value on the wire.</summary>
    public static string OfEnum(Enum value)
    {
        var field = value.GetType().GetField(value.ToString());
        return field?.GetCustomAttribute<WireValueAttribute>()?.Text
            ?? field?.GetCustomAttribute<EnumMemberAttribute>()?.Value
            ?? Convert.ToInt64(value, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);
    }

    // Their names are not those of either compiler, and null is a value that came; NSwag's dictionaries hold it as no object.
    private static (string Name, object? Value) Unnamed(KeyValuePair<string, object?> member) => ("+" + member.Key, Of(member.Value) ?? "json null");

    private static IEnumerable<(string Name, object? Value)> Member(PropertyInfo property, object holder)
    {
        var value = property.GetValue(holder);
        if (property.Name == "AdditionalProperties")
            return value is null ? [] : Members(value)!.Select(Unnamed);
        return [(Name(property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? property.Name), Of(value))];
    }

    private static IEnumerable<KeyValuePair<string, object?>>? Members(object value) => value switch
    {
        IReadOnlyDictionary<string, JsonElement> map => map.Select(static member => KeyValuePair.Create(member.Key, (object?)member.Value)),
        IDictionary<string, object> map => map.Select(static member => KeyValuePair.Create(member.Key, (object?)member.Value)),
        _ => null,
    };

    private static (object? Value, bool IsPresent)? OptionalValue(object value)
    {
        var type = value.GetType();
        if (!type.IsGenericType || type.GetGenericTypeDefinition() != typeof(ClientGen.Optional<>))
            return null;
        var isPresent = (bool)type.GetProperty("IsPresent")!.GetValue(value)!;
        return (isPresent ? type.GetProperty("Value")!.GetValue(value) : null, isPresent);
    }
}

/// <summary>Members in the order of their names; those that are null are left out.</summary>
internal sealed class Map(IEnumerable<(string Name, object? Value)> members) : SortedDictionary<string, object?>(
    members.Where(static member => member.Value is not null).ToDictionary(static member => member.Name, static member => member.Value), StringComparer.Ordinal);
