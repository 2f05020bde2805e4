using System.Globalization;

namespace ContactCenter.Simulator.Contracts;

/// <summary>One operation of a contract, as far as a server needs it.</summary>
internal sealed record ContractOperation
{
    public required SimulatedSystem System { get; init; }

    /// <summary>The operationId, or the key of an AsyncAPI operation.</summary>
    public required string Id { get; init; }

    public required string Method { get; init; }

    /// <summary>The path as the contract writes it. No operation of ours has parameters in it.</summary>
    public required string Path { get; init; }

    public required string Summary { get; init; }

    /// <summary>Parameters in query and headers.</summary>
    public required IReadOnlyList<ContractParameter> Parameters { get; init; }

    /// <summary>The request body; null when the operation takes none.</summary>
    public ContractBody? Body { get; init; }

    /// <summary>The sets of credentials that open the operation. Empty: it is open to all.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> Security { get; init; }

    /// <summary>The member with the result code, such as <c>resultCode</c>; null where the contract knows none.</summary>
    public string? CodeMember { get; init; }

    /// <summary>The member with the explanation of the result code.</summary>
    public string? MessageMember { get; init; }

    /// <summary>Schema of the JSON body of each documented answer, null for an answer without one. By status: <c>200</c>, <c>3XX</c> or <c>default</c>.</summary>
    public required IReadOnlyDictionary<string, ContractPlace?> Answers { get; init; }

    /// <summary>Finds what the contract says about an answer.</summary>
    /// <param name="status">HTTP status.</param>
    /// <param name="schema">Schema of its JSON body; null when the contract describes none.</param>
    /// <returns>Whether the contract describes the status at all.</returns>
    public bool TryFindAnswer(int status, out ContractPlace? schema)
    {
        var text = status.ToString(CultureInfo.InvariantCulture);
        return Answers.TryGetValue(text, out schema) || Answers.TryGetValue($"{text[0]}XX", out schema) || Answers.TryGetValue("default", out schema);
    }

    /// <summary>System and operation, for messages.</summary>
    public override string ToString() => $"{System.Name()} {Id}";
}

/// <summary>A parameter in query or header.</summary>
/// <param name="Name">Its name.</param>
/// <param name="InHeader">Whether it travels in a header; otherwise in the query.</param>
/// <param name="Required">Whether a request without it is wrong.</param>
/// <param name="Schema">What its value must be.</param>
internal sealed record ContractParameter(string Name, bool InHeader, bool Required, ContractPlace Schema);

/// <summary>The JSON body of a request.</summary>
/// <param name="Required">Whether a request without it is wrong.</param>
/// <param name="MediaTypes">The media types that the contract lists.</param>
/// <param name="Schema">What the body must be; null when any JSON is right.</param>
internal sealed record ContractBody(bool Required, IReadOnlyList<string> MediaTypes, ContractPlace? Schema);
