using System.ComponentModel;
using System.Text;

namespace ClientGen.Callbacks;

/// <summary>What the contract says of a callback. Made once and shared.</summary>
/// <param name="id">The contract's name of it.</param>
/// <param name="method">The HTTP method.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CallbackRule(string id, string method)
{
    /// <summary>The contract's name of it.</summary>
    public string Id { get; } = id;

    /// <summary>The HTTP method.</summary>
    public string Method { get; } = method;

    /// <summary>Alternatives of schemes that prove the sender.</summary>
    /// <value>Default: none, anybody may send it.</value>
    public string[][] Security { get; init; } = [];

    /// <summary>The status that acknowledges it.</summary>
    /// <value>Default 200.</value>
    public int AnswerStatus { get; init; } = 200;

    /// <summary>The JSON that acknowledges it.</summary>
    /// <value>Default: empty, no body.</value>
    public string AnswerBody { get; init; } = "";

    internal CallbackReply Acknowledgement => field ??= AnswerBody.Length == 0
        ? new(AnswerStatus)
        : new(AnswerStatus, Encoding.UTF8.GetBytes(AnswerBody), "application/json");

    /// <summary>Whether the contract wants to know who sent it.</summary>
    internal bool NamesSender => Security.Length > 0 && !Security.Any(static schemes => schemes.Length == 0);
}
