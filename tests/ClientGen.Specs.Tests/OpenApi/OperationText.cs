using ClientGen.Specs.Model;
using ClientGen.Specs.Tests.Schemas;

namespace ClientGen.Specs.Tests.OpenApi;

/// <summary>Bound operations as short text: <c>GET /pets/{id} GetPet(path id: string, query limit?: int) → Ok+ Json Pet | Other Json Error</c>.</summary>
/// <remarks>A plus marks answers that are success. <c>id as idPath</c> shows a C# name that is not the wire name.</remarks>
internal static class OperationText
{
    public static string Of(IEnumerable<OperationModel> operations) => string.Join("\n", operations.Select(Of));

    public static string Of(OperationModel operation)
    {
        var arguments = operation.Parameters.Select(Of).Concat(Body(operation.Body));
        var answers = operation.Answers.Select(Of);
        return $"{operation.Method} {operation.Path} {operation.Name}({string.Join(", ", arguments)}) → {string.Join(" | ", answers)}";
    }

    public static string Of(ParameterModel parameter)
    {
        var name = parameter.WireName + (parameter.Required ? "" : "?") + (parameter.Name == parameter.WireName ? "" : " as " + parameter.Name);
        if (parameter.Constant is { } constant)
            name += " = " + constant;
        if (parameter.Default is { } value)
            name += " default " + value;
        var plain = parameter.Place is ParameterPlace.Query or ParameterPlace.Cookie ? ParameterStyle.Form : ParameterStyle.Simple;
        var style = parameter.Style == plain && parameter.Explode == (plain == ParameterStyle.Form) ? "" : $" {parameter.Style}{(parameter.Explode ? "*" : "")}";
        return $"{parameter.Place.ToString().ToLowerInvariant()} {name}: {ModelText.Of(parameter.Type)}{ModelText.Of(parameter.Limits)}{style}";
    }

    private static IEnumerable<string> Body(RequestBodyModel? body)
    {
        if (body is null)
            return [];
        var optional = body.Required ? "" : "?";
        return body.Parts.IsEmpty
            ? [$"body{optional} {body.Form}{(body.Type is { } type ? " " + ModelText.Of(type) : "")}"]
            : [$"body{optional} {body.Form} {{ {string.Join(", ", body.Parts.Select(Of))} }}"];
    }

    private static string Of(BodyPartModel part) =>
        $"{part.WireName}{(part.Required ? "" : "?")}: {ModelText.Of(part.Type)}{(part.IsFile ? " file" : "")}{(part.ContentType is { } type ? " " + type : "")}";

    public static string Of(AnswerModel answer)
    {
        var headers = answer.Headers.IsEmpty ? "" : $" with {string.Join(", ", answer.Headers.Select(static header => $"{header.WireName}: {ModelText.Of(header.Type)}"))}";
        return $"{answer.Name}{(answer.IsSuccess ? "+" : "")} {answer.Form}{(answer.Type is { } type ? " " + ModelText.Of(type) : "")}{headers}";
    }
}
