using ClientGen.Specs.Binding;

namespace ClientGen.Cli.Diff.AsyncApi;

/// <summary>An operation of an AsyncAPI document with its channel.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Node">The operation.</param>
/// <param name="Channel">The channel.</param>
/// <param name="Messages">The messages that it may have.</param>
/// <param name="Reply">The answer to it; null when it has none.</param>
internal sealed record ChannelOperation(
    string Id, Located Node, Located Channel, IReadOnlyDictionary<string, Located> Messages,
    (Located Node, IReadOnlyDictionary<string, Located> Messages)? Reply)
{
    /// <summary>Which way its messages travel.</summary>
    public Traffic Traffic => Node.Text("action") == "receive" ? Traffic.Received : Traffic.Sent;

    /// <summary>What is done with its messages.</summary>
    public string Said => Traffic == Traffic.Received ? "received" : "sent";

    /// <summary>What a change of it touches.</summary>
    public Touch Touch => Touch.Of(Node);

    /// <summary>The operations of a document.</summary>
    public static IReadOnlyDictionary<string, ChannelOperation> Of(DiffSide side, Located root)
    {
        var found = new Dictionary<string, ChannelOperation>(StringComparer.Ordinal);
        foreach (var (entry, written) in root.Entries("operations"))
        {
            if (side.Resolve(written) is not { } node || side.Resolve(node.Child("channel")) is not { } channel)
                continue;
            var reply = side.Resolve(node.Child("reply"));
            found.TryAdd(entry.Key, new ChannelOperation(
                entry.Key, node, channel, MessagesOf(side, node, channel), reply is { } answer ? (answer, MessagesOf(side, answer, side.Resolve(answer.Child("channel")))) : null));
        }

        return found;
    }

    // "the list of messages is a subset of those of the channel"; without a list, all of them are meant.
    private static IReadOnlyDictionary<string, Located> MessagesOf(DiffSide side, Located operation, Located? channel)
    {
        var found = new Dictionary<string, Located>(StringComparer.Ordinal);
        var written = operation.Child("messages") is not null
            ? operation.Items("messages").Select(static message => (Name: NameOf(message), Node: message))
            : (channel ?? default).Entries("messages").Select(static message => (Name: message.Entry.Key, Node: message.Value));
        foreach (var (name, node) in written)
        {
            if (side.Resolve(node) is { } message)
                found.TryAdd(name, message);
        }

        return found;
    }

    private static string NameOf(Located message) => message.Text("$ref") is { } reference ? reference[(reference.LastIndexOf('/') + 1)..] : message.Text("name") ?? "message";
}
