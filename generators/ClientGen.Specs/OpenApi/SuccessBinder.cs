using ClientGen.Specs.Arazzo;
using ClientGen.Specs.Binding;
using ClientGen.Specs.Model;
using ClientGen.Specs.Reading;

namespace ClientGen.Specs.OpenApi;

/// <summary>Binds <c>x-clientgen-success</c>: what must hold on a body, beside a 2xx status.</summary>
internal sealed class SuccessBinder(BindingContext context, ModelIndex types)
{
    /// <summary>Binds the success of an operation, its own or else the document's.</summary>
    /// <param name="operation">Where the operation is declared.</param>
    /// <param name="root">The document's root.</param>
    /// <param name="body">The type of the successful body; null when it has none.</param>
    /// <returns>Null when the status alone decides.</returns>
    public SuccessModel? Bind(Located operation, Located root, TypeRef? body)
    {
        var own = operation.Child("x-clientgen-success");
        if ((own ?? root.Child("x-clientgen-success")) is not { Node: not SpecScalar } extension || body is null)
            return null;

        var list = extension.Mapping is null ? extension : extension.Child("criteria") ?? extension;
        if (list.Node is not SpecSequence criteria)
        {
            context.Report(BindingRules.Shape, FindingSeverity.Error, extension,
                "`x-clientgen-success` is a list of conditions, or a mapping with `criteria`, `code` and `message`. Here the status alone decides.");
            return null;
        }

        var shape = new BodyShape(types, body);
        var bound = new List<Condition>();
        foreach (var item in criteria.Items)
        {
            if (item is not SpecScalar { AsString: { } text })
                continue;
            var result = ConditionBinder.Bind(text, shape);
            if (result.Condition is { } condition)
                bound.Add(condition);
            else
                Report(extension.At(item), own is null ? operation : extension.At(item), text, result.Problem?.Message ?? "");
        }

        return bound.Count == 0 ? null : new SuccessModel(bound.ToEquatableArray(), Path(extension, "code", shape), Path(extension, "message", shape));
    }

    // A condition of the whole document that does not fit one operation is shown there: that is where it has to be overridden.
    private void Report(Located criterion, Located at, string text, string problem) =>
        context.Report(BindingRules.Criterion, FindingSeverity.Warning, at.Document, (at.Node is SpecScalar ? criterion.Node : at.Node).Span,
            $"The success condition `{text}` does not fit this answer: {problem} It is not checked; override `x-clientgen-success` here.");

    private static string? Path(Located extension, string key, BodyShape shape)
    {
        if (extension.Text(key) is not { } pointer || ConditionBinder.BindPath(pointer, shape, out _) is not { } operand)
            return null;
        return operand.Members.All(static step => step.Name is not null && step.OnCase is null) ? string.Join(".", operand.Members.Select(static step => step.Name)) : null;
    }
}
