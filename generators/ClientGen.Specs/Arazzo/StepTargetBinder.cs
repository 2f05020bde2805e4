using ClientGen.Specs.Binding;
using ClientGen.Specs.Model;
using ClientGen.Specs.Reading;

namespace ClientGen.Specs.Arazzo;

/// <summary>Finds the operation, stream or workflow that a step names.</summary>
internal sealed class StepTargetBinder(BindingContext context, Sources sources)
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

    /// <summary>Finds it; null (reported) when there is none.</summary>
    public StepTarget? Bind(Located step)
    {
        var named = new[] { "operationId", "operationPath", "channelPath", "workflowId" }.Where(key => step.Mapping?.Contains(key) == true).ToList();
        if (named.Count == 0)
        {
            context.Report(BindingRules.Shape, FindingSeverity.Error, step, "A step needs `operationId`, `operationPath`, `channelPath` or `workflowId`.");
            return null;
        }

        if (named.Count > 1)
        {
            context.Report(BindingRules.Shape, FindingSeverity.Error, step.Document, step.Mapping!.Find(named[1])!.KeySpan,
                $"`{named[0]}` and `{named[1]}` exclude each other; `{named[0]}` is used.");
        }

        var place = step.Child(named[0])!.Value;
        if ((place.Node as SpecScalar)?.AsString is not { Length: > 0 } text)
        {
            context.Report(BindingRules.Shape, FindingSeverity.Error, place, $"`{named[0]}` is a text.");
            return null;
        }

        return named[0] switch
        {
            "workflowId" => Workflow(place, text),
            "operationId" => ById(step, place, text),
            "operationPath" => ByPath(step, place, text),
            _ => ByChannel(step, place, text),
        };
    }

    /// <summary>A workflow of this document, by the text of a <c>workflowId</c>.</summary>
    public StepTarget? Workflow(Located place, string text)
    {
        if (!ExpressionParser.LooksLikeOne(text))
            return new StepTarget(StepKind.Workflow, text);
        context.Report(WorkflowRules.Name, FindingSeverity.Error, place,
            $"`{Shown.Short(text)}` is a workflow of another document. Workflows of one class stand in one document; call the other class yourself.");
        return null;
    }

    private StepTarget? ById(Located step, Located place, string text)
    {
        if (!ExpressionParser.LooksLikeOne(text))
            return Find(step, place, text, sources.Callable.ToList(), 0);

        var expression = ExpressionParser.Parse(text, 0, out var problem);
        if (expression is not { Root: ExpressionRoot.SourceDescription })
        {
            TextPlace.Report(context, WorkflowRules.Operation, FindingSeverity.Error, place, expression is null ? problem : new TextProblem(
                "An operation is named by its operationId or as `$sourceDescriptions.<name>.<operationId>`.", 0, text.Length));
            return null;
        }

        return SourceOf(place, expression.Owner, text.IndexOf(expression.Owner, StringComparison.Ordinal)) is { } source
            ? Find(step, place, expression.Name, [source], text.Length - expression.Name.Length)
            : null;
    }

    private StepTarget? Find(Located step, Located place, string id, List<Source> candidates, int offset)
    {
        // "A missing `action` on an AsyncAPI step validates as an OpenAPI step": the source decides what it is, not the shape.
        var isReceive = step.Text("action") == "receive";
        var found = new List<StepTarget>();
        foreach (var source in candidates)
        {
            var client = sources.ContractOf(source.Client).Model.Client!;
            if (client.Streams.FirstOrDefault(stream => stream.Id == id) is { } stream && (isReceive || client.Operations.All(operation => operation.Id != id)))
                found.Add(StepTarget.Receive(source.Client, stream));
            else if (client.Operations.FirstOrDefault(operation => operation.Id == id) is { } operation)
                found.Add(StepTarget.Call(source.Client, operation));
        }

        if (found.Count == 0)
        {
            if (!sources.SomeAreMissing)
                Missing(place, id, offset, candidates);
            return null;
        }

        if (found.Count > 1)
        {
            TextPlace.Report(context, WorkflowRules.Operation, FindingSeverity.Error, place, new TextProblem(
                $"Several sources have `{Shown.Short(id)}`; the first is used. Write `$sourceDescriptions.<name>.{Shown.Short(id)}`.", offset, id.Length));
        }

        CheckAction(step, found[0]);
        return found[0];
    }

    private void Missing(Located place, string id, int offset, List<Source> candidates)
    {
        var known = candidates.SelectMany(source => Ids(sources.ContractOf(source.Client).Model.Client!));
        var meant = Suggestion.For(id, known);
        TextPlace.Report(context, WorkflowRules.Operation, FindingSeverity.Error, place, new TextProblem(
            $"There is no operation `{Shown.Short(id)}`." + (meant is null ? "" : $" Did you mean `{Shown.Short(meant)}`?"), offset, id.Length));
    }

    private static IEnumerable<string> Ids(ClientModel client) =>
        client.Operations.Select(static operation => operation.Id).Concat(client.Streams.Select(static stream => stream.Id));

    private void CheckAction(Located step, StepTarget target)
    {
        if (step.Child("action") is not { } action)
            return;
        var wanted = target.Kind == StepKind.Receive ? "receive" : "send";
        if ((action.Node as SpecScalar)?.AsString != wanted)
        {
            context.Report(BindingRules.Shape, FindingSeverity.Warning, action,
                $"`{Shown.Short(target.Id)}` is an operation that {(wanted == "send" ? "sends" : "receives")}; `action: {wanted}` is what happens.");
        }
    }

    private Source? SourceOf(Located place, string name, int offset)
    {
        if (sources.Find(name) is { } source)
        {
            // A source that the build does not list was reported where it is described.
            if (source.Client < 0 && source.Contract is not null)
                TextPlace.Report(context, WorkflowRules.Operation, FindingSeverity.Error, place, new TextProblem($"`{Shown.Short(name)}` has no operations.", offset, name.Length));
            return source.Client < 0 ? null : source;
        }

        var meant = Suggestion.For(name, sources.Names);
        TextPlace.Report(context, WorkflowRules.Name, FindingSeverity.Error, place, new TextProblem(
            $"There is no source description `{Shown.Short(name)}`." + (meant is null ? "" : $" Did you mean `{Shown.Short(meant)}`?"), offset, name.Length));
        return null;
    }

    // '{$sourceDescriptions.pets.url}#/paths/~1pets/get'
    private StepTarget? ByPath(Located step, Located place, string text)
    {
        // The root example of Arazzo 1.1 writes `operationPath: $sourceDescriptions.orders.placeOrder`.
        if (ExpressionParser.Parse(text, 0, out _) is { Root: ExpressionRoot.SourceDescription } direct && text.IndexOf('#') < 0)
        {
            context.Report(WorkflowRules.Form, FindingSeverity.Warning, place, $"`operationPath` holds a JSON pointer; this is what `operationId: {Shown.Short(text)}` says.");
            return ById(step, place, direct.Text);
        }

        if (Pointer(place, text) is not var (source, tokens))
            return null;
        var client = sources.ContractOf(source.Client).Model.Client!;
        if (tokens.Count is 2 or 3 && tokens[0] == "paths")
        {
            var onPath = client.Operations.Where(operation => operation.Path == tokens[1]).ToList();
            var found = tokens.Count == 3
                ? onPath.FirstOrDefault(operation => string.Equals(operation.Method, tokens[2], StringComparison.OrdinalIgnoreCase) && Methods.Contains(tokens[2]))
                : onPath.Count == 1 ? onPath[0] : null;
            if (found is not null)
            {
                if (tokens.Count == 2)
                    context.Report(WorkflowRules.Form, FindingSeverity.Warning, place, $"This names a path; add the method: `…/{found.Method.ToLowerInvariant()}`.");
                return StepTarget.Call(source.Client, found);
            }
        }

        if (tokens.Count == 2 && tokens[0] == "operations")
            return Find(step, place, tokens[1], [source], Math.Max(0, text.Length - tokens[1].Length));
        context.Report(WorkflowRules.Operation, FindingSeverity.Error, place, "This path leads to no operation of the source.");
        return null;
    }

    private StepTarget? ByChannel(Located step, Located place, string text)
    {
        if (Pointer(place, text) is not var (source, tokens))
            return null;
        var document = sources.ContractOf(source.Client).Document;
        if (tokens.Count == 2 && tokens[0] == "channels" && step.Text("action") is "send" or "receive")
        {
            // AsyncAPI knows channels by the operations on them.
            foreach (var (entry, operation) in new Located(document, document.Root).Entries("operations"))
            {
                if (operation.Text("action") == step.Text("action") && operation.Child("channel")?.Text("$ref") is { } reference
                    && ExpressionParser.PointerTokens(reference.TrimStart('#')) is { Count: 2 } channel && channel[1] == tokens[1])
                    return Find(step, place, entry.Key, [source], 0);
            }
        }

        context.Report(WorkflowRules.Operation, FindingSeverity.Error, place,
            "This path leads to no channel of the source that has an operation with this step's `action` (send or receive).");
        return null;
    }

    private (Source Source, EquatableArray<string> Tokens)? Pointer(Located place, string text)
    {
        var hash = text.IndexOf('#');
        // Published documents leave out `.url`: `$sourceDescriptions.pets#/paths/~1pets/get`.
        var before = hash < 0 ? "" : text.Substring(0, hash).Trim('{', '}');
        var expression = ExpressionParser.Parse(before.EndsWith(".url", StringComparison.Ordinal) ? before : before + ".url", 0, out _);
        if (expression is not { Root: ExpressionRoot.SourceDescription, Name: "url" } || ExpressionParser.PointerTokens(text.Substring(hash + 1)) is not { } tokens)
        {
            context.Report(WorkflowRules.Operation, FindingSeverity.Error, place,
                $"`{Shown.Short(text)}` is no path to an operation; one looks like `{{$sourceDescriptions.<name>.url}}#/paths/~1pets/get`.");
            return null;
        }

        return SourceOf(place, expression.Owner, text.IndexOf(expression.Owner, StringComparison.Ordinal)) is { } source ? (source, tokens) : null;
    }
}
