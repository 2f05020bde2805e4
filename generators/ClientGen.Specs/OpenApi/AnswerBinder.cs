using ClientGen.Specs.Binding;
using ClientGen.Specs.Model;
using ClientGen.Specs.Names;
using ClientGen.Specs.Reading;
using ClientGen.Specs.Schemas;

namespace ClientGen.Specs.OpenApi;

/// <summary>Binds the documented answers of an operation.</summary>
internal sealed class AnswerBinder(BindingContext context, SchemaBinder schemas, BodyBinder bodies)
{
    /// <summary>Binds all answers, in contract order; an operation without any gets a successful one without a body.</summary>
    public EquatableArray<AnswerModel> Bind(Located operation)
    {
        var answers = new List<AnswerModel>();
        var names = new NameScope("Status", "IsSuccess", "Headers", "Body");
        foreach (var (entry, written) in operation.Entries("responses"))
        {
            if (entry.Key.StartsWith("x-", StringComparison.Ordinal) || context.Resolve(written) is not { } answer)
                continue;
            if (Status(entry.Key) is not { } status)
            {
                context.Report(BindingRules.Shape, FindingSeverity.Error, written.Document, entry.KeySpan,
                    $"`{entry.Key}` is no status: write three digits, a family such as `4XX`, or `default`. The answer is left out.");
                continue;
            }

            var (form, type, contentType) = bodies.BindAnswer(answer);
            answers.Add(new AnswerModel(status, names.Take(StatusNames.Of(status)), form, type, contentType, Headers(answer), answer.Text("description") ?? ""));
        }

        if (answers.Count == 0)
            answers.Add(new AnswerModel("2XX", "Successful", BodyForm.None, null, null, default, ""));
        return MarkSuccess(answers).ToEquatableArray();
    }

    // Where no 2xx is documented, a redirect is what the caller wants; where that is missing too, `default` has to serve.
    private static IEnumerable<AnswerModel> MarkSuccess(List<AnswerModel> answers)
    {
        if (answers.Any(static answer => answer.IsSuccess))
            return answers;
        var family = answers.Any(static answer => answer.Status[0] == '3') ? '3' : 'd';
        return answers.Select(answer => answer.Status[0] == family ? answer with { IsSuccess = true } : answer);
    }

    private static string? Status(string key)
    {
        if (key == "default")
            return key;
        if (key.Length != 3 || key[0] is < '1' or > '5')
            return null;
        var family = key.Substring(1);
        return family is "XX" or "xx" ? key[0] + "XX" : family.All(char.IsDigit) ? key : null;
    }

    private EquatableArray<HeaderModel> Headers(Located answer)
    {
        var headers = new List<HeaderModel>();
        var names = new NameScope("Body", "Status", "IsSuccess", "Headers", "Equals", "GetHashCode", "GetType", "ToString");
        foreach (var (entry, written) in answer.Entries("headers"))
        {
            if (entry.Key.Equals("Content-Type", StringComparison.OrdinalIgnoreCase) || context.Resolve(written) is not { } header)
                continue;
            var pascal = Naming.Pascal(entry.Key);
            var schema = header.Child("schema");
            var type = schema is { } described ? schemas.Bind(described) : TypeRef.String;
            headers.Add(new HeaderModel(entry.Key, names.Take(pascal, pascal + "Header"), Scalar(type), header.Text("description") ?? ""));
        }

        return headers.ToEquatableArray();
    }

    // A header is one line of text; what is no single value is handed over as it came.
    private static TypeRef Scalar(TypeRef type) => type.Kind is TypeKind.Named or TypeKind.List or TypeKind.Map or TypeKind.Json ? TypeRef.String : type;
}
