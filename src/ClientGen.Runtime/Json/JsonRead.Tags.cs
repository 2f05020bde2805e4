using System.Buffers;
using System.Text.Json;

namespace ClientGen.Json;

public static partial class JsonRead
{
    /// <summary>Looks for a member of an object without moving the caller's reader.</summary>
    /// <param name="reader">A copy of the caller's reader, standing on the value.</param>
    /// <param name="member">The member's name, UTF-8.</param>
    /// <param name="tag">What was found; <see cref="JsonTag.Absent"/> otherwise. The last of equal names wins.</param>
    /// <returns>Whether the value is an object with such a member.</returns>
    /// <exception cref="JsonException">The JSON is broken inside the object.</exception>
    public static bool TryFindTag(Utf8JsonReader reader, ReadOnlySpan<byte> member, out JsonTag tag)
    {
        tag = default;
        if (reader.TokenType != JsonTokenType.StartObject)
            return false;
        while (NextMember(ref reader, out var name))
        {
            if (!name.SequenceEqual(member))
            {
                Skip(ref reader);
                continue;
            }

            tag = reader.TokenType switch
            {
                JsonTokenType.String => new(JsonTokenType.String, Utf8(ref reader)),
                JsonTokenType.Number => new(JsonTokenType.Number, reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan),
                var other => new(other, default),
            };
            Skip(ref reader);
        }

        return !tag.Absent;
    }

    /// <summary>Whether an object has a member, whatever its value, without moving the caller's reader.</summary>
    /// <param name="reader">A copy of the caller's reader, standing on the value.</param>
    /// <param name="member">The member's name, UTF-8.</param>
    /// <returns><c>true</c> when the value is an object with such a member.</returns>
    /// <exception cref="JsonException">The JSON is broken inside the object.</exception>
    public static bool HasMember(Utf8JsonReader reader, ReadOnlySpan<byte> member)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            return false;
        while (NextMember(ref reader, out var name))
        {
            if (name.SequenceEqual(member))
                return true;
            Skip(ref reader);
        }

        return false;
    }
}
