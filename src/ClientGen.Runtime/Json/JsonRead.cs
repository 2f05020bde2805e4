using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace ClientGen.Json;

/// <summary>The steps of generated JSON readers.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class JsonRead
{
    /// <summary>Checks that an object begins here.</summary>
    /// <param name="reader">Stands on the value.</param>
    /// <exception cref="JsonException">The value is something else.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StartObject(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw Unexpected("an object", reader.TokenType);
    }

    /// <summary>Checks that an array begins here.</summary>
    /// <param name="reader">Stands on the value.</param>
    /// <exception cref="JsonException">The value is something else.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StartArray(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            throw Unexpected("an array", reader.TokenType);
    }

    /// <summary>Goes to the value of the next member.</summary>
    /// <param name="reader">Stands on the object's start or on the last token of a member's value; moved to the next member's value
    /// or to the object's end.</param>
    /// <param name="name">The member's name, unescaped.</param>
    /// <returns>Whether there is another member.</returns>
    /// <exception cref="JsonException">The JSON is broken here.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool NextMember(scoped ref Utf8JsonReader reader, out ReadOnlySpan<byte> name)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.EndObject)
        {
            name = default;
            return false;
        }

        name = reader is { HasValueSequence: false, ValueIsEscaped: false } ? reader.ValueSpan : Unescaped(ref reader);
        reader.Read();
        return true;
    }

    /// <summary>Goes to the next item.</summary>
    /// <param name="reader">Stands on the array's start or on the last token of an item; moved to the next item or to the array's end.</param>
    /// <returns>Whether there is another item.</returns>
    /// <exception cref="JsonException">The JSON is broken here.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool NextItem(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType != JsonTokenType.EndArray;
    }

    /// <summary>Whether the value is JSON <c>null</c>.</summary>
    /// <param name="reader">Stands on the value.</param>
    /// <returns><c>true</c> for <c>null</c>.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Null(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null;

    /// <summary>Leaves a value out, whatever it is.</summary>
    /// <param name="reader">Stands on the value's first token; moved to its last.</param>
    /// <exception cref="JsonException">The JSON is broken here.</exception>
    public static void Skip(ref Utf8JsonReader reader)
    {
        // Skip() itself refuses readers that expect more data, which JsonSerializer uses even where the whole value is there.
        if (!reader.TrySkip())
            throw new JsonException("The JSON ends inside a value.");
    }

    /// <summary>Keeps a value as it is.</summary>
    /// <param name="reader">Stands on the value's first token; moved to its last.</param>
    /// <returns>A copy that stays valid.</returns>
    /// <exception cref="JsonException">The JSON is broken here.</exception>
    public static JsonElement Element(ref Utf8JsonReader reader) => JsonElement.ParseValue(ref reader);

    /// <summary>Keeps a member that the contract does not name.</summary>
    /// <param name="reader">Stands on the value's first token; moved to its last.</param>
    /// <param name="name">The member's name.</param>
    /// <param name="extra">Where it goes; made when needed. The last of equal names wins.</param>
    /// <exception cref="JsonException">The JSON is broken here.</exception>
    public static void Extra(ref Utf8JsonReader reader, scoped ReadOnlySpan<byte> name, ref Dictionary<string, JsonElement>? extra)
    {
        // The name first: reading on may overwrite what it points to.
        var key = Text(name);
        extra ??= new(StringComparer.Ordinal);
        extra[key] = JsonElement.ParseValue(ref reader);
    }

    /// <summary>Keeps a member that the contract does not name but whose type it gives.</summary>
    /// <typeparam name="T">The type of such members.</typeparam>
    /// <param name="reader">Stands on the value's first token; moved to its last.</param>
    /// <param name="name">The member's name.</param>
    /// <param name="codec">Reads the value.</param>
    /// <param name="extra">Where it goes; made when needed. The last of equal names wins.</param>
    /// <exception cref="JsonException">The JSON is broken here, or the value is of another type.</exception>
    public static void Extra<T>(ref Utf8JsonReader reader, scoped ReadOnlySpan<byte> name, JsonCodec<T> codec, ref Dictionary<string, T>? extra)
    {
        var key = Text(name);
        extra ??= new(StringComparer.Ordinal);
        extra[key] = codec.ReadValue(ref reader);
    }

    /// <summary>The name of a member as text.</summary>
    /// <param name="name">Unescaped UTF-8.</param>
    /// <returns>The name; bytes that are no UTF-8 become U+FFFD.</returns>
    public static string Text(ReadOnlySpan<byte> name) => System.Text.Encoding.UTF8.GetString(name);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ReadOnlySpan<byte> Unescaped(scoped ref Utf8JsonReader reader)
    {
        var length = reader.HasValueSequence ? checked((int)reader.ValueSequence.Length) : reader.ValueSpan.Length;
        var text = new byte[length];
        try
        {
            return text.AsSpan(0, reader.CopyString(text));
        }
        catch (InvalidOperationException e)
        {
            throw NotUnicode(e);
        }
    }
}
