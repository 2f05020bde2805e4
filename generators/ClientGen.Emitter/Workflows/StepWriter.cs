using ClientGen.Emitter.Clients;
using ClientGen.Emitter.Writing;
using ClientGen.Specs.Model;

namespace ClientGen.Emitter.Workflows;

/// <summary>Prints one step: its call, its criteria, and what follows.</summary>
internal sealed class StepWriter
{
    private readonly WorkflowContext _context;
    private readonly WorkflowModel _workflow;
    private readonly StepModel _step;
    private readonly string? _next;
    private readonly ConditionScope _scope;
    private int _conditions;

    public StepWriter(WorkflowContext context, WorkflowModel workflow, int index)
    {
        _context = context;
        _workflow = workflow;
        _step = workflow.Steps[index];
        _next = index + 1 < workflow.Steps.Count ? workflow.Steps[index + 1].Id : null;
        _scope = context.Types.Conditions with
        {
            BodyType = _step.Answer?.OrNull(),
            Status = _step.Kind == StepKind.Call ? "status" : null,
            Header = _step.Kind == StepKind.Call ? static name => $"headers?.Find({CSharp.Literal(name)})" : null,
            Expression = Outside,
        };
    }

    /// <summary>Prints the case of the switch.</summary>
    public void Write(SourceWriter writer)
    {
        if (Xml.Text(_step.Documentation) is { Length: > 0 } comment)
            writer.Line("// " + comment);
        writer.Line($"case {CSharp.Literal(_step.Id)}:");
        using (writer.Block())
        {
            switch (_step.Kind)
            {
                case StepKind.Call:
                    WriteOperation(writer);
                    break;
                case StepKind.Receive:
                    WriteReceive(writer);
                    break;
                default:
                    WriteWorkflow(writer);
                    break;
            }

            WriteSuccess(writer);
            WriteFailure(writer);
        }
    }

    /// <summary>Prints the bare call of an operation, without looking at its answer.</summary>
    public void WriteCall(SourceWriter writer)
    {
        var arguments = Arguments(writer, "global::System.Threading.CancellationToken.None");
        writer.Line($"await {Client(writer)}.{CSharp.Identifier(_step.Method + "Async")}({arguments}).ConfigureAwait(false);");
    }

    private void WriteOperation(SourceWriter writer)
    {
        var operation = _context.Operation(_step);
        var client = Client(writer);
        var arguments = Arguments(writer, "token");
        var hasOutcome = OutcomeWriter.HasOutcome(operation);
        var names = _context.Names(_step.Client);
        var method = hasOutcome ? names.OutcomeMethod(operation) : operation.Name + "Async";
        writer.Line($"var call = await run.CallAsync({Timeout()}, token => {client}.{CSharp.Identifier(method)}({arguments})).ConfigureAwait(false);");
        writer.Line(hasOutcome ? "var status = call.IsThere ? call.Value.Status : run.FailureStatus;" : "var status = call.IsThere ? 200 : run.FailureStatus;");
        if (UsesHeaders())
            writer.Line($"var headers = {(hasOutcome ? "call.IsThere ? call.Value.Headers : " : "")}(run.Failure as global::ClientGen.AnswerException)?.Headers;");
        if (hasOutcome && _step.Answer is not null)
        {
            var outcome = CSharp.Identifier(names.OutcomeType(operation));
            var bodies = _step.AnswerNames.Select(answer => $"(call.Value as global::{CSharp.QualifiedName(_context.Namespace(_step.Client))}.{outcome}.{CSharp.Identifier(answer)})?.Body");
            writer.Line($"var answer = {string.Join(" ?? ", bodies)};");
        }
    }

    private void WriteReceive(SourceWriter writer)
    {
        var success = ConditionEmitter.All(_step.Criteria, Scope("item"));
        // An event that a failure action waits for by name ends the waiting too.
        var failures = _step.OnFailure.Where(static action => !action.Criteria.IsEmpty).Select(action => ConditionEmitter.All(action.Criteria, Scope("item"))).ToList();
        var fits = string.Join(" || ", failures.Prepend(success).Select(static condition => condition.Contains(" && ") ? $"({condition})" : condition));
        writer.Line("var call = await run.CallAsync(");
        using (writer.Indent())
        {
            writer.Line($"{Timeout()},");
            writer.Line($"token => {CSharp.Identifier(_step.Local!)}.NextAsync(");
            using (writer.Indent())
            {
                writer.Line($"item => {(failures.Count == 0 ? success : fits)},");
                writer.Line("token).AsTask()).ConfigureAwait(false);");
            }
        }

        writer.Line("var answer = call.Value;");
    }

