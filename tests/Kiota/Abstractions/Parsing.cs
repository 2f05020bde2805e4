using System.Diagnostics.CodeAnalysis;

namespace Microsoft.Kiota.Abstractions.Serialization;

public interface IParsable
{
    IDictionary<string, Action<IParseNode>> GetFieldDeserializers();

    void Serialize(ISerializationWriter writer);
}

public interface IAdditionalDataHolder
{
    IDictionary<string, object> AdditionalData { get; set; }
}

public interface IComposedTypeWrapper;

public delegate T ParsableFactory<T>(IParseNode node)
    where T : IParsable;

public interface IParseNode
{
    Action<IParsable>? OnBeforeAssignFieldValues { get; set; }

    Action<IParsable>? OnAfterAssignFieldValues { get; set; }

    string? GetStringValue();

    IParseNode? GetChildNode(string identifier);

    bool? GetBoolValue();

    byte? GetByteValue();

    sbyte? GetSbyteValue();

    int? GetIntValue();

    float? GetFloatValue();

    long? GetLongValue();

    double? GetDoubleValue();

    decimal? GetDecimalValue();

    Guid? GetGuidValue();

    DateTimeOffset? GetDateTimeOffsetValue();

    TimeSpan? GetTimeSpanValue();

    Date? GetDateValue();

    Time? GetTimeValue();

    IEnumerable<T> GetCollectionOfPrimitiveValues<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] T>();

    IEnumerable<T?> GetCollectionOfEnumValues<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] T>()
        where T : struct, Enum;

    IEnumerable<T> GetCollectionOfObjectValues<T>(ParsableFactory<T> factory)
        where T : IParsable;

    T? GetEnumValue<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] T>()
        where T : struct, Enum;

    T GetObjectValue<T>(ParsableFactory<T> factory)
        where T : IParsable;

    byte[]? GetByteArrayValue();
}
