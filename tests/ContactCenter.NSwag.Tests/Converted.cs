using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ContactCenter.NSwag.Tests;

/// <summary>Canonical values as values of a type, whichever compiler made it.</summary>
internal static class Converted
{
    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">The type has no such member.</exception>
    public static object? To(Type type, object? value)
    {
        if (value is null)
            return null;
        if (Nullable.GetUnderlyingType(type) is { } inner)
            return To(inner, value);
        return value switch
        {
            string text => Single(type, text),
            Map map when type == typeof(object) => Free(map),
            Map map => Object(type, map),
            List<object?> list => Items(type, list),
            _ => throw new InvalidOperationException($"{value.GetType()} is no canonical value."),
        };
    }

    private static object Single(Type type, string text) => type switch
    {
        { IsEnum: true } => Enum.GetValues(type).Cast<Enum>().First(value => Canonical.OfEnum(value) == text),
        _ when type == typeof(object) || type == typeof(JsonElement) => JsonElement.Parse(text["json ".Length..]),
        _ when type == typeof(DateTimeOffset) => DateTimeOffset.Parse(text + "Z", CultureInfo.InvariantCulture),
        _ when type == typeof(byte[]) => Convert.FromBase64String(text),
        _ => Convert.ChangeType(text, type, CultureInfo.InvariantCulture),
    };

    private static IList Items(Type type, List<object?> items)
    {
        var element = type.GetGenericArguments()[0];
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(element))!;
        foreach (var item in items)
            list.Add(To(element, item));
        return list;
    }

    private static object Object(Type type, Map map)
    {
        var value = Activator.CreateInstance(type)!;
        var properties = type.GetProperties().ToDictionary(static property => Canonical.Name(property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? property.Name));
        foreach (var (name, member) in map)
        {
            if (name.StartsWith('+'))
                ((IDictionary<string, object>)properties["additionalproperties"].GetValue(value)!).Add(name[1..], To(typeof(JsonElement), member)!);
            else if (properties.TryGetValue(name, out var property))
                property.SetValue(value, To(property.PropertyType, member));
            else
                throw new InvalidOperationException($"{type} has no member {name}.");
        }

        return value;
    }

    private static JsonElement Free(Map map) =>
        JsonSerializer.SerializeToElement(map.ToDictionary(static member => member.Key[1..], static member => To(typeof(JsonElement), member.Value)));
}
