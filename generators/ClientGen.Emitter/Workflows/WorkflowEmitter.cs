using ClientGen.Emitter.Writing;
using ClientGen.Specs.Model;

namespace ClientGen.Emitter.Workflows;

/// <summary>Prints the class of an Arazzo document: one method for each workflow.</summary>
/// <remarks>Pure: equal models give equal texts. Safe to use from many threads.</remarks>
public static class WorkflowEmitter
{
    /// <summary>The files of a document.</summary>
    /// <param name="contract">The document's contract; its types are printed by the type emitter.</param>
    /// <param name="sources">The contracts that its steps call.</param>
    /// <param name="options">What the consuming compilation offers.</param>
    /// <param name="cancellationToken">Ends the printing between two workflows.</param>
    /// <returns>Nothing when the contract has no workflows that can run.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static EquatableArray<GeneratedFile> Emit(
        ContractModel contract, IReadOnlyList<ContractModel> sources, EmitOptions options, CancellationToken cancellationToken)
    {
        if (contract.Workflows is not { } document || WorkflowContext.Of(contract, document, sources) is not { } context)
            return default;
        var workflows = document.Workflows.Where(static workflow => workflow.CanRun).ToList();
        if (workflows.Count == 0)
            return default;

        var attribute = GeneratedText.Attribute(options.Version);
        var writer = Begin(contract);
        WriteClass(writer, document, context, attribute);
        foreach (var workflow in workflows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            writer.Line();
            using (writer.Block($"public sealed partial class {CSharp.Identifier(document.Name)}"))
                new WorkflowWriter(context, workflow).Write(writer);
            if (workflow.OutputType is null)
                continue;
            writer.Line();
            OutputsWriter.Write(writer, workflow, context.Types, attribute);
        }

        return EquatableArray.Of(new GeneratedFile("Workflows.g.cs", writer.ToString()));
    }

    private static SourceWriter Begin(ContractModel contract)
    {
        var writer = GeneratedText.Begin(contract.Namespace);
        // 219: an output that no step of this run sets is still an output of the contract.
        writer.Line("#pragma warning disable 219");
        writer.Line();
        return writer;
    }

    private static void WriteClass(SourceWriter writer, WorkflowDocumentModel document, WorkflowContext context, string attribute)
    {
        const string Options = "global::ClientGen.Workflows.WorkflowOptions";
        foreach (var line in Xml.Element("summary", document.Documentation.Trim().Length > 0 ? document.Documentation : $"The workflows {document.Name}."))
            writer.Line(line);
        writer.Line("/// <remarks>Safe to use from many threads at a time; each call of a method is a run of its own.</remarks>");
        writer.Line(attribute);
        using (writer.Block($"public sealed partial class {CSharp.Identifier(document.Name)}"))
        {
            for (var i = 0; i < document.Clients.Count; i++)
                writer.Line($"private readonly {context.Interface(i)} {context.Field(i)};");
            writer.Line($"private readonly {Options}? _options;");
            writer.Line();
            writer.Line("/// <summary>Makes the workflows over their clients.</summary>");
            for (var i = 0; i < document.Clients.Count; i++)
            {
                foreach (var line in Xml.Element($"param name=\"{document.Clients[i].Parameter}\"", $"Calls the operations of {document.Clients[i].Contract}."))
                    writer.Line(line);
            }

            writer.Line("/// <param name=\"options\">How the workflows run; null for the defaults.</param>");
            var parameters = document.Clients.Select((client, i) => $"{context.Interface(i)} {CSharp.Identifier(client.Parameter)}").Append($"{Options}? options = null");
            using (writer.Block($"public {CSharp.Identifier(document.Name)}({string.Join(", ", parameters)})"))
            {
                for (var i = 0; i < document.Clients.Count; i++)
                    writer.Line($"{context.Field(i)} = {CSharp.Identifier(document.Clients[i].Parameter)} ?? throw new global::System.ArgumentNullException(nameof({CSharp.Identifier(document.Clients[i].Parameter)}));");
                writer.Line("_options = options;");
            }
        }
    }
}
