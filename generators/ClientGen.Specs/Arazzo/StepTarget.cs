using ClientGen.Specs.Model;

namespace ClientGen.Specs.Arazzo;

/// <summary>What a step calls.</summary>
/// <param name="Kind">The kind of step.</param>
/// <param name="Id">The contract's operationId or workflowId.</param>
internal sealed record StepTarget(StepKind Kind, string Id)
{
    /// <summary>Index of the client; -1 for workflows.</summary>
    public int Client { get; init; } = -1;

    /// <summary>The operation of a call.</summary>
    public OperationModel? Operation { get; init; }

    /// <summary>The stream of a receive.</summary>
    public StreamModel? Stream { get; init; }

    /// <summary>The type of the answer or event, by plain name; null when there is none.</summary>
    public TypeRef? Answer { get; init; }

    /// <summary>The outcomes whose body has that type.</summary>
    public EquatableArray<string> AnswerNames { get; init; }

    /// <summary>The method without Async.</summary>
    public string Method => Operation?.Name ?? Stream?.Name ?? "";

    /// <summary>A call of an operation.</summary>
    public static StepTarget Call(int client, OperationModel operation)
    {
        var answers = operation.Answers.Where(static answer => answer is { IsSuccess: true, Form: BodyForm.Json, Type: not null }).ToList();
        var first = answers.FirstOrDefault()?.Type;
        return new StepTarget(StepKind.Call, operation.Id)
        {
            Client = client,
            Operation = operation,
            Answer = first,
            AnswerNames = answers.Where(answer => answer.Type == first).Select(static answer => answer.Name).ToEquatableArray(),
        };
    }

    /// <summary>A wait for an event.</summary>
    public static StepTarget Receive(int client, StreamModel stream) =>
        new(StepKind.Receive, stream.Id) { Client = client, Stream = stream, Answer = stream.Event };
}
