using ClientGen.Specs.Reading;

namespace ContactCenter.Simulator.Contracts;

/// <summary>Reads the operations of an OpenAPI contract.</summary>
internal static class OpenApiOperations
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

    public static IEnumerable<ContractOperation> Of(SimulatedSystem system)
    {
        var document = ContractFiles.Of(system);
        var root = new ContractPlace(document, document.Root);
        return
            from path in root["paths"]?.Entries() ?? []
            let item = path.Place.Followed()
            from operation in item.Entries()
            where Methods.Contains(operation.Key)
            select Operation(system, root, path.Key, item, operation.Key, operation.Place);
    }

    /// <summary>Schema of the body that the platform sends to a webhook.</summary>
    public static ContractPlace WebhookSchema(SimulatedSystem system, string webhook)
    {
        var document = ContractFiles.Of(system);
        return new ContractPlace(document, document.Root)["webhooks"]?[webhook]?["post"]?.Follow("requestBody")
            ?["content"]?["application/json"]?["schema"]
            ?? throw new InvalidOperationException($"{document.Path} has no webhook {webhook} with a JSON body.");
    }

    /// <summary>Schema of the body with which a receiver may answer a webhook.</summary>
    public static ContractPlace WebhookAnswerSchema(SimulatedSystem system, string webhook)
    {
        var document = ContractFiles.Of(system);
        return new ContractPlace(document, document.Root)["webhooks"]?[webhook]?["post"]?["responses"]?.Follow("200")
            ?["content"]?["application/json"]?["schema"]
            ?? throw new InvalidOperationException($"{document.Path} has no webhook {webhook} that is answered with JSON.");
    }

    private static ContractOperation Operation(
        SimulatedSystem system, ContractPlace root, string path, ContractPlace item, string method, ContractPlace operation)
    {
        var success = operation["x-clientgen-success"] ?? root["x-clientgen-success"];
        return new ContractOperation
        {
            System = system,
            Id = operation.Text("operationId") ?? throw new InvalidOperationException($"{operation.Where}: the operation has no operationId."),
            Method = method.ToUpperInvariant(),
            Path = path,
            Summary = operation.Text("summary") ?? "",
            Parameters = [.. Parameters(item), .. Parameters(operation)],
            Body = Body(operation),
            Security = Security(operation["security"] ?? root["security"]),
            CodeMember = Member(success, "code"),
            MessageMember = Member(success, "message"),
            Answers = (operation["responses"]?.Entries() ?? []).ToDictionary(
                static entry => entry.Key, static entry => entry.Place.Followed()["content"]?["application/json"]?["schema"]),
        };
    }

    private static IEnumerable<ContractParameter> Parameters(ContractPlace owner) =>
        from written in owner["parameters"]?.Items() ?? []
        let parameter = written.Followed()
        let place = parameter.Text("in")
        where place is "query" or "header"
        select new ContractParameter(
            parameter.Text("name")!,
            place == "header",
            IsTrue(parameter["required"]),
            parameter["schema"] ?? throw new InvalidOperationException($"{parameter.Where}: the parameter has no schema."));

    private static ContractBody? Body(ContractPlace operation)
    {
        if (operation.Follow("requestBody") is not { } body)
            return null;

        var content = body["content"]?.Entries().ToArray() ?? [];
        return new ContractBody(
            IsTrue(body["required"]), [.. content.Select(static entry => entry.Key)], content.FirstOrDefault().Place["schema"]);
    }

    private static IReadOnlyList<IReadOnlyList<string>> Security(ContractPlace? security) =>
        [.. (security?.Items() ?? []).Select(static alternative => alternative.Entries().Select(static scheme => scheme.Key).ToArray())];

    /// <summary>The member that a pointer such as <c>#/resultCode</c> names.</summary>
    private static string? Member(ContractPlace? success, string key) =>
        success?.Text(key) is { } pointer && pointer.StartsWith("#/", StringComparison.Ordinal) ? SpecPointer.Unescape(pointer[2..]) : null;

    private static bool IsTrue(ContractPlace? place) => place?.Node is SpecScalar scalar && scalar.TryGetBoolean(out var value) && value;
}