    private void WriteWorkflow(SourceWriter writer)
    {
        writer.Line($"var call = await run.CallAsync({Timeout()}, token => {WorkflowCall(_step.Method, _step.Inputs, _step.Arguments, "token")}).ConfigureAwait(false);");
        if (_step.Local is { } local)
            writer.Line($"{CSharp.Identifier(local)} = call.Value;");
    }

    private void WriteSuccess(SourceWriter writer)
    {
        var conditions = new List<string>();
        if (_step.Kind != StepKind.Call || !_step.DecidesStatus)
            conditions.Add(_step.Kind == StepKind.Call ? "status is >= 200 and <= 299" : "call.IsThere");
        // A receive step without failure actions of its own takes only what fits, so nothing is left to test.
        if (!_step.Criteria.IsEmpty && (_step.Kind != StepKind.Receive || _step.OnFailure.Any(static action => !action.Criteria.IsEmpty)))
            conditions.Add(ConditionEmitter.All(_step.Criteria, Scope("answer")));

        using (writer.Block($"if ({string.Join(" && ", conditions)})"))
        {
            writer.Line("run.Succeed();");
            var values = Values();
            foreach (var output in _step.Outputs)
                writer.Line($"{CSharp.Identifier(output.Local)} = {values.Print(output.Value)};");
            foreach (var change in _step.Obligations)
            {
                var assignment = $"{CSharp.Identifier(change.Local)} = {CSharp.Literal(change.Opens)};";
                writer.Line(change.When is { } when ? $"if ({ConditionEmitter.Emit(when, Scope("answer"))}) {assignment}" : assignment);
            }

            if (_step.Handler is { } handler)
            {
                using (writer.Block($"if ({CSharp.Identifier(handler)} is not null && answer is not null)"))
                    writer.Line($"await {CSharp.Identifier(handler)}(answer, cancellationToken).ConfigureAwait(false);");
                writer.Line();
            }

            foreach (var action in _step.OnSuccess)
            {
                if (action.Criteria.IsEmpty)
                {
                    writer.Line($"// {Comment(action)}");
                    WriteFollower(writer, action);
                    return;
                }

                using (writer.Block($"if ({ConditionEmitter.All(action.Criteria, Scope("answer"))}) // {Comment(action)}"))
                    WriteFollower(writer, action);
                writer.Line();
            }

            WriteFollower(writer, null);
        }
    }

    private void WriteFailure(SourceWriter writer)
    {
        writer.Line();
        writer.Line("run.Fail();");
        foreach (var action in _step.OnFailure)
        {
            var conditions = new List<string>();
            if (!action.Criteria.IsEmpty)
                conditions.Add(ConditionEmitter.All(action.Criteria, Scope("answer")));
            if (action.Kind == StepActionKind.Retry)
                conditions.Add($"run.TryRetry({CSharp.Literal(action.Name)}, {CSharp.Literal(action.RetryLimit)})");
            if (conditions.Count == 0)
            {
                WriteCure(writer, action);
                return;
            }

            using (writer.Block($"if ({string.Join(" && ", conditions)})"))
                WriteCure(writer, action);
            writer.Line();
        }

        writer.Line($"throw run.Error({Reason()});");
    }

    private string Reason() => _step.Kind == StepKind.Call
        ? "run.Failure?.Message ?? $\"its success criteria did not hold (HTTP {status}).\""
        : "run.Failure?.Message ?? \"its success criteria did not hold.\"";

    private void WriteCure(SourceWriter writer, StepActionModel action)
    {
        switch (action.Kind)
        {
            case StepActionKind.End:
                writer.Line($"// {Comment(action)}");
                writer.Line($"throw run.Error({Reason()});");
                break;
            case StepActionKind.Goto:
                WriteFollower(writer, action);
                break;
            default:
                if (action.Workflow is { Method: { } method } workflow)
                    writer.Line($"{(workflow.Local is { } local ? CSharp.Identifier(local) + " = " : "")}await {WorkflowCall(method, workflow.Inputs, workflow.Arguments, "cancellationToken")}.ConfigureAwait(false);");
                else if (action.Workflow is { } other)
                    writer.Line($"// {Xml.Text(other.Id)} needs inputs that this workflow does not have: the client renews by itself, and the step is tried again.");
                writer.Line($"await run.PauseAsync({(action.RetryAfterMilliseconds == 0 ? "global::System.TimeSpan.Zero" : Milliseconds(action.RetryAfterMilliseconds))}).ConfigureAwait(false);");
                writer.Line("break;");
                break;
        }
    }

