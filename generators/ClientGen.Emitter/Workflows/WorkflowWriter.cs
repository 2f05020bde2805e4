using ClientGen.Emitter.Clients;
using ClientGen.Emitter.Writing;
using ClientGen.Specs.Model;

namespace ClientGen.Emitter.Workflows;

/// <summary>Prints the method of one workflow: a loop over its steps.</summary>
internal sealed class WorkflowWriter(WorkflowContext context, WorkflowModel workflow)
{
    private const string Progress = "global::System.IProgress<global::ClientGen.Workflows.WorkflowStepReport>";

    private readonly HashSet<int> _reachable = new ClientGen.Specs.Arazzo.StepGraph(workflow.Steps).Reachable();

    /// <summary>Prints the method.</summary>
    public void Write(SourceWriter writer)
    {
        WriteDocumentation(writer);
        var result = workflow.OutputType is null ? "" : $"<{CSharp.Identifier(OutputsWriter.NameOf(workflow))}>";
        using var method = writer.Block(
            $"public async global::System.Threading.Tasks.Task{result} {CSharp.Identifier(workflow.Name + "Async")}({string.Join(", ", Parameters())})");
        if (workflow.InputsAreOptional)
            writer.Line($"inputs ??= new {context.Types.NotNull(workflow.Inputs!)}();");
        else if (workflow.Inputs is not null)
            writer.Line("if (inputs is null) throw new global::System.ArgumentNullException(nameof(inputs));");
        writer.Line($"var run = new global::ClientGen.Workflows.WorkflowRun({CSharp.Literal(workflow.Id)}, _options, progress, cancellationToken);");
        WriteLocals(writer);
        WriteStreams(writer);

        if (workflow.Obligations.IsEmpty)
        {
            WriteLoop(writer);
        }
        else
        {
            using (writer.Block("try"))
                WriteLoop(writer);
            using (writer.Block("finally"))
            {
                foreach (var obligation in workflow.Obligations)
                    WriteCleanup(writer, obligation);
            }
        }

        WriteEnd(writer);
    }

    private IEnumerable<string> Parameters()
    {
        if (workflow.Inputs is { } inputs)
            yield return workflow.InputsAreOptional ? $"{context.Types.NotNull(inputs)}? inputs = null" : $"{context.Types.NotNull(inputs)} inputs";
        yield return $"{Progress}? progress = null";
        foreach (var step in Heard())
            yield return $"global::System.Func<{context.Types.NotNull(step.Answer!)}, global::System.Threading.CancellationToken, global::System.Threading.Tasks.Task>? {CSharp.Identifier(step.Handler!)} = null";
        yield return "global::System.Threading.CancellationToken cancellationToken = default";
    }

    private IEnumerable<StepModel> Heard() => workflow.Steps.Where(static step => step.Handler is not null);

    private void WriteDocumentation(SourceWriter writer)
    {
        Lines(writer, "summary", workflow.Summary.Trim().Length > 0 ? workflow.Summary : workflow.Description.Trim().Length > 0 ? workflow.Description : $"Runs the workflow {workflow.Id}.");
        var steps = string.Join(", ", workflow.Steps.Where((_, index) => _reachable.Contains(index)).Select(static step => step.Id));
        var remarks = (workflow.Summary.Trim().Length > 0 ? workflow.Description + " " : "") + $"Steps: {steps}."
            + (workflow.DependsOn.IsEmpty ? "" : $" Must have been completed before: {string.Join(", ", workflow.DependsOn)}.")
            + string.Concat(workflow.Obligations.Select(obligation => $" Whatever ends it while {obligation.Id} is open, the step {obligation.EndStep} is done first."))
            + $" Contract: {workflow.Source}";
        Lines(writer, "remarks", remarks);
        if (workflow.Inputs is not null)
            writer.Line($"/// <param name=\"inputs\">What the workflow needs{(workflow.InputsAreOptional ? "; null for its defaults" : "")}.</param>");
        writer.Line("/// <param name=\"progress\">Hears of each step; null for nobody.</param>");
        foreach (var step in Heard())
            Lines(writer, $"param name=\"{step.Handler}\"", $"Hears of each answer of the step {step.Id} that met its success criteria, before the workflow goes on; null for nobody. What it throws ends the workflow.");
        writer.Line("/// <param name=\"cancellationToken\">Ends the workflow; the exception is then an OperationCanceledException.</param>");
        if (workflow.OutputType is not null)
            writer.Line("/// <returns>What the workflow hands on.</returns>");
        writer.Line("/// <exception cref=\"global::ClientGen.WorkflowException\">A step failed and no failure action cured it.</exception>");
    }

