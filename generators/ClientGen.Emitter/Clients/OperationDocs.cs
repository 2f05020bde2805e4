using System.Globalization;
using ClientGen.Emitter.Writing;
using ClientGen.Specs.Model;

namespace ClientGen.Emitter.Clients;

/// <summary>Documentation comments of an operation's methods.</summary>
internal sealed class OperationDocs(ContractModel contract)
{
    private readonly ProtocolSentences _sentences = new(contract);

    /// <summary>The whole comment of the throwing method.</summary>
    public void Write(SourceWriter writer, OperationModel operation, AnswerPlan answers)
    {
        Lines(writer, "summary", Summary(operation));
        Lines(writer, "remarks", string.Join(" ", Remarks(operation, answers)));
        foreach (var argument in OperationArguments.Of(operation))
            Parameter(writer, argument);
        Cancellation(writer);
        if (answers.Result is { Form: not BodyForm.None } result)
        {
            var empty = string.Join(", ", answers.Successes.Where(static a => a.Form == BodyForm.None).Select(static a => a.Status));
            Lines(writer, "returns", Sentence(result.Documentation.Trim().Length > 0 ? result.Documentation : "The answer.")
                + (answers.MayBeEmpty ? $" Null after status {empty}, which has no body." : ""));
        }

        Exceptions(writer, operation, answers);
    }

    /// <summary>A short comment for a method that differs from the throwing one in its result only.</summary>
    public void WriteVariant(SourceWriter writer, OperationModel operation, string difference)
    {
        Lines(writer, "summary", Sentence(Summary(operation)) + " " + difference);
        writer.Line($"/// <inheritdoc cref=\"{ClientNames.Method(operation.Name)}\" path=\"/param\"/>");
    }

    /// <summary>One parameter.</summary>
    public static void Parameter(SourceWriter writer, ArgumentModel argument) =>
        Lines(writer, $"param name=\"{argument.Name.TrimStart('@')}\"", argument.Documentation);

    /// <summary>The cancellation token.</summary>
    public static void Cancellation(SourceWriter writer) =>
        writer.Line($"/// <param name=\"{OperationArguments.CancellationName}\">Ends the call.</param>");

    /// <summary>An element of raw text.</summary>
    public static void Lines(SourceWriter writer, string element, string text)
    {
        foreach (var line in Xml.Element(element, text))
            writer.Line(line);
    }

    /// <summary>The sentences of protocol facts.</summary>
    public IEnumerable<string> Sentences(EquatableArray<ProtocolFact> facts) => _sentences.Of(facts);

    private static string Summary(OperationModel operation) =>
        operation.Summary.Trim().Length > 0 ? operation.Summary
        : operation.Description.Trim().Length > 0 ? operation.Description
        : $"Calls {operation.Method} {operation.Path}.";

    private IEnumerable<string> Remarks(OperationModel operation, AnswerPlan answers)
    {
        if (operation.Summary.Trim().Length > 0 && operation.Description.Trim().Length > 0)
            yield return Sentence(operation.Description);
        foreach (var sentence in _sentences.Of(operation.Facts))
            yield return sentence;
        if (operation.DeadlineMilliseconds is { } milliseconds)
            yield return $"Waits up to {(milliseconds / 1000.0).ToString("0.###", CultureInfo.InvariantCulture)} s.";
        if (answers.OtherSuccesses.Count > 0)
        {
            yield return $"Status {string.Join(", ", answers.OtherSuccesses.Select(static a => a.Status))} has another body and is thrown as an ApiException here; "
                + "the method that returns the outcome hands it over.";
        }

        yield return $"{operation.Method} {operation.Path} ({contract.SpecPath})";
    }

    private static void Exceptions(SourceWriter writer, OperationModel operation, AnswerPlan answers)
    {
        var errors = string.Join(", ", answers.Errors.Where(static a => StatusText.Rank(a.Status) < 2).Select(static a => a.Status));
        Lines(writer, "exception cref=\"global::ClientGen.ApiException\"", errors.Length == 0 ? "The answer was no success." : $"Status {errors}, or another that is no success.");
        if (operation.Success is { } success)
        {
            var criteria = string.Join(" and ", success.Criteria.Select(static c => c.Text));
            Lines(writer, "exception cref=\"global::ClientGen.ResultCodeException\"", $"Success is {criteria}, and that does not hold.");
        }
    }

    private static string Sentence(string text)
    {
        var trimmed = text.TrimEnd();
        return trimmed.Length == 0 || trimmed[trimmed.Length - 1] is '.' or '!' or '?' ? trimmed : trimmed + ".";
    }
}