    /// <summary>Prints what follows: another step, another workflow, or the end.</summary>
    private void WriteFollower(SourceWriter writer, StepActionModel? action)
    {
        var target = action is null ? _next : action.StepId;
        if (target is not null)
        {
            writer.Line($"step = {CSharp.Literal(target)};");
            writer.Line("break;");
            return;
        }

        if (action?.Workflow is { } workflow)
        {
            writer.Line(workflow.Method is { } method
                ? $"{(workflow.Local is { } local ? CSharp.Identifier(local) + " = " : "")}await {WorkflowCall(method, workflow.Inputs, workflow.Arguments, "cancellationToken")}.ConfigureAwait(false);"
                : $"throw run.Error({CSharp.Literal($"the workflow {workflow.Id} has to follow and needs inputs that this one does not have.")});");
            if (workflow.Method is null)
                return;
        }

        writer.Line(_workflow.OutputType is null ? "return;" : "return End();");
    }

    private string WorkflowCall(string method, TypeRef? inputs, EquatableArray<StepArgument> arguments, string token)
    {
        var parts = new List<string>();
        if (inputs is not null)
        {
            var value = new ValueSource(ValueKind.Object, inputs, Parts: arguments.Select(static argument => new ValuePart(argument.Name, argument.Target, argument.Value) { IsOptional = argument.IsOptional }).ToEquatableArray());
            parts.Add("inputs: " + Values().Print(value));
        }

        parts.Add("progress: progress");
        parts.Add("cancellationToken: " + token);
        return $"{CSharp.Identifier(method + "Async")}({string.Join(", ", parts)})";
    }

    /// <summary>The client to call; one with credentials of its own when the step gives some.</summary>
    private string Client(SourceWriter writer)
    {
        var credentials = _step.Arguments.Where(static argument => argument.IsCredential).ToList();
        if (credentials.Count == 0)
            return _context.Field(_step.Client);

        var values = Values();
        writer.Line($"var client = {_context.Field(_step.Client)}.With(new global::ClientGen.CallOptions");
        writer.Line("{");
        using (writer.Indent())
        {
            writer.Line("Credentials = new global::ClientGen.StaticCredentials(new global::System.Collections.Generic.Dictionary<string, string>");
            writer.Line("{");
            using (writer.Indent())
            {
                foreach (var credential in credentials)
                    writer.Line($"[{CSharp.Literal(credential.Name)}] = {values.Needed(credential.Value, TypeRef.String)},");
            }

            writer.Line("}),");
        }

        writer.Line("});");
        return "client";
    }

    /// <summary>The arguments; those that may be missing are looked at before the call, so that their failure is none of the call's.</summary>
    private string Arguments(SourceWriter writer, string token)
    {
        var arguments = new List<string>();
        var values = Values();
        var number = 0;
        foreach (var argument in _step.Arguments.Where(static argument => !argument.IsCredential))
        {
            var value = argument.IsOptional ? values.Optional(argument.Value, argument.Target) : values.Needed(argument.Value, argument.Target);
            if (value.Contains("WorkflowValue.") || value.Length > 80)
            {
                var name = $"argument{CSharp.Literal(++number)}";
                writer.Line($"var {name} = {value};");
                value = name;
            }

            arguments.Add($"{CSharp.Identifier(argument.Name)}: {value}");
        }

        arguments.Add("cancellationToken: " + token);
        return string.Join(", ", arguments);
    }

    private bool UsesHeaders() =>
        _step.Criteria.Concat(_step.OnSuccess.Concat(_step.OnFailure).SelectMany(static action => action.Criteria)).Any(static condition => ReadsHeader(condition.Expression))
        || _step.Outputs.Any(static output => ReadsHeader(output.Value));

    private static bool ReadsHeader(ConditionNode node) =>
        node.Left?.Kind == OperandKind.Header || node.Right?.Kind == OperandKind.Header || node.Children.Any(ReadsHeader);

    private static bool ReadsHeader(ValueSource value) => value.Kind == ValueKind.Header || value.Parts.Any(static part => ReadsHeader(part.Value));

    private string Timeout() => _step.TimeoutMilliseconds is { } milliseconds ? Milliseconds(milliseconds) : "null";

    private static string Milliseconds(int milliseconds) => $"global::System.TimeSpan.FromMilliseconds({CSharp.Literal(milliseconds)})";

    private ValuePrinter Values() => new(_context.Types, Scope("answer"));

    /// <summary>Each condition introduces locals of its own, so each gets a prefix of its own.</summary>
    private ConditionScope Scope(string body) => _scope with { Body = body, LocalPrefix = $"c{CSharp.Literal(++_conditions)}_" };

    private ConditionValue? Outside(Operand operand)
    {
        var value = ClientGen.Specs.Arazzo.WorkflowOperand.ValueOf(operand);
        return new ConditionValue(new ValuePrinter(_context.Types, _context.Types.Conditions).Print(value), value.Type);
    }

    private static string Comment(StepActionModel action) => Xml.Text(action.Name);
}
