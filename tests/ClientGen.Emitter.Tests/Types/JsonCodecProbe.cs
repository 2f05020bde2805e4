using System.Text.Json;
using ClientGen.Json;

namespace ClientGen.Emitter.Tests.Types;

/// <summary>Calls a codec of a type that only the loaded assembly knows, without boxing what it reads.</summary>
internal abstract class JsonCodecProbe
{
    /// <summary>Reads the same JSON again and again.</summary>
    public abstract void Read(byte[] json, int times);
}

/// <inheritdoc/>
internal sealed class JsonCodecProbe<T>(JsonCodec<T> codec) : JsonCodecProbe
{
    /// <inheritdoc/>
    public override void Read(byte[] json, int times)
    {
        for (var i = 0; i < times; i++)
        {
            var reader = new Utf8JsonReader(json);
            reader.Read();
            codec.ReadValue(ref reader);
        }
    }
}
