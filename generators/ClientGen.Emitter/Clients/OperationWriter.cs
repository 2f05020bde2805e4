using ClientGen.Emitter.Types;
using ClientGen.Emitter.Writing;
using ClientGen.Specs.Binding;
using ClientGen.Specs.Model;

namespace ClientGen.Emitter.Clients;

/// <summary>Prints the methods of one operation.</summary>
internal sealed class OperationWriter
{
    private const string Http = "global::ClientGen.Http.";
    private const string Task = "global::System.Threading.Tasks.Task";
    private const string Stream = "global::System.Collections.Generic.IAsyncEnumerable";

    private readonly ClientContext _context;
    private readonly OperationModel _operation;
    private readonly AnswerPlan _answers;
    private readonly IReadOnlyList<ArgumentModel> _arguments;
    private readonly string _call;

    public OperationWriter(ClientContext context, OperationModel operation)
    {
        _context = context;
        _operation = operation;
        _answers = new AnswerPlan(operation);
        _arguments = OperationArguments.Of(operation);
        _call = CSharp.Identifier(context.Names.Call(operation));
    }

    private string Method => ClientNames.Method(_operation.Name);

    private bool IsStream => _answers.Form == BodyForm.EventStream;

    private string EventType => TypeName.Of(_answers.Result?.Type ?? TypeRef.Json);

    private string ReturnType => IsStream ? $"{Stream}<{EventType}>"
        : AnswerRuleText.ResultType(_context, _answers) is { } type ? $"{Task}<{type}>" : Task;

    /// <summary>The members of the interface, documented.</summary>
    public void WriteInterface(SourceWriter writer)
    {
        _context.Docs.Write(writer, _operation, _answers);
        WriteAttributes(writer, forStream: IsStream);
        // One place is enough for people who look for the contract.
        foreach (var attribute in ContractSource.Attribute(_operation.Source))
            writer.Line(attribute);
        writer.Line($"{ReturnType} {Method}({OperationArguments.Declarations(_arguments)});");
        if (OutcomeWriter.HasOutcome(_operation))
        {
            writer.Line();
            _context.Docs.WriteVariant(writer, _operation, "Returns every documented answer as a value.");
            WriteAttributes(writer, forStream: false);
            writer.Line($"{OutcomeSignature};");
        }

        if (_operation.LongPoll is { } poll && CanPoll)
        {
            writer.Line();
            _context.Docs.WriteVariant(writer, _operation, PollText.Summary(poll));
            WriteAttributes(writer, forStream: true);
            writer.Line($"{PollSignature};");
        }
    }

    /// <summary>The members of the class.</summary>
    public void WriteClass(SourceWriter writer)
    {
        WriteCall(writer);
        WriteThrowing(writer);
        if (OutcomeWriter.HasOutcome(_operation))
            WriteOutcome(writer);
        if (_operation.LongPoll is { } poll && CanPoll)
            WritePoll(writer, poll);
        if (HasRequest)
            WriteRequest(writer);
    }

    private bool CanPoll => _answers.Form == BodyForm.Json;

    private string OutcomeType => CSharp.Identifier(_context.Names.OutcomeType(_operation));

    private string OutcomeSignature =>
        $"{Task}<{OutcomeType}> {CSharp.Identifier(_context.Names.OutcomeMethod(_operation))}({OperationArguments.Declarations(_arguments)})";

    private string PollSignature =>
        $"{Stream}<{TypeName.Of(_answers.ResultType)}> {CSharp.Identifier(_context.Names.PollStreamMethod(_operation))}({OperationArguments.Declarations(_arguments)})";

    private bool HasRequest => !_operation.Parameters.IsEmpty || _operation.Body is not null;

    private string RequestCall => HasRequest ? $"{_call}Request({string.Join(", ", _arguments.Select(static a => a.Name))})" : $"_pipeline.Request({_call}.Info)";

    // What is written once per operation, made when it is called first.
    private void WriteCall(SourceWriter writer)
    {
        using (writer.Block($"private static class {_call}"))
        {
            writer.Line(OperationInfoText.Of(_operation.Id, _operation.Method, _operation.Path, OperationInfoText.Settings(_context, _operation, _answers)));
            if (!IsStream)
                AnswerRuleText.Write(writer, _context, _operation, _answers);
            if (RequestWriter.BodyCodec(_context, _operation) is { } codec)
                writer.Line(codec);
            if (_operation.LongPoll is { } poll && CanPoll)
                writer.Line(PollText.Rule(_context, _answers, poll));
        }
    }

