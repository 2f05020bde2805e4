using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using ClientGen.Protocol;

namespace ContactCenter.NSwag.Tests;

/// <summary>Values of our types by chance: every member absent, null or there, texts of every kind, numbers up to their ends.</summary>
internal sealed class Samples(int seed)
{
    private static readonly string[] Texts =
    [
        "", " ", "a", "0", "-1", "null", "true", "Ünïcödé", "漢字", "עברית", "e\u0301", "🐋", "👩‍👩‍👧", "\u0001\u001f", "\u2028\u2029\u0085", "\"\\/'", "<b>&amp;</b>", "a+b%20c%zz",
        "a,b;c=d&e", "#?/../.", "\t\r\n", "\ufeff", "\uffff", new('x', 3000),
    ];

    private readonly Random _random = new(seed);
    private readonly NullabilityInfoContext _nullability = new();

    /// <summary>An argument of a method of ours.</summary>
    public object? Argument(ParameterInfo parameter) => Value(parameter.ParameterType, IsNullable(_nullability.Create(parameter)));

    private object? Value(Type type, bool isNullable)
    {
        if (isNullable && _random.Next(3) == 0)
            return null;
        if (Nullable.GetUnderlyingType(type) is { } inner)
            return Value(inner, isNullable: false);
        if (type.IsEnum)
            return Known(type);
        if (type.IsGenericType)
            return Generic(type);
        return type switch
        {
            _ when type == typeof(string) => Text(),
            _ when type == typeof(bool) => _random.Next(2) == 0,
            _ when type == typeof(int) => Pick(0, 1, -1, int.MaxValue, int.MinValue, _random.Next()),
            _ when type == typeof(long) => Pick(0L, 1, -1, long.MaxValue, long.MinValue, _random.NextInt64()),
            _ when type == typeof(double) => Pick(0.0, -0.5, 1e300, 1.0 / 3, double.Epsilon),
            _ when type == typeof(DateTimeOffset) => DateTimeOffset.UnixEpoch.AddSeconds(_random.NextInt64(4_000_000_000)),
            _ when type == typeof(byte[]) => Bytes(),
            _ when type == typeof(Uri) => new Uri("https://example.test/" + Uri.EscapeDataString(Text())),
            _ when type == typeof(JsonElement) => Json(depth: 0),
            _ => Record(type),
        };
    }

    private object Generic(Type type)
    {
        var argument = type.GetGenericArguments()[^1];
        if (type.GetGenericTypeDefinition() == typeof(ClientGen.Optional<>))
        {
            // Absent, null and a value.
            if (_random.Next(3) == 0)
                return Activator.CreateInstance(type)!;
            var isNullable = !argument.IsValueType || Nullable.GetUnderlyingType(argument) is not null;
            return Activator.CreateInstance(type, Value(argument, isNullable))!;
        }

        if (type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>))
            return Enumerable.Range(0, _random.Next(3)).ToDictionary(i => $"x{i} {Text()}", _ => (JsonElement)Value(argument, isNullable: false)!);
        var list = (System.Collections.IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(argument))!;
        for (var i = _random.Next(4); i > 0; i--)
            list.Add(Value(argument, isNullable: false));
        return list;
    }

    private object Record(Type type)
    {
        var record = Activator.CreateInstance(type)!;
        foreach (var property in type.GetProperties().Where(static property => property.SetMethod is not null))
        {
            var isRequired = property.GetCustomAttribute<RequiredMemberAttribute>() is not null;
            property.SetValue(record, Value(property.PropertyType, IsNullable(_nullability.Create(property)) || (!isRequired && Nullable.GetUnderlyingType(property.PropertyType) is not null)));
        }

        return record;
    }

    private object Known(Type type)
    {
        // Unknown stands for texts that the contract does not name.
        var values = type.GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(static field => field.Name != "Unknown" || field.GetCustomAttribute<WireValueAttribute>() is not null).ToArray();
        return values[_random.Next(values.Length)].GetValue(null)!;
    }

    private string Text()
    {
        if (_random.Next(3) > 0)
            return Texts[_random.Next(Texts.Length)];
        var text = new StringBuilder();
        for (var i = _random.Next(20); i > 0; i--)
        {
            // Any character but the halves of a pair, which no text on the wire can hold.
            var rune = _random.Next(0x10FFFF);
            text.Append(Rune.IsValid(rune) ? new Rune(rune).ToString() : "-");
        }

        return text.ToString();
    }

    private byte[] Bytes()
    {
        var bytes = new byte[_random.Next(40)];
        _random.NextBytes(bytes);
        return bytes;
    }

    private JsonElement Json(int depth) => JsonSerializer.SerializeToElement<object?>(_random.Next(depth > 2 ? 5 : 7) switch
    {
        0 => Text(),
        1 => _random.Next(),
        2 => true,
        3 => 1.5,
        4 => null,
        5 => Enumerable.Range(0, _random.Next(3)).Select(_ => Json(depth + 1)).ToArray(),
        _ => new Dictionary<string, JsonElement> { ["a" + Text()] = Json(depth + 1) },
    });

    private T Pick<T>(params T[] values) => values[_random.Next(values.Length)];

    private static bool IsNullable(NullabilityInfo info) => info.ReadState is NullabilityState.Nullable;
}
