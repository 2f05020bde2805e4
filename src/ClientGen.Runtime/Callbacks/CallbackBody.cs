using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using ClientGen.Json;

namespace ClientGen.Callbacks;

/// <summary>The JSON of a callback, which may turn out to be one of several types.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CallbackBody
{
    private readonly ReadOnlyMemory<byte> _utf8;

    /// <exception cref="JsonException">The bytes are no JSON.</exception>
    internal CallbackBody(ReadOnlyMemory<byte> bytes)
    {
        var skipped = bytes.Length - JsonText.WithoutMark(bytes.Span).Length;
        _utf8 = bytes[skipped..];
        Json = JsonText.Parse(Codecs.Json, _utf8.Span);
    }

    /// <summary>The JSON as it came.</summary>
    public JsonElement Json { get; }

    /// <summary>Reads it as a type.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="codec">Reads the type.</param>
    /// <param name="value">The value.</param>
    /// <returns>Whether the JSON is such a value.</returns>
    public bool TryRead<T>(JsonCodec<T> codec, [MaybeNullWhen(false)] out T value)
    {
        try
        {
            value = JsonText.Parse(codec, _utf8.Span);
            return true;
        }
        catch (JsonException)
        {
            value = default;
            return false;
        }
    }

    /// <summary>Whether it is an object with a member of a certain text.</summary>
    /// <param name="member">The member's JSON name.</param>
    /// <param name="text">The text.</param>
    /// <returns><c>true</c> when it is.</returns>
    public bool Has(string member, string text) =>
        Json.ValueKind == JsonValueKind.Object
        && Json.TryGetProperty(member, out var value)
        && value.ValueKind == JsonValueKind.String
        && value.ValueEquals(text);
}

/// <summary>A callback that the contract does not describe.</summary>
/// <param name="Webhook">The contract's name of the webhook whose URL it came to.</param>
/// <param name="Json">What it says. May hold personal data.</param>
public sealed record UnknownCallback(string Webhook, JsonElement Json)
{
    /// <summary>The callback without its contents.</summary>
    /// <returns>Text that is safe to log.</returns>
    public override string ToString() => $"{nameof(UnknownCallback)} {{ Webhook = {Webhook} }}";
}
