using ClientGen.Specs.Reading;

namespace ContactCenter.Simulator.Contracts;

/// <summary>Reads the operations of an AsyncAPI contract whose channels are HTTP paths.</summary>
internal static class AsyncApiOperations
{
    public static IEnumerable<ContractOperation> Of(SimulatedSystem system)
    {
        var document = ContractFiles.Of(system);
        var root = new ContractPlace(document, document.Root);
        return (root["operations"]?.Entries() ?? []).Select(operation => Operation(system, operation.Key, operation.Place));
    }

    /// <summary>Schemas of the messages that an operation receives, by the name of the message.</summary>
    public static IReadOnlyDictionary<string, ContractPlace> MessageSchemas(SimulatedSystem system, string operation)
    {
        var document = ContractFiles.Of(system);
        var place = new ContractPlace(document, document.Root)["operations"]?[operation]
            ?? throw new InvalidOperationException($"{document.Path} has no operation {operation}.");
        return Messages(place)
            .Where(static message => message["payload"] is not null)
            .ToDictionary(static message => message.Text("name") ?? "", static message => message["payload"]!.Value);
    }

    private static ContractOperation Operation(SimulatedSystem system, string id, ContractPlace operation)
    {
        var channel = operation.Follow("channel") ?? throw new InvalidOperationException($"{operation.Where}: the operation has no channel.");
        var server = channel["servers"]!.Value.Items().First().Followed();
        var sent = operation.Text("action") == "send" ? Messages(operation).FirstOrDefault()["payload"] : null;
        var answer = operation["reply"] is { } reply ? Messages(reply).FirstOrDefault()["payload"] : null;

        return new ContractOperation
        {
            System = system,
            Id = id,
            Method = operation["bindings"]?["http"]?.Text("method") ?? "POST",
            // T25: the double slash of the push server's path stays.
            Path = $"{server.Text("pathname")}{channel.Text("address")}",
            Summary = operation.Text("summary") ?? "",
            Parameters = [],
            Body = sent is null ? null : new ContractBody(Required: true, ["application/json"], sent),
            Security = [.. (server["security"]?.Items() ?? []).Select(static scheme => new[] { scheme.Text("$ref")!.Split('/')[^1] })],
            // A reply is an answer with a body; a command without one is merely accepted.
            Answers = new Dictionary<string, ContractPlace?> { [answer is null ? "204" : "200"] = answer },
        };
    }

    private static IEnumerable<ContractPlace> Messages(ContractPlace owner) =>
        (owner["messages"]?.Items() ?? []).Select(static message => message.Followed());
}
