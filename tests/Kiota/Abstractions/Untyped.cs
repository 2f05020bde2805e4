namespace Microsoft.Kiota.Abstractions.Serialization;

public class UntypedNode : IParsable
{
    private static readonly Dictionary<string, Action<IParseNode>> None = [];

    public virtual IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => None;

    public virtual void Serialize(ISerializationWriter writer) => ArgumentNullException.ThrowIfNull(writer);

    public static UntypedNode CreateFromDiscriminatorValue(IParseNode parseNode) => new();

    public object? GetValue() => throw new NotImplementedException();
}

public class UntypedArray(IEnumerable<UntypedNode> value) : UntypedNode
{
    public new IEnumerable<UntypedNode> GetValue() => value;
}

public class UntypedBoolean(bool value) : UntypedNode
{
    public new bool GetValue() => value;
}

public class UntypedDecimal(decimal value) : UntypedNode
{
    public new decimal GetValue() => value;
}

public class UntypedDouble(double value) : UntypedNode
{
    public new double GetValue() => value;
}

public class UntypedFloat(float value) : UntypedNode
{
    public new float GetValue() => value;
}

public class UntypedInteger(int value) : UntypedNode
{
    public new int GetValue() => value;
}

public class UntypedLong(long value) : UntypedNode
{
    public new long GetValue() => value;
}

public class UntypedNull : UntypedNode
{
    public new object? GetValue() => null;
}

public class UntypedObject(IDictionary<string, UntypedNode> properties) : UntypedNode
{
    public new IDictionary<string, UntypedNode> GetValue() => properties;
}

public class UntypedString(string? value) : UntypedNode
{
    public new string? GetValue() => value;
}
