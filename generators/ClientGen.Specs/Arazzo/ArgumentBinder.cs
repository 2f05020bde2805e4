using ClientGen.Specs.Binding;
using ClientGen.Specs.Model;
using ClientGen.Specs.Reading;

namespace ClientGen.Specs.Arazzo;

/// <summary>Binds the parameters and the body of a step to the arguments of a method.</summary>
internal sealed class ArgumentBinder(WorkflowScope scope)
{
    /// <summary>What a body that is one value is called in the methods of generated clients.</summary>
    private const string BodyArgument = "body";

    private const string BearerPrefix = "Bearer ";

    /// <summary>Binds the arguments of a call.</summary>
    public EquatableArray<StepArgument> OfCall(PlacedStep step, StepTarget target)
    {
        var index = scope.Document.Sources.Indexes[target.Client];
        var client = scope.Document.Sources.ContractOf(target.Client).Model.Client!;
        var parameters = target.Operation?.Parameters ?? target.Stream!.Parameters;
        var security = target.Operation?.Security ?? target.Stream!.Security;
        var arguments = new List<StepArgument>();
        var binder = new PayloadBinder(scope, step);
        foreach (var written in Parameters(step))
        {
            if (Find(parameters, written) is { } parameter)
            {
                if (parameter.Constant is null && !arguments.Any(known => known.Name == parameter.Name && !known.IsCredential))
                    Add(arguments, parameter.Name, index.Qualify(parameter.Type), written.Value, binder, parameter.Required);
            }
            else if (Scheme(client, security, written) is { } scheme)
            {
                if (binder.Bind(written.Value, TypeRef.String) is { } value)
                    arguments.Add(new StepArgument(scheme.Name, TypeRef.String, scheme.Kind == SecurityKind.Bearer ? WithoutPrefix(value) : value, IsCredential: true));
            }
            else if (written.IsOwn)
            {
                var meant = Suggestion.For(written.Name, parameters.Select(static known => known.WireName));
                scope.Context.Report(WorkflowRules.Value, FindingSeverity.Warning, written.Place,
                    $"`{Shown.Short(target.Id)}` has no parameter `{Shown.Short(written.Name)}`{(written.In is null ? "" : $" in {Shown.Short(written.In)}")}, so it is not sent."
                        + (meant is null ? "" : $" Did you mean `{Shown.Short(meant)}`?"));
            }
        }

        foreach (var parameter in parameters)
        {
            if (parameter.Required && parameter.Constant is null && arguments.All(argument => argument.IsCredential || argument.Name != parameter.Name))
                Missing(step, $"`{Shown.Short(target.Id)}` needs the parameter `{Shown.Short(parameter.WireName)}`.");
        }

        if (target.Operation is { } operation)
            AddBody(arguments, step, operation, index, binder);
        return arguments.ToEquatableArray();
    }

    /// <summary>Binds the inputs of a workflow that a step or action runs.</summary>
    /// <param name="step">The step.</param>
    /// <param name="parameters">Where <c>parameters</c> are written.</param>
    /// <param name="inputs">The qualified record of the inputs.</param>
    /// <param name="missing">A required input that nothing gives; null when all are there.</param>
    public EquatableArray<StepArgument> OfWorkflow(PlacedStep step, Located parameters, TypeRef? inputs, out string? missing)
    {
        missing = null;
        if (inputs is null || scope.Document.Types.Find(inputs) is not ObjectModel model)
            return default;

        var (index, _) = scope.Document.Types.Plain(inputs);
        var given = Written(parameters, isOwn: true).ToList();
        var arguments = new List<StepArgument>();
        var binder = new PayloadBinder(scope, step);
        foreach (var property in model.Properties.Where(static property => property.Constant is null))
        {
            var target = index.Qualify(property.Type);
            if (given.FirstOrDefault(parameter => parameter.Name == property.JsonName) is { } written)
                Add(arguments, property.Name, target, written.Value, binder, property.Required);
            // A workflow that runs another one to repair itself says no inputs; those of the same name are meant.
            else if (scope.Inputs is { } own && scope.Document.Types.Resolve(own, EquatableArray.Of(property.JsonName), out _) is { Ways: [{ } way] })
                arguments.Add(new StepArgument(property.Name, target, new ValueSource(
                    ValueKind.Input, way.Type with { Nullable = way.Type.Nullable || way.Members.Any(static member => member.MayBeNull) }, "inputs",
                    EquatableArray.Of(way.Members), Expression: "$inputs." + property.JsonName))
                {
                    IsOptional = !property.Required,
                });
            else if (property.Required)
                missing ??= property.JsonName;
        }

        foreach (var written in given.Where(written => model.Properties.All(property => property.JsonName != written.Name)))
        {
            scope.Context.Report(WorkflowRules.Value, FindingSeverity.Warning, written.Place,
                $"The workflow has no input `{Shown.Short(written.Name)}`.");
        }

        return arguments.ToEquatableArray();
    }

