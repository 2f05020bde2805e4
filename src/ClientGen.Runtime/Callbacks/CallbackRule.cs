using System.ComponentModel;
using ClientGen.Json;

namespace ClientGen.Callbacks;

/// <summary>What the contract says of a callback. Made once and shared.</summary>
/// <typeparam name="T">Its body.</typeparam>
/// <param name="id">The contract's name of it.</param>
/// <param name="codec">Reads the body.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CallbackRule<T>(string id, JsonCodec<T> codec)
{
    private readonly byte[] _answerBody = [];

    /// <summary>The contract's name of it.</summary>
    public string Id { get; } = id;

    /// <summary>Reads the body.</summary>
    public JsonCodec<T> Codec { get; } = codec;

    /// <summary>The HTTP method.</summary>
    /// <value>Default <c>POST</c>.</value>
    public string Method { get; init; } = "POST";

    /// <summary>What tells two callbacks apart.</summary>
    /// <value><c>null</c> (default), also as its result: the SHA-256 of the body.</value>
    public Func<T, string?>? Key { get; init; }

    /// <summary>The status that acknowledges it.</summary>
    /// <value>Default 200.</value>
    public int AnswerStatus { get; init; } = 200;

    /// <summary>The JSON that acknowledges it.</summary>
    /// <value>Default: empty, no body.</value>
    public string AnswerBody
    {
        get => System.Text.Encoding.UTF8.GetString(_answerBody);
        init => _answerBody = System.Text.Encoding.UTF8.GetBytes(value);
    }

    // Some senders look for the content type even where the body is empty.
    internal CallbackReply Acknowledgement => new(AnswerStatus, _answerBody, "application/json");
}