    private static void Lines(SourceWriter writer, string element, string text)
    {
        foreach (var line in Xml.Element(element, text))
            writer.Line(line);
    }

    private void WriteLocals(SourceWriter writer)
    {
        foreach (var local in workflow.Locals)
            writer.Line($"{context.Types.Name(local.Type.Kind == ClientGen.Specs.Model.TypeKind.Json ? local.Type : local.Type.OrNull())}{(local.Type.Kind == ClientGen.Specs.Model.TypeKind.Json ? "?" : "")} {CSharp.Identifier(local.Name)} = null;");
        foreach (var obligation in workflow.Obligations)
            writer.Line($"var {CSharp.Identifier(obligation.Local)} = false;");
    }

    private void WriteStreams(SourceWriter writer)
    {
        if (workflow.Streams.IsEmpty)
            return;
        writer.Line("// Opened before the first step, so that no event is lost between a command and its answer.");
        var values = new ValuePrinter(context.Types, context.Types.Conditions);
        foreach (var stream in workflow.Streams)
        {
            var arguments = stream.Arguments.Where(static argument => !argument.IsCredential)
                .Select(argument => $"{CSharp.Identifier(argument.Name)}: {(argument.IsOptional ? values.Optional(argument.Value, argument.Target) : values.Needed(argument.Value, argument.Target))}")
                .Append("cancellationToken: cancellationToken");
            writer.Line($"await using var {CSharp.Identifier(stream.Local)} = await global::ClientGen.Streams.EventSubscription<{context.Types.Name(stream.Event)}>.OpenAsync(");
            using (writer.Indent())
                writer.Line($"{context.Field(stream.Client)}.{CSharp.Identifier(stream.Method + "Async")}({string.Join(", ", arguments)}), cancellationToken).ConfigureAwait(false);");
        }
    }

    private void WriteLoop(SourceWriter writer)
    {
        writer.Line($"var step = {CSharp.Literal(workflow.Steps[0].Id)};");
        using (writer.Block("while (true)"))
        {
            writer.Line("run.Begin(step);");
            using (writer.Block("switch (step)"))
            {
                for (var index = 0; index < workflow.Steps.Count; index++)
                {
                    if (_reachable.Contains(index))
                        new StepWriter(context, workflow, index).Write(writer);
                }

                // Every step of the switch names its follower, so nothing else is ever asked for.
                writer.Line("default:");
                using (writer.Indent())
                    writer.Line("throw run.Error(\"There is no such step.\");");
            }
        }
    }

    private void WriteCleanup(SourceWriter writer, WorkflowObligation obligation)
    {
        var index = 0;
        while (workflow.Steps[index].Id != obligation.EndStep)
            index++;
        using (writer.Block($"if ({CSharp.Identifier(obligation.Local)})"))
        {
            using (writer.Block("try"))
            {
                writer.Line("// Even a cancelled run ends what it opened, within the client's own deadline.");
                new StepWriter(context, workflow, index).WriteCall(writer);
            }

            using (writer.Block("catch (global::ClientGen.ClientGenException)"))
                writer.Line("// What ended the workflow says more than this failure.");
        }
    }

    private void WriteEnd(SourceWriter writer)
    {
        if (workflow.OutputType is null)
            return;
        writer.Line();
        var values = new ValuePrinter(context.Types, context.Types.Conditions with { LocalPrefix = "e" });
        var name = CSharp.Identifier(OutputsWriter.NameOf(workflow));
        using (writer.Block($"{name} End() => new {name}", ";"))
        {
            foreach (var output in workflow.Outputs)
                writer.Line($"{CSharp.Identifier(output.Name)} = {values.Print(output.Value)},");
        }
    }
}