    private void Add(List<StepArgument> arguments, string name, TypeRef target, Located written, PayloadBinder binder, bool required)
    {
        if (binder.Bind(written, target) is { } value)
            arguments.Add(new StepArgument(name, target, value) { IsOptional = !required });
        else if (required)
            scope.CannotRun();
    }

    private void AddBody(List<StepArgument> arguments, PlacedStep step, OperationModel operation, ModelIndex index, PayloadBinder binder)
    {
        if (operation.Body is not { } body)
        {
            if (step.Node.Child("requestBody") is { } superfluous)
                scope.Context.Report(WorkflowRules.Value, FindingSeverity.Warning, superfluous, $"`{Shown.Short(operation.Id)}` takes no body, so none is sent.");
            return;
        }

        var request = step.Node.Child("requestBody") ?? default;
        foreach (var replacement in request.Items("replacements"))
        {
            if (replacement.Text("target") is { } target && target.StartsWith("/", StringComparison.Ordinal) && replacement.Child("value") is { } value)
                binder.Replace(target, value);
            else
                scope.Context.Report(BindingRules.Criterion, FindingSeverity.Warning, replacement, "Only replacements whose `target` is a JSON pointer can be made in typed bodies.");
        }

        var payload = request.Child("payload");
        switch (body.Form)
        {
            case BodyForm.Json when payload is { } json:
                Add(arguments, BodyArgument, index.Qualify(body.Type ?? TypeRef.Json), json, binder, body.Required);
                break;
            case BodyForm.Text when payload is { } text:
                Add(arguments, BodyArgument, TypeRef.String, text, binder, body.Required);
                break;
            case BodyForm.Form or BodyForm.Multipart:
                AddParts(arguments, step, operation, body, index, payload, binder);
                break;
            default:
                if (body.Required && !(body.Type is { } type && IsEmptyAllowed(arguments, index, type)))
                    Missing(step, $"`{Shown.Short(operation.Id)}` needs a body{(body.Form == BodyForm.Binary ? ", and bytes cannot be written in a workflow" : "")}.");
                break;
        }
    }

    private static bool IsEmptyAllowed(List<StepArgument> arguments, ModelIndex index, TypeRef type)
    {
        if (index.Find(type.Name) is not ObjectModel model || model.Properties.Any(static property => property.Required && property.Constant is null))
            return false;
        var qualified = index.Qualify(type);
        arguments.Add(new StepArgument(BodyArgument, qualified, new ValueSource(ValueKind.Object, qualified)));
        return true;
    }

    private void AddParts(
        List<StepArgument> arguments, PlacedStep step, OperationModel operation, RequestBodyModel body, ModelIndex index, Located? payload, PayloadBinder binder)
    {
        foreach (var part in body.Parts)
        {
            if (payload?.Child(part.WireName) is { } value && !part.IsFile)
                Add(arguments, part.Property, index.Qualify(part.Type), value, binder, part.Required);
            else if (part.Required)
                Missing(step, $"`{Shown.Short(operation.Id)}` needs the part `{Shown.Short(part.WireName)}`{(part.IsFile ? ", and files cannot be written in a workflow" : "")}.");
        }
    }

