using ClientGen.Emitter.Types;
using ClientGen.Emitter.Writing;
using ClientGen.Specs.Model;

namespace ClientGen.Emitter.Clients;

/// <summary>Prints the typed outcome of an operation: a closed set of classes, one for each documented status.</summary>
internal static class OutcomeWriter
{
    private const string Answer = "global::ClientGen.Http.Answer";

    public static void Write(SourceWriter writer, ClientContext context, OperationModel operation)
    {
        if (!HasOutcome(operation))
            return;
        var name = CSharp.Identifier(context.Names.OutcomeType(operation));
        writer.Line();
        OperationDocs.Lines(writer, "summary", $"What {operation.Id} may answer; made for switch.");
        writer.Line(context.GeneratedCode);
        using (writer.Block($"public abstract class {name} : global::ClientGen.ApiOutcome"))
        {
            writer.Line($"private {name}({Answer} answer) : base(answer) {{ }}");
            foreach (var answer in operation.Answers)
                Write(writer, context, name, answer);
        }
    }

    /// <summary>
    /// Whether an operation has an outcome: all but streams do, so that documenting one more answer later only adds a case.
    /// </summary>
    public static bool HasOutcome(OperationModel operation) =>
        !operation.Answers.IsEmpty && new AnswerPlan(operation).Form != BodyForm.EventStream;

    /// <summary>The arms of a switch over the status, in the order in which they must be tried.</summary>
    public static IEnumerable<string> Arms(ClientContext context, OperationModel operation)
    {
        var outcome = CSharp.Identifier(context.Names.OutcomeType(operation));
        return operation.Answers
            .OrderBy(static answer => StatusText.Rank(answer.Status))
            .Select(answer => $"{StatusText.Pattern(answer.Status)} => new {outcome}.{CSharp.Identifier(answer.Name)}(answer),");
    }

    private static void Write(SourceWriter writer, ClientContext context, string outcome, AnswerModel answer)
    {
        var name = CSharp.Identifier(answer.Name);
        OperationDocs.Lines(writer, "summary", $"{StatusText.Say(answer.Status)}. {answer.Documentation}");
        var declaration = $"public sealed class {name}({Answer} answer) : {outcome}(answer)";
        var body = BodyOf(context, answer);
        if (body is null && answer.Headers.IsEmpty)
        {
            writer.Line(declaration + ";");
            return;
        }

        using (writer.Block(declaration))
        {
            if (body is { } typed)
            {
                writer.Line("/// <summary>The body.</summary>");
                writer.Line($"public {typed.Type} Body {{ get; }} = {typed.Expression};");
            }

            foreach (var header in answer.Headers)
            {
                OperationDocs.Lines(writer, "summary", HeaderSummary(header));
                var member = CSharp.Identifier(header.Name == answer.Name ? header.Name + "Header" : header.Name);
                writer.Line($"public {HeaderReader.TypeOf(header.Type, context)} {member} => {HeaderReader.Read(header, context)};");
            }
        }
    }

    private static string HeaderSummary(HeaderModel header) =>
        $"{(header.Documentation.Trim().Length > 0 ? header.Documentation.Trim() + " " : "")}The header {header.WireName}; null when it is absent or unreadable.";

    private static (string Type, string Expression)? BodyOf(ClientContext context, AnswerModel answer) => answer.Form switch
    {
        BodyForm.Json => (
            TypeName.Of(answer.Type ?? TypeRef.Json, context.Contract.Namespace),
            $"answer.Json({CodecExpression.Of(answer.Type ?? TypeRef.Json, context.Contract.Namespace)})"),
        BodyForm.Text => ("string", "answer.Text()"),
        BodyForm.Binary => ("global::ClientGen.BinaryAnswer", "answer.Binary()"),
        _ => null,
    };
}
