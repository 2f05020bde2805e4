using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Microsoft.Kiota.Serialization.Json;

/// <summary>A node over JSON: null where the JSON is of another kind, members that are null left out, and what no member takes goes to the additional data.</summary>
public class JsonParseNode(JsonElement node) : IParseNode
{
    public Action<IParsable>? OnBeforeAssignFieldValues { get; set; }

    public Action<IParsable>? OnAfterAssignFieldValues { get; set; }

    public string? GetStringValue() => node.ValueKind is JsonValueKind.String ? node.GetString() : null;

    public IParseNode? GetChildNode(string identifier) =>
        node.ValueKind is JsonValueKind.Object && node.TryGetProperty(identifier, out var child) ? Child(child) : null;

    public bool? GetBoolValue() => node.ValueKind is JsonValueKind.True or JsonValueKind.False ? node.GetBoolean() : null;

    public byte? GetByteValue() => IsNumber ? node.GetByte() : null;

    public sbyte? GetSbyteValue() => IsNumber ? node.GetSByte() : null;

    public int? GetIntValue() => IsNumber ? node.Deserialize<int>() : null;

    public float? GetFloatValue() => IsNumber ? node.GetSingle() : null;

    public long? GetLongValue() => IsNumber ? node.Deserialize<long>() : null;

    public double? GetDoubleValue() => IsNumber ? node.GetDouble() : null;

    public decimal? GetDecimalValue() => IsNumber ? node.GetDecimal() : null;

    public Guid? GetGuidValue() => node.ValueKind is JsonValueKind.String ? node.GetGuid() : null;

    public DateTimeOffset? GetDateTimeOffsetValue() => GetStringValue() is { } text && DateTimeOffset.TryParse(
        text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time) ? time : null;

    public TimeSpan? GetTimeSpanValue() => GetStringValue() is { Length: > 0 } text ? System.Xml.XmlConvert.ToTimeSpan(text) : null;

    public Date? GetDateValue() => GetDateTime() is { } time ? new Date(time) : null;

    public Time? GetTimeValue() => GetDateTime() is { } time ? new Time(time) : null;

    public IEnumerable<T> GetCollectionOfPrimitiveValues<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] T>() =>
        Items().Select(static item => (T)item.Primitive(typeof(T))!);

    public IEnumerable<T?> GetCollectionOfEnumValues<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] T>()
        where T : struct, Enum => Items().Select(static item => item.GetEnumValue<T>());

    public IEnumerable<T> GetCollectionOfObjectValues<T>(ParsableFactory<T> factory)
        where T : IParsable => Items().Select(item => item.GetObjectValue(factory));

    public T? GetEnumValue<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] T>()
        where T : struct, Enum => Enum.TryParse<T>(node.GetString(), ignoreCase: true, out var value) ? value : null;

    public byte[]? GetByteArrayValue() => node.GetString() is { Length: > 0 } text ? Convert.FromBase64String(text) : null;

    public T GetObjectValue<T>(ParsableFactory<T> factory)
        where T : IParsable
    {
        if (typeof(T) == typeof(UntypedNode))
            return (T)(IParsable)Untyped(node);
        var item = factory(this);
        OnBeforeAssignFieldValues?.Invoke(item);
        Fill(item);
        OnAfterAssignFieldValues?.Invoke(item);
        return item;
    }

    private bool IsNumber => node.ValueKind is JsonValueKind.Number;

    private DateTime? GetDateTime() => GetStringValue() is { } text && DateTime.TryParse(
        text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time) ? time : null;

    private void Fill(IParsable item)
    {
        if (node.ValueKind is not JsonValueKind.Object)
            return;
        var members = item.GetFieldDeserializers();
        var holder = item as IAdditionalDataHolder;
        foreach (var member in node.EnumerateObject())
        {
            if (members.TryGetValue(member.Name, out var read))
            {
                if (member.Value.ValueKind is not JsonValueKind.Null)
                    read(Child(member.Value));
            }
            else if (holder is not null && !holder.AdditionalData.ContainsKey(member.Name))
            {
                holder.AdditionalData.Add(member.Name, Anything(member.Value)!);
            }
        }
    }

    private JsonParseNode Child(JsonElement child) => new(child)
    {
        OnBeforeAssignFieldValues = OnBeforeAssignFieldValues,
        OnAfterAssignFieldValues = OnAfterAssignFieldValues,
    };

    private IEnumerable<JsonParseNode> Items() => node.ValueKind is JsonValueKind.Array ? node.EnumerateArray().Select(Child) : [];

    private object? Primitive(Type type) =>
        type == typeof(string) ? GetStringValue()
        : type == typeof(bool?) ? GetBoolValue()
        : type == typeof(int?) ? GetIntValue()
        : type == typeof(long?) ? GetLongValue()
        : type == typeof(float?) ? GetFloatValue()
        : type == typeof(double?) ? GetDoubleValue()
        : throw new InvalidOperationException($"There are no lists of {type}.");

    // Texts that look like times become times: so does the original.
    private static object? Anything(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Number => element.TryGetDecimal(out var number) ? number : element.GetDouble(),
        JsonValueKind.String => element.TryGetDateTime(out var time) ? time : element.TryGetGuid(out var id) ? id : element.GetString(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Null => null,
        _ => Untyped(element),
    };

    private static UntypedNode Untyped(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Number => element.TryGetInt32(out var small) ? new UntypedInteger(small)
            : element.TryGetInt64(out var large) ? new UntypedLong(large)
            : element.TryGetDecimal(out var number) ? new UntypedDecimal(number)
            : new UntypedDouble(element.GetDouble()),
        JsonValueKind.String => new UntypedString(element.GetString()),
        JsonValueKind.True or JsonValueKind.False => new UntypedBoolean(element.GetBoolean()),
        JsonValueKind.Array => new UntypedArray([.. element.EnumerateArray().Select(Untyped)]),
        JsonValueKind.Object => new UntypedObject(element.EnumerateObject().ToDictionary(static member => member.Name, static member => Untyped(member.Value))),
        _ => new UntypedNull(),
    };
}
