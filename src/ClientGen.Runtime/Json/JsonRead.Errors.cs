using System.Text.Json;

namespace ClientGen.Json;

public static partial class JsonRead
{
    /// <summary>The error for an object without a required member.</summary>
    /// <param name="type">The C# type that was read.</param>
    /// <param name="member">The member's JSON name.</param>
    /// <returns>The exception to throw.</returns>
    public static JsonException Missing(string type, string member) =>
        new($"The JSON of {type} has no member '{member}', which the contract requires.");

    /// <summary>The error for a member that must not be <c>null</c>.</summary>
    /// <param name="type">The C# type that was read.</param>
    /// <param name="member">The member's JSON name.</param>
    /// <returns>The exception to throw.</returns>
    public static JsonException NullValue(string type, string member) =>
        new($"The member '{member}' of {type} is null, which the contract does not allow.");

    /// <summary>The error for a value of the wrong JSON kind.</summary>
    /// <param name="expected">What the contract says, with its article: <c>a string</c>.</param>
    /// <param name="found">The token that was found.</param>
    /// <returns>The exception to throw.</returns>
    public static JsonException Unexpected(string expected, JsonTokenType found) =>
        new($"Expected {expected}, found {Describe(found)}.");

    /// <summary>The error for text that is not what its format says.</summary>
    /// <param name="expected">What the contract says, with its article: <c>a UUID</c>.</param>
    /// <returns>The exception to throw.</returns>
    /// <remarks>The text itself stays out of the message: it may be personal data.</remarks>
    public static JsonException BadText(string expected) => new($"Expected {expected}, found other text.");

    internal static JsonException NotUnicode(Exception inner) => new("The text is no valid Unicode.", inner);

    private static string Describe(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.String => "a string",
        JsonTokenType.Number => "a number",
        JsonTokenType.True or JsonTokenType.False => "a Boolean",
        JsonTokenType.Null => "null",
        JsonTokenType.EndObject or JsonTokenType.EndArray => "the end of the value around it",
        _ => "nothing",
    };
}
