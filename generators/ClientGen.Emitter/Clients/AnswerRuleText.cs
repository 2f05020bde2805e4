using ClientGen.Emitter.Types;
using ClientGen.Emitter.Writing;
using ClientGen.Specs.Model;

namespace ClientGen.Emitter.Clients;

/// <summary>Prints the rule by which the throwing method judges answers.</summary>
internal static class AnswerRuleText
{
    /// <summary>The type of <see cref="Errors"/>.</summary>
    public const string ErrorsType = Http + "ErrorRule[]";

    private const string Http = "global::ClientGen.Http.";

    /// <summary>The C# type of what the throwing method returns; null for nothing.</summary>
    public static string? ResultType(ClientContext context, AnswerPlan answers) => answers.Form switch
    {
        BodyForm.Json => TypeName.Of(answers.ResultType),
        BodyForm.Text => "string",
        BodyForm.Binary => "global::ClientGen.BinaryAnswer",
        _ => null,
    };

    /// <summary>Writes the static field.</summary>
    public static void Write(SourceWriter writer, ClientContext context, OperationModel operation, AnswerPlan answers)
    {
        var type = ResultType(context, answers) ?? Http + "Nothing";
        using (writer.Block($"internal static readonly {Http}AnswerRule<{type}> Answers = new({Body(context, answers)})", ";"))
        {
            if (!IsOrdinary(answers))
                writer.Line($"Statuses = new {Http}StatusRange[] {{ {string.Join(", ", answers.Successes.Select(static a => SuccessRange(a.Status)).Distinct())} }},");
            if (operation.Success is { } success && answers.Form == BodyForm.Json)
                writer.Line($"Success = {Success(context, answers, success, type)},");
            if (Errors(context, answers) is { } errors)
                writer.Line($"Errors = {context.Shared.Refer(context.Names.Shared, errors)},");
        }
    }

    private static string Body(ClientContext context, AnswerPlan answers) => answers.Form switch
    {
        BodyForm.Json when answers.MayBeEmpty =>
            $"{Http}AnswerBody.JsonOrNothing({(answers.ResultType.IsValueType ? CodecExpression.Of(answers.ResultType, context.Contract.Namespace) : CodecExpression.Of(answers.ResultType with { Nullable = false }, context.Contract.Namespace))})",
        BodyForm.Json => $"{Http}AnswerBody.Json({CodecExpression.Of(answers.ResultType, context.Contract.Namespace)})",
        BodyForm.Text => Http + "AnswerBody.Text",
        BodyForm.Binary => Http + "AnswerBody.Binary",
        _ => Http + "AnswerBody.None",
    };

    // 200 to 299 is what the runtime takes for success anyway.
    private static bool IsOrdinary(AnswerPlan answers) => answers.Successes.Count == 0 || answers.Successes.Any(static a => a.Status is "2XX" or "2xx");

    // A contract with nothing but `default` does not mean that a 500 is fine.
    private static string SuccessRange(string status) => StatusText.Rank(status) == 2 ? Http + "StatusRange.Success" : Range(status);

    private static string Range(string status)
    {
        if (StatusText.Rank(status) == 2)
            return Http + "StatusRange.Any";
        var (from, to) = StatusText.Range(status);
        return from == to ? CSharp.Literal(from) : $"new({CSharp.Literal(from)}, {CSharp.Literal(to)})";
    }

    /// <summary>The documented errors as an array; null when there are none.</summary>
    public static string? Errors(ClientContext context, AnswerPlan answers)
    {
        var rules = answers.Errors.Concat(answers.OtherSuccesses).Concat(answers.Successes.Where(static a => StatusText.Rank(a.Status) == 2))
            .Select(answer => answer.Form switch
            {
                BodyForm.Json => $"{Http}ErrorRule.Json({Range(answer.Status)}, {CodecExpression.Of(answer.Type ?? TypeRef.Json, context.Contract.Namespace)})",
                BodyForm.Text => $"{Http}ErrorRule.Text({Range(answer.Status)})",
                _ => $"new({Range(answer.Status)})",
            })
            .ToList();
        return rules.Count == 0 ? null : $"new {ErrorsType} {{ {string.Join(", ", rules)} }}";
    }

    private static string Success(ClientContext context, AnswerPlan answers, SuccessModel success, string type)
    {
        var holds = ConditionEmitter.All(success.Criteria, context.Conditions with { BodyType = answers.ResultType, Namespace = context.Contract.Namespace });
        if (answers.MayBeEmpty)
            holds = $"answer is null || ({holds})";
        var arguments = new List<string> { $"static answer => {holds}" };
        var paths = new MemberText(context);
        var code = paths.Of(answers.ResultType, success.CodePath);
        var message = paths.Of(answers.ResultType, success.MessagePath);
        if (code is not null || message is not null)
            arguments.Add(code is null ? "null" : $"static answer => {code}");
        if (message is not null)
            arguments.Add($"static answer => {message}");
        return $"new {Http}SuccessRule<{type}>({string.Join(", ", arguments)})";
    }
}
