using ClientGen.Emitter.Writing;
using ClientGen.Specs.Model;

namespace ClientGen.Emitter.Workflows;

/// <summary>Prints the record of a workflow's outputs.</summary>
internal static class OutputsWriter
{
    /// <summary>Prints it.</summary>
    public static void Write(SourceWriter writer, WorkflowModel workflow, WorkflowTypes types, string generatedCode)
    {
        var name = CSharp.Identifier(NameOf(workflow));
        foreach (var line in Xml.Element("summary", $"What the workflow {workflow.Id} hands on."))
            writer.Line(line);
        writer.Line(generatedCode);
        using (writer.Block($"public sealed record {name}"))
        {
            foreach (var output in workflow.Outputs)
            {
                foreach (var line in Xml.Element("summary", $"The output {output.Id}: {output.Value.Expression}; null when its step did not run or did not have it."))
                    writer.Line(line);
                if (output.Value.IsSecret)
                    writer.Line("[global::ClientGen.Protocol.Secret]");
                if (output.Value.IsPersonal)
                    writer.Line("[global::ClientGen.Protocol.PersonalData]");
                writer.Line($"public {MemberType(output, types)} {CSharp.Identifier(output.Name)} {{ get; init; }}");
                writer.Line();
            }

            Print(writer, workflow);
        }
    }

    /// <summary>The short name of the record.</summary>
    public static string NameOf(WorkflowModel workflow) => workflow.OutputType!.Substring(workflow.OutputType.LastIndexOf('.') + 1);

    /// <summary>The type of a member: nullable, since a workflow may end before a step.</summary>
    public static string MemberType(WorkflowOutputModel output, WorkflowTypes types) => types.Name(output.Value.Type.OrNull());

    // Secrets and personal data do not reach logs by way of ToString.
    private static void Print(SourceWriter writer, WorkflowModel workflow)
    {
        using (writer.Block("private bool PrintMembers(global::System.Text.StringBuilder builder)"))
        {
            var first = true;
            foreach (var output in workflow.Outputs)
            {
                var label = CSharp.Literal((first ? "" : ", ") + output.Name + " = ");
                writer.Line(output.Value.IsSecret || output.Value.IsPersonal
                    ? $"builder.Append({label}).Append(\"***\");"
                    : $"builder.Append({label}).Append({CSharp.Identifier(output.Name)});");
                first = false;
            }

            writer.Line("return true;");
        }
    }
}