    private void WriteThrowing(SourceWriter writer)
    {
        writer.Line();
        writer.Line("/// <inheritdoc/>");
        WriteAttributes(writer, forStream: IsStream);
        var signature = $"{ReturnType} {Method}({OperationArguments.Declarations(_arguments)})";
        if (IsStream)
        {
            writer.Line($"public {signature} =>");
            using (writer.Indent())
            {
                // Connecting again repeats the request, which only some methods allow.
                var errors = AnswerRuleText.Errors(_context, _answers) is { } rules ? _context.Shared.Refer(_context.Names.Shared, rules) : null;
                writer.Line(StreamText.Run(_context, $"() => {RequestCall}", _answers.Result?.Type ?? TypeRef.Json, _operation.IsResendable, errors) + ";");
            }

            return;
        }

        var send = $"_pipeline.SendAsync({RequestCall}, {_call}.Answers, {OperationArguments.CancellationName})";
        if (CommandText.Of(_context, _operation, _answers) is { } command)
        {
            using (writer.Block($"public async {signature}"))
                command.Write(writer, send, AnswerRuleText.ResultType(_context, _answers) is not null);
            return;
        }

        writer.Line($"public {signature} =>");
        using (writer.Indent())
            writer.Line(send + ";");
    }

    private void WriteOutcome(SourceWriter writer)
    {
        writer.Line();
        writer.Line("/// <inheritdoc/>");
        WriteAttributes(writer, forStream: false);
        const string decode = "static answer => answer.Status switch";
        writer.Line($"public {OutcomeSignature} =>");
        using (writer.Indent())
        {
            writer.Line($"_pipeline.SendForOutcomeAsync<{OutcomeType}>({RequestCall}, {decode}");
            using (writer.Block(end: $", {OperationArguments.CancellationName});"))
            {
                foreach (var arm in OutcomeWriter.Arms(_context, _operation))
                    writer.Line(arm);
                if (!_operation.Answers.Any(static a => StatusText.Rank(a.Status) == 2))
                    writer.Line("_ => null,");
            }
        }
    }

    private void WritePoll(SourceWriter writer, LongPollModel poll)
    {
        writer.Line();
        writer.Line("/// <inheritdoc/>");
        WriteAttributes(writer, forStream: true);
        writer.Line($"public {PollSignature} =>");
        using (writer.Indent())
            writer.Line($"{PollText.Run(_call, Method, OperationArguments.HandOn(_arguments, "token"))};");
    }

    private void WriteRequest(SourceWriter writer)
    {
        writer.Line();
        var parameters = string.Join(", ", _arguments.Select(static a => $"{a.Type} {a.Name}"));
        using (writer.Block($"private {Http}ApiRequest {_call}Request({parameters})"))
        {
            writer.Line($"var request = _pipeline.Request({_call}.Info);");
            var request = new RequestWriter(_context, _call, _arguments.Select(static a => a.Name));
            request.Parameters(writer, _operation.Parameters);
            if (_operation.Body is { } body)
                request.Body(writer, body, _operation);
            writer.Line("return request;");
        }
    }

    private ProtocolFact EventStream() => _operation.LongPoll is null
        ? new("EventStream", default)
        : new("EventStream", EquatableArray.Of("Polls=" + JsonLiteral.Of(_operation.Id)));

    private void WriteAttributes(SourceWriter writer, bool forStream)
    {
        if (_operation.IsDeprecated)
            writer.Line("[global::System.Obsolete(\"The contract discourages this operation.\")]");
        // A stream waits and retries by itself: facts of the single call would accuse people who loop over it.
        var facts = forStream
            ? _operation.Facts.Where(static f => f.Attribute is not ("ProtocolOperation" or "Poll" or "RetryBound" or "NotRetryable"))
                .Prepend(EventStream())
                .ToEquatableArray()
            : _operation.Facts;
        foreach (var attribute in FactText.Attributes(facts))
            writer.Line(attribute);
    }
}
