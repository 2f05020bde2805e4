using ClientGen.Specs.Binding;
using ClientGen.Specs.Model;
using ClientGen.Specs.Names;
using ClientGen.Specs.Reading;
using ClientGen.Specs.Schemas;

namespace ClientGen.Specs.AsyncApi;

/// <summary>Binds messages: their payloads are the types that travel.</summary>
internal sealed class MessageBinder(BindingContext context, SchemaBinder schemas)
{
    /// <summary>Names inline payloads after their message.</summary>
    public void SetOwners(Located root)
    {
        foreach (var (entry, message) in (root.Child("components") ?? default).Entries("messages"))
            SetOwner(entry.Key, message);
        foreach (var (_, channel) in root.Entries("channels"))
        {
            foreach (var (entry, message) in channel.Entries("messages"))
                SetOwner(entry.Key, message);
        }
    }

    private void SetOwner(string key, Located message)
    {
        if (message.Child("payload") is { } payload)
            schemas.SetOwner(payload.Node, Naming.Pascal(key, "Message"));
    }

    /// <summary>The payload schemas of an operation: those of its <c>messages</c>, else of all messages of its channel.</summary>
    public IReadOnlyList<Located> PayloadsOf(Located operation, Located? channel)
    {
        var written = operation.Mapping?.Contains("messages") == true
            ? operation.Items("messages")
            : channel?.Entries("messages").Select(static entry => entry.Value) ?? [];
        return [.. written.Select(message => context.Resolve(message)).OfType<Located>().Select(PayloadOf).OfType<Located>()];
    }

    // A payload in another schema language (Avro, Protobuf) is wrapped in { schemaFormat, schema }.
    private static Located? PayloadOf(Located message)
    {
        if (message.Child("payload") is not { } payload)
            return null;
        if (payload.Text("schemaFormat") is not { } format)
            return payload;
        return format.IndexOf("json", StringComparison.OrdinalIgnoreCase) >= 0 || format.IndexOf("asyncapi", StringComparison.OrdinalIgnoreCase) >= 0
            ? payload.Child("schema")
            : null;
    }

    /// <summary>The type of a choice of payloads; null when there is none.</summary>
    public TypeRef? Bind(Located key, IReadOnlyList<Located> payloads, string unionName) =>
        payloads.Count == 0 ? null : schemas.BindChoice(key, payloads, unionName);

    /// <summary>Binds messages that no operation mentions, so that their types exist all the same.</summary>
    public void BindUnused(Located root)
    {
        foreach (var (_, message) in (root.Child("components") ?? default).Entries("messages"))
        {
            if (message.Node is SpecMapping && PayloadOf(message) is { } payload)
                schemas.Bind(payload);
        }
    }
}
