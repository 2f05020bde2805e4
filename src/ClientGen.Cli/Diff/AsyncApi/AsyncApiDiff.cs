using ClientGen.Cli.Diff.OpenApi;
using ClientGen.Cli.Diff.Schemas;
using ClientGen.Specs.Binding;

namespace ClientGen.Cli.Diff.AsyncApi;

/// <summary>Compares two AsyncAPI documents: operations with their channels, and the messages that travel.</summary>
internal static class AsyncApiDiff
{
    private static readonly ChangeKind Added = new("channel-operation-added", "A message can be sent or received that could not before");
    private static readonly ChangeKind Removed = new("channel-operation-removed", "A message can no longer be sent or received");
    private static readonly ChangeKind ActionChanged = new("channel-action-changed", "What was sent is received, or the other way round");
    private static readonly ChangeKind AddressChanged = new("channel-address-changed", "A channel has another address");
    private static readonly ChangeKind MessageAdded = new("message-added", "A channel has a message more");
    private static readonly ChangeKind MessageRemoved = new("message-removed", "A channel has a message less");
    private static readonly ChangeKind BindingChanged = new("channel-binding-changed", "A message travels in another way");
    private static readonly ChangeKind ReplyAdded = new("reply-added", "A message is answered");
    private static readonly ChangeKind ReplyRemoved = new("reply-removed", "A message is no longer answered");
    private static readonly ChangeKind StreamChanged = new("stream-changed", "An event stream is read in another way");
    private static readonly ChangeKind SecurityChanged = new("channel-security-changed", "A message needs other credentials");

    /// <summary>The kinds of this family.</summary>
    public static IReadOnlyList<ChangeKind> Kinds { get; } =
        [Added, Removed, ActionChanged, AddressChanged, MessageAdded, MessageRemoved, BindingChanged, ReplyAdded, ReplyRemoved, StreamChanged, SecurityChanged];

    /// <summary>Compares.</summary>
    public static void Compare(DiffRun run, Located old, Located @new)
    {
        ServerDiff.Compare(run, old, @new);
        SchemeDiff.Compare(run, old, @new);
        var (before, after) = (ChannelOperation.Of(run.Old, old), ChannelOperation.Of(run.New, @new));
        foreach (var operation in before.Values.Where(operation => !after.ContainsKey(operation.Id)))
        {
            run.List.Add(
                Removed, Impact.Breaking, operation.Node, @new.Child("operations") ?? @new, $"`{operation.Id}` can no longer be {operation.Said}.",
                [operation.Touch], operation.Traffic);
        }

        foreach (var operation in after.Values.Where(operation => !before.ContainsKey(operation.Id)))
        {
            run.List.Add(
                Added, Impact.Compatible, old.Child("operations") ?? old, operation.Node, $"`{operation.Id}` can now be {operation.Said}.",
                [operation.Touch], operation.Traffic, isAddition: true);
        }

        foreach (var operation in before.Values)
        {
            if (after.TryGetValue(operation.Id, out var other))
                Compare(run, operation, other);
        }
    }

    private static void Compare(DiffRun run, ChannelOperation old, ChannelOperation @new)
    {
        var name = $"`{@new.Id}`";
        IReadOnlyList<Touch> touches = [old.Touch, @new.Touch];
        if (old.Traffic != @new.Traffic)
        {
            run.List.Add(
                ActionChanged, Impact.Breaking, old.Node.Child("action"), @new.Node.Child("action"), $"{name} was {old.Said} and is now {@new.Said}.",
                touches, old.Traffic | @new.Traffic);
            return;
        }

        Differs(AddressChanged, Impact.Breaking, old.Channel.Child("address") ?? old.Channel, @new.Channel.Child("address") ?? @new.Channel, "the channel's address");
        Differs(BindingChanged, Impact.Breaking, old.Node.Child("bindings"), @new.Node.Child("bindings"), "the operation's binding");
        Differs(StreamChanged, Impact.Risky, old.Channel.Child("x-clientgen-sse"), @new.Channel.Child("x-clientgen-sse"), "the channel's stream");
        Differs(SecurityChanged, Impact.Risky, old.Node.Child("security"), @new.Node.Child("security"), "the operation's security");
        MessageLists(run, name, old.Messages, @new.Messages, (old.Channel, @new.Channel), old.Traffic, touches);
        Replies(run, name, old, @new, touches);

        void Differs(ChangeKind kind, Impact wire, Located? before, Located? after, string what)
        {
            if ((before is { } a ? JsonText.OfSchema(a.Node) : "") != (after is { } b ? JsonText.OfSchema(b.Node) : ""))
                run.List.Add(kind, wire, before ?? old.Node, after ?? @new.Node, $"For {name}, {what} was {Say(before)} and is now {Say(after)}.", touches, old.Traffic);
        }
    }

    private static void Replies(DiffRun run, string name, ChannelOperation old, ChannelOperation @new, IReadOnlyList<Touch> touches)
    {
        var back = old.Traffic == Traffic.Sent ? Traffic.Received : Traffic.Sent;
        if (old.Reply is { } before && @new.Reply is { } after)
            MessageLists(run, $"the reply to {name}", before.Messages, after.Messages, (before.Node, after.Node), back, touches);
        else if (old.Reply is { } removed)
            run.List.Add(ReplyRemoved, Impact.Breaking, removed.Node, @new.Node, $"{name} is no longer answered.", touches, back);
        else if (@new.Reply is { } added)
            run.List.Add(ReplyAdded, Impact.Risky, old.Node, added.Node, $"{name} is now answered.", touches, back, isAddition: true);
    }

    private static void MessageLists(
        DiffRun run, string name, IReadOnlyDictionary<string, Located> old, IReadOnlyDictionary<string, Located> @new, (Located Old, Located New) around, Traffic traffic,
        IReadOnlyList<Touch> touches)
    {
        foreach (var (message, node) in old.Where(message => !@new.ContainsKey(message.Key)))
        {
            run.List.Add(
                MessageRemoved, traffic == Traffic.Sent ? Impact.Breaking : Impact.Risky, node, around.New,
                $"{name} no longer has the message `{message}`.", touches, traffic);
        }

        foreach (var (message, node) in @new.Where(message => !old.ContainsKey(message.Key)))
        {
            run.List.Add(
                MessageAdded, Shift.Wider.In(traffic, Impact.Risky), around.Old, node, $"{name} has the new message `{message}`.", touches, traffic,
                isAddition: true);
        }

        foreach (var (message, node) in old)
        {
            if (@new.TryGetValue(message, out var other))
            {
                run.Schemas.Start(Payload(node), Payload(other), (node, other), $"the message `{message}`", traffic, touches, name);
                run.Schemas.Start(node.Child("headers"), other.Child("headers"), (node, other), $"the headers of the message `{message}`", traffic, touches, name);
            }
        }
    }

    private static Located? Payload(Located message) => message.Child("payload") is { } payload && payload.Text("schemaFormat") is not null ? payload.Child("schema") : message.Child("payload");

    private static string Say(Located? node) => node is { } there ? JsonText.Shown(there.Node) : "not stated";
}
