using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Microsoft.Kiota.Serialization.Json;

/// <summary>Writes JSON: null is nothing unless it is asked for, and composed types bring their own braces.</summary>
public class JsonSerializationWriter : ISerializationWriter
{
    private readonly MemoryStream _stream = new();

    public readonly Utf8JsonWriter writer;

    public JsonSerializationWriter() => writer = new Utf8JsonWriter(_stream);

    public Action<IParsable>? OnBeforeObjectSerialization { get; set; }

    public Action<IParsable>? OnAfterObjectSerialization { get; set; }

    public Action<IParsable, ISerializationWriter>? OnStartObjectSerialization { get; set; }

    public void WriteStringValue(string? key, string? value) => Write(key, value, value is not null);

    public void WriteBoolValue(string? key, bool? value) => Write(key, value, value.HasValue);

    public void WriteByteValue(string? key, byte? value) => Write(key, value, value.HasValue);

    public void WriteSbyteValue(string? key, sbyte? value) => Write(key, value, value.HasValue);

    public void WriteIntValue(string? key, int? value) => Write(key, value, value.HasValue);

    public void WriteFloatValue(string? key, float? value) => Write(key, value, value.HasValue);

    public void WriteLongValue(string? key, long? value) => Write(key, value, value.HasValue);

    public void WriteDoubleValue(string? key, double? value) => Write(key, value, value.HasValue);

    public void WriteDecimalValue(string? key, decimal? value) => Write(key, value, value.HasValue);

    public void WriteGuidValue(string? key, Guid? value) => Write(key, value, value.HasValue);

    public void WriteDateTimeOffsetValue(string? key, DateTimeOffset? value) => Write(key, value, value.HasValue);

    public void WriteTimeSpanValue(string? key, TimeSpan? value) => WriteStringValue(key, value is { } span ? System.Xml.XmlConvert.ToString(span) : null);

    public void WriteDateValue(string? key, Date? value) => WriteStringValue(key, value?.ToString());

    public void WriteTimeValue(string? key, Time? value) => WriteStringValue(key, value?.ToString());

    public void WriteByteArrayValue(string? key, byte[]? value) => WriteStringValue(key, value is null ? null : Convert.ToBase64String(value));

    public void WriteEnumValue<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] T>(string? key, T? value)
        where T : struct, Enum => WriteStringValue(key, value is { } known ? JsonNamingPolicy.CamelCase.ConvertName(known.ToString()) : null);

    public void WriteNullValue(string? key)
    {
        WriteKey(key);
        writer.WriteNullValue();
    }

    public void WriteCollectionOfPrimitiveValues<T>(string? key, IEnumerable<T>? values) => WriteItems(key, values, value => WriteAny(null, value));

    public void WriteCollectionOfObjectValues<T>(string? key, IEnumerable<T>? values)
        where T : IParsable => WriteItems(key, values, value => WriteObjectValue(null, value));

    public void WriteCollectionOfEnumValues<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] T>(string? key, IEnumerable<T?>? values)
        where T : struct, Enum => WriteItems(key, values, value => WriteEnumValue(null, value));

    public void WriteObjectValue<T>(string? key, T? value, params IParsable?[] additionalValuesToMerge)
        where T : IParsable
    {
        if (value is null)
            return;
        if (value is UntypedNode node)
        {
            WriteUntyped(key, node);
            return;
        }

        WriteKey(key);
        OnBeforeObjectSerialization?.Invoke(value);
        if (value is not IComposedTypeWrapper)
            writer.WriteStartObject();
        OnStartObjectSerialization?.Invoke(value, this);
        value.Serialize(this);
        if (value is not IComposedTypeWrapper)
            writer.WriteEndObject();
        OnAfterObjectSerialization?.Invoke(value);
    }

    public void WriteAdditionalData(IDictionary<string, object> value)
    {
        foreach (var member in value)
            WriteAny(member.Key, member.Value);
    }

    public Stream GetSerializedContent()
    {
        writer.Flush();
        _stream.Position = 0;
        return _stream;
    }

    public void Dispose()
    {
        writer.Dispose();
        GC.SuppressFinalize(this);
    }

    private void WriteKey(string? key)
    {
        if (!string.IsNullOrEmpty(key))
            writer.WritePropertyName(key);
    }

    private void Write<T>(string? key, T value, bool isThere)
    {
        if (!isThere)
            return;
        WriteKey(key);
        JsonSerializer.Serialize(writer, value);
    }

    private void WriteItems<T>(string? key, IEnumerable<T>? values, Action<T> write)
    {
        if (values is null)
            return;
        WriteKey(key);
        writer.WriteStartArray();
        foreach (var value in values)
            write(value);
        writer.WriteEndArray();
    }

    private void WriteAny<T>(string? key, T value)
    {
        if (value is UntypedNode node)
            WriteUntyped(key, node);
        else if (value is IParsable model)
            WriteObjectValue(key, model);
        else
            Write<object?>(key, value, isThere: true);
    }

    private void WriteUntyped(string? key, UntypedNode node)
    {
        switch (node)
        {
            case UntypedString text: WriteStringValue(key, text.GetValue()); break;
            case UntypedBoolean truth: WriteBoolValue(key, truth.GetValue()); break;
            case UntypedInteger number: WriteIntValue(key, number.GetValue()); break;
            case UntypedLong number: WriteLongValue(key, number.GetValue()); break;
            case UntypedDecimal number: WriteDecimalValue(key, number.GetValue()); break;
            case UntypedFloat number: WriteFloatValue(key, number.GetValue()); break;
            case UntypedDouble number: WriteDoubleValue(key, number.GetValue()); break;
            case UntypedArray array: WriteItems(key, array.GetValue(), item => WriteUntyped(null, item)); break;
            case UntypedNull: WriteNullValue(key); break;
            case UntypedObject members:
                WriteKey(key);
                writer.WriteStartObject();
                foreach (var member in members.GetValue())
                    WriteUntyped(member.Key, member.Value);
                writer.WriteEndObject();
                break;
        }
    }
}
