using ClientGen.Specs.Binding;
using ClientGen.Specs.Model;
using ClientGen.Specs.Names;
using ClientGen.Specs.OpenApi;
using ClientGen.Specs.Reading;

namespace ClientGen.Specs.AsyncApi;

/// <summary>Binds the operations of an AsyncAPI document to calls and event streams.</summary>
internal sealed class ChannelOperationBinder(
    BindingContext context, SecurityBinder security, MessageBinder messages, ServerBinder servers)
{
    private readonly NameScope _names = new("With");

    /// <summary>Calls, in contract order.</summary>
    public List<PendingOperation> Operations { get; } = [];

    /// <summary>Event streams, in contract order.</summary>
    public List<StreamModel> Streams { get; } = [];

    /// <summary>Binds all operations.</summary>
    public void Bind(Located root)
    {
        foreach (var (entry, written) in root.Entries("operations"))
        {
            context.Step();
            if (context.Resolve(written) is not { } operation)
                continue;
            if (operation.Child("channel") is not { } reference || context.Resolve(reference) is not { Mapping: not null } channel)
            {
                context.Report(BindingRules.Shape, FindingSeverity.Error, operation.Document, entry.KeySpan,
                    $"The operation `{entry.Key}` has no channel. It is left out; refer to one under `channels`.");
                continue;
            }

            switch (operation.Text("action"))
            {
                case "send" when servers.IsHttp(channel, operation):
                    BindCall(root, entry.Key, operation, channel);
                    break;
                case "send":
                    BindTypesOnly(entry, operation, channel, "sends");
                    break;
                case "receive" when channel.Child("x-clientgen-sse") is { Mapping: not null } sse:
                    BindStream(root, entry.Key, operation, channel, sse);
                    break;
                case "receive":
                    BindTypesOnly(entry, operation, channel, "receives");
                    break;
                default:
                    context.Report(BindingRules.Shape, FindingSeverity.Error, operation.Document, entry.KeySpan,
                        $"The operation `{entry.Key}` needs an `action` of send or receive. It is left out.");
                    break;
            }
        }
    }

    private void BindTypesOnly(SpecEntry entry, Located operation, Located channel, string what)
    {
        context.Report(BindingRules.Transport, FindingSeverity.Info, operation.Document, entry.KeySpan,
            $"`{entry.Key}` {what} over a transport that ClientGen has no client for, so only its types are generated."
            + (what == "receives" ? " Mark the channel with `x-clientgen-sse` if it is a text/event-stream." : ""));
        messages.Bind(Key(operation), messages.PayloadsOf(operation, channel), Naming.Pascal(entry.Key) + "Message");
    }

    private static Located Key(Located operation) => operation.Child("messages") ?? operation;

    private void BindCall(Located root, string id, Located operation, Located channel)
    {
        var name = _names.Take(Naming.Pascal(id, "Operation"));
        if (Address(id, operation, channel) is not { } address)
            return;

        var http = (operation.Child("bindings") ?? default).Child("http") ?? default;
        var method = (http.Text("method") ?? "POST").ToUpperInvariant();
        var body = method is "GET" or "HEAD" ? null : messages.Bind(Key(operation), messages.PayloadsOf(operation, channel), name + "Message");
        var reply = operation.Child("reply") is { } written && context.Resolve(written) is { } resolved ? Reply(resolved, name) : null;
        var scope = new NameScope("cancellationToken", "request", "body", "this");
        var requirements = Requirements(root, operation, channel);
        var answer = new AnswerModel("2XX", "Successful", reply is null ? BodyForm.None : BodyForm.Json, reply, reply is null ? null : "application/json", default, "The server took it.");
        Operations.Add(new PendingOperation(
            new OperationModel(id, name, Tag(operation), method, address, operation.Text("summary") ?? "", operation.Text("description") ?? "", context.SourceOf(operation))
            {
                Parameters = Parameters(channel, scope),
                Body = body is null ? null : new RequestBodyModel(BodyForm.Json, "application/json", body, default, Required: true, ""),
                Answers = EquatableArray.Of(answer),
                Security = requirements,
                RenewOn = security.RenewOn(requirements),
                IsResendable = method is not ("POST" or "PATCH"),
                Server = servers.Of(channel),
            },
            operation));
    }

    private TypeRef? Reply(Located reply, string name)
    {
        var channel = reply.Child("channel") is { } written ? context.Resolve(written) : null;
        return messages.Bind(Key(reply), messages.PayloadsOf(reply, channel), name + "Reply");
    }

    private void BindStream(Located root, string id, Located operation, Located channel, Located sse)
    {
        if (Address(id, operation, channel) is not { } address)
            return;
        var payloads = messages.PayloadsOf(operation, channel);
        var eventName = root.Entries("operations").Count(static entry => entry.Value.Text("action") == "receive") == 1
            ? ContractNames.Contract(context.FileName) + "Event"
            : Naming.Pascal(id) + "Event";
        var scope = new NameScope("cancellationToken", "request", "this");
        Streams.Add(new StreamModel(
            id, _names.Take(Naming.Pascal(id, "Events"), Naming.Pascal(id, "Events") + "Stream"), address, servers.Of(channel),
            messages.Bind(Key(operation), payloads, eventName) ?? (TypeRef.Json with { Nullable = true }), Parameters(channel, scope),
            Requirements(root, operation, channel), sse.Flag("resume"),
            operation.Text("description") ?? operation.Text("summary") ?? channel.Text("description") ?? "", context.SourceOf(operation)));
    }

    private string? Address(string id, Located operation, Located channel)
    {
        if (channel.Text("address") is { Length: > 0 } address)
            return address[0] == '/' ? address : "/" + address;
        context.Report(BindingRules.Shape, FindingSeverity.Error, channel,
            $"The channel of `{id}` has no address, so it cannot be called. Give it an `address`.");
        return null;
    }

    private EquatableArray<ParameterModel> Parameters(Located channel, NameScope scope)
    {
        var parameters = new List<ParameterModel>();
        foreach (var name in PathTemplate.Names(channel.Text("address") ?? ""))
        {
            var described = (channel.Child("parameters") ?? default).Child(name) is { } written ? context.Resolve(written) : null;
            parameters.Add(new ParameterModel(
                name, scope.Take(Naming.Camel(name), Naming.Camel(name) + "Value"), TypeRef.String, ParameterPlace.Path, ParameterStyle.Simple, Explode: false,
                AllowReserved: false, Required: true, null, ValueLimits.None, described?.Text("description") ?? ""));
        }

        return parameters.ToEquatableArray();
    }

    /// <summary>
    /// "Only one of the security scheme objects needs to be satisfied". A caller who configures several means all of them, so the largest
    /// sets come first.
    /// </summary>
    private EquatableArray<EquatableArray<string>> Requirements(Located root, Located operation, Located channel)
    {
        const int MostCombined = 4;
        var server = channel.Items("servers").Select(written => context.Resolve(written)).FirstOrDefault()
            ?? root.Entries("servers").Select(entry => context.Resolve(entry.Value)).FirstOrDefault() ?? default;
        var names = server.Items("security").Concat(operation.Items("security"))
            .Select(static scheme => scheme.Text("$ref") is { } reference ? reference.Substring(reference.LastIndexOf('/') + 1) : null)
            .OfType<string>().Where(name => security.Find(name) is not null).Distinct().ToList();
        if (names.Count == 0)
            return default;
        if (names.Count > MostCombined)
            return names.Select(static name => EquatableArray.Of(name)).ToEquatableArray();

        return Enumerable.Range(0, 1 << names.Count)
            .Select(set => names.Where((_, bit) => (set & (1 << bit)) != 0).ToEquatableArray())
            .OrderByDescending(static set => set.Count)
            .ToEquatableArray();
    }

    private static string Tag(Located operation) =>
        operation.Items("tags").FirstOrDefault().Text("name") is { Length: > 0 } tag ? Naming.Pascal(tag, "Default") : "Default";
}
