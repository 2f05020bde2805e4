using ClientGen.Specs.Model;

namespace ClientGen.Emitter.Clients;

/// <summary>What becomes of an operation's documented answers in the throwing method.</summary>
internal sealed class AnswerPlan
{
    public AnswerPlan(OperationModel operation)
    {
        var successes = operation.Answers.Where(static a => a.IsSuccess).ToList();
        Result = successes.FirstOrDefault(static a => a.Form != BodyForm.None) ?? successes.FirstOrDefault();
        Successes = [.. successes.Where(a => a.Form == BodyForm.None || SameBody(a, Result!))];
        OtherSuccesses = [.. successes.Where(a => a.Form != BodyForm.None && !SameBody(a, Result!))];
        Errors = [.. operation.Answers.Where(static a => !a.IsSuccess)];
    }

    /// <summary>The first success that has a body, which the throwing method returns; null when no success is documented.</summary>
    public AnswerModel? Result { get; }

    /// <summary>All successes with the same kind of body or without one.</summary>
    public IReadOnlyList<AnswerModel> Successes { get; }

    /// <summary>Successes with another body, which the throwing method cannot return.</summary>
    public IReadOnlyList<AnswerModel> OtherSuccesses { get; }

    /// <summary>Everything else.</summary>
    public IReadOnlyList<AnswerModel> Errors { get; }

    /// <summary>The form of the throwing method's result.</summary>
    public BodyForm Form => Result?.Form ?? BodyForm.None;

    /// <summary>The JSON type of the result; it takes null when some success has no body.</summary>
    public TypeRef ResultType => MayBeEmpty ? (Result?.Type ?? TypeRef.Json).OrNull() : Result?.Type ?? TypeRef.Json;

    /// <summary>Whether some success has no body although the result has one.</summary>
    public bool MayBeEmpty => Form == BodyForm.Json && Successes.Any(static a => a.Form == BodyForm.None);

    private static bool SameBody(AnswerModel a, AnswerModel b) => a.Form == b.Form && Equals(a.Type, b.Type);
}