    private void Missing(PlacedStep step, string message)
    {
        scope.CannotRun();
        scope.Context.Report(WorkflowRules.Value, FindingSeverity.Error, step.Node.Child("stepId") ?? step.Node, message);
    }

    /// <summary>Parameters of the step, then those of the workflow that the step does not override.</summary>
    private IEnumerable<WrittenParameter> Parameters(PlacedStep step)
    {
        var own = Written(step.Node, isOwn: true).ToList();
        return own.Concat(Written(scope.Node, isOwn: false).Where(general => !own.Any(special => special.Name == general.Name && special.In == general.In)));
    }

    private IEnumerable<WrittenParameter> Written(Located holder, bool isOwn)
    {
        foreach (var item in holder.Items("parameters"))
        {
            if (scope.Document.Reusable(scope.Context, item, "parameters") is not { } parameter)
                continue;
            // "Sets a value of the referenced parameter."
            var value = item.Child("reference") is null ? parameter.Child("value") : item.Child("value") ?? parameter.Child("value");
            if (parameter.Text("name") is { Length: > 0 } name && value is { } written)
                yield return new WrittenParameter(name, parameter.Text("in"), written, item, isOwn);
            else
                scope.Context.Report(BindingRules.Shape, FindingSeverity.Error, item, "A parameter needs `name` and `value`.");
        }
    }

    private static ParameterModel? Find(EquatableArray<ParameterModel> parameters, WrittenParameter written)
    {
        foreach (var parameter in parameters)
        {
            var isHeader = parameter.Place == ParameterPlace.Header;
            if (string.Equals(parameter.WireName, written.Name, isHeader ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal)
                && (written.In is null || string.Equals(written.In, parameter.Place.ToString(), StringComparison.OrdinalIgnoreCase)))
                return parameter;
        }

        return null;
    }

    /// <summary>The security scheme whose credential a parameter is; one that the operation asks for wins.</summary>
    private static SecuritySchemeModel? Scheme(ClientModel client, EquatableArray<EquatableArray<string>> security, WrittenParameter written)
    {
        var schemes = client.Schemes.Where(scheme => (scheme.Kind, written.In) switch
        {
            (SecurityKind.Bearer or SecurityKind.Basic or SecurityKind.Custom, "header") => string.Equals(written.Name, "Authorization", StringComparison.OrdinalIgnoreCase),
            (SecurityKind.ApiKeyHeader, "header") => string.Equals(written.Name, scheme.ParameterName, StringComparison.OrdinalIgnoreCase),
            (SecurityKind.ApiKeyQuery, "query") or (SecurityKind.ApiKeyCookie, "cookie") => written.Name == scheme.ParameterName,
            _ => false,
        }).ToList();
        return schemes.FirstOrDefault(scheme => security.Any(alternative => alternative.Contains(scheme.Name))) ?? schemes.FirstOrDefault();
    }

    /// <summary>The client writes the prefix of a bearer token itself.</summary>
    private static ValueSource WithoutPrefix(ValueSource value)
    {
        if (value.Text is { } json && value.Kind == ValueKind.Literal && JsonLiteral.StringOf(json) is { } text && StartsWithPrefix(text))
            return value with { Text = JsonLiteral.Of(text.Substring(BearerPrefix.Length)) };
        if (value is not { Kind: ValueKind.Template, Parts: [{ Value: { Kind: ValueKind.Literal, Text: { } first } } part, ..] }
            || JsonLiteral.StringOf(first) is not { } start || !StartsWithPrefix(start))
            return value;

        var rest = start.Substring(BearerPrefix.Length);
        var parts = value.Parts.Skip(1).ToList();
        if (rest.Length > 0)
            parts.Insert(0, part with { Value = part.Value with { Text = JsonLiteral.Of(rest) } });
        return parts.Count == 1 ? parts[0].Value : value with { Parts = parts.ToEquatableArray() };
    }

    private static bool StartsWithPrefix(string text) => text.StartsWith(BearerPrefix, StringComparison.OrdinalIgnoreCase);

    private sealed record WrittenParameter(string Name, string? In, Located Value, Located Place, bool IsOwn);
}
