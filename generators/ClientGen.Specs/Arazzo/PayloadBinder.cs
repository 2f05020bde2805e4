using ClientGen.Specs.Binding;
using ClientGen.Specs.Model;
using ClientGen.Specs.Reading;

namespace ClientGen.Specs.Arazzo;

/// <summary>Binds values that a step sends to the types that its operation asks for.</summary>
internal sealed class PayloadBinder(WorkflowScope scope, PlacedStep step)
{
    private const int DeepestNesting = 64;

    private readonly ExpressionBinder _expressions = new(scope, step);
    private readonly Dictionary<string, Located> _replacements = new(StringComparer.Ordinal);
    private int _depth;

    /// <summary>Values that replace parts of a payload, by JSON pointer.</summary>
    public void Replace(string pointer, Located value) => _replacements[pointer] = value;

    /// <summary>Binds a value.</summary>
    /// <param name="written">The value as the contract writes it.</param>
    /// <param name="target">The qualified type that is needed.</param>
    /// <param name="pointer">Where it stands in the payload.</param>
    /// <returns>Null (reported) when it cannot be sent.</returns>
    public ValueSource? Bind(Located written, TypeRef target, string pointer = "")
    {
        if (_replacements.TryGetValue(pointer, out var replacement))
            written = replacement;
        if (++_depth > DeepestNesting)
        {
            _depth--;
            return Fail(written, "This value is nested more than 64 levels deep.");
        }

        var value = BindNode(written, target, pointer);
        _depth--;
        return value;
    }

    private ValueSource? BindNode(Located written, TypeRef target, string pointer)
    {
        switch (written.Node)
        {
            case SpecScalar { AsString: { } text } when ExpressionParser.LooksLikeOne(text):
                return Fit(written, _expressions.BindText(written, text), target);
            // A whole JSON text as payload, with expressions inside its strings.
            case SpecScalar { AsString: { } text } when pointer.Length == 0 && target.Kind is TypeKind.Named or TypeKind.List or TypeKind.Map
                && text.TrimStart().StartsWith("{", StringComparison.Ordinal):
                return BindText(written, text, target);
            case SpecScalar { AsString: { } text } when TemplateParser.HasExpressions(text):
                return Fit(written, _expressions.BindTemplate(written, text), target);
            case SpecScalar scalar:
                return BindLiteral(written, scalar, target);
            case SpecMapping mapping when ExpressionBinder.IsSelector(mapping):
                return Fit(written, _expressions.BindSelector(written), target);
            case SpecMapping:
                return BindMapping(written, target, pointer);
            case SpecSequence sequence:
                return BindSequence(written, sequence, target, pointer);
            default:
                return null;
        }
    }

    private ValueSource? BindText(Located written, string text, TypeRef target)
    {
        var document = SpecReader.Read("payload.json", text, scope.Context.CancellationToken);
        return document.Findings.FirstOrDefault(static finding => finding.Severity == FindingSeverity.Error && finding.Id == ReadingRules.Syntax.Id) is { } broken
            ? Fail(written, $"This payload is no JSON: {broken.Message}")
            : scope.Embedded(written, () => new PayloadBinder(scope, step).Bind(new Located(document, document.Root), target, "/"));
    }

    private ValueSource? BindLiteral(Located written, SpecScalar scalar, TypeRef target)
    {
        if (scalar.IsNull)
            return target.Nullable || target.Kind == TypeKind.Json ? new ValueSource(ValueKind.Literal, target, "null") : Fail(written, "null is not allowed here.");
        if (JsonLiteral.Of(scalar) is not { } json)
            return Fail(written, $"`{Shown.Short(scalar.Text)}` is no JSON value.");

        var isText = json[0] == '"';
        var type = target with { Nullable = false };
        switch (target.Kind)
        {
            case TypeKind.Json:
                break;
            case TypeKind.Enum when scope.Document.Types.Find(target) is EnumModel model:
                if (model.IsInteger == isText && !(model.IsInteger && model.AcceptsText))
                    return Fail(written, $"`{Shown.Short(scalar.Text)}` is no value of `{model.Name}`.");
                if (!model.IsInteger && model.Members.All(member => member.Value != scalar.Text))
                {
                    var meant = Suggestion.For(scalar.Text, model.Members.Select(static member => member.Value));
                    return Fail(written, $"`{Shown.Short(scalar.Text)}` is no value of `{model.Name}`." + (meant is null ? "" : $" Did you mean `{Shown.Short(meant)}`?"));
                }

                break;
            case TypeKind.Boolean when scalar.Kind != ScalarKind.Boolean && target.Form != TextForm.Text:
                return Fail(written, $"`{Shown.Short(scalar.Text)}` is neither true nor false.");
            case TypeKind.Int32 or TypeKind.Int64 or TypeKind.Single or TypeKind.Double or TypeKind.Decimal
                when JsonNumber.KindOf(scalar.Text) is not (ScalarKind.Integer or ScalarKind.Number) && !IsYamlNumber(scalar):
                return Fail(written, $"`{Shown.Short(scalar.Text)}` is no number.");
            case TypeKind.Named or TypeKind.List or TypeKind.Map:
                return Fail(written, "An object or list is needed here, not a single value.");
            // YAML reads 12 as a number; where text is needed, its text is meant.
            case TypeKind.String when !isText:
                json = JsonLiteral.Of(scalar.Text);
                break;
        }

        return new ValueSource(ValueKind.Literal, type, json, Expression: scalar.Text);
    }

    private static bool IsYamlNumber(SpecScalar scalar) => scalar.Kind is ScalarKind.Integer or ScalarKind.Number;

    private ValueSource? BindMapping(Located written, TypeRef target, string pointer)
    {
        switch (target.Kind)
        {
            case TypeKind.Map when target.Element is { } element:
                var entries = new List<ValuePart>();
                foreach (var (entry, value) in written.Entries())
                {
                    if (Bind(value, element, Below(pointer, entry.Key)) is not { } bound)
                        return null;
                    entries.Add(new ValuePart(entry.Key, element, bound));
                }

                return new ValueSource(ValueKind.Map, target with { Nullable = false }, Parts: entries.ToEquatableArray());
            case TypeKind.Named when scope.Document.Types.Find(target) is ObjectModel model:
                return BindObject(written, target, model, pointer);
            case TypeKind.Named when scope.Document.Types.Find(target) is UnionModel union:
                return CaseOf(written, target, union) is var (type, found) ? BindObject(written, type, found, pointer) : Fail(written, $"This object fits no case of `{union.Name}`.");
            case TypeKind.Json when JsonLiteral.Of(written.Node) is { } json && json.IndexOf('$') < 0:
                return new ValueSource(ValueKind.Literal, TypeRef.Json, json);
            case TypeKind.Json:
                return Fail(written, "The contract gives no schema for this value, so expressions inside it have no types.");
            default:
                return Fail(written, "A single value is needed here, not an object.");
        }
    }

    private ValueSource? BindObject(Located written, TypeRef target, ObjectModel model, string pointer)
    {
        var (index, _) = scope.Document.Types.Plain(target);
        var parts = new List<ValuePart>();
        var complete = true;
        foreach (var property in model.Properties)
        {
            var below = Below(pointer, property.JsonName);
            var place = _replacements.TryGetValue(below, out var replacement) ? replacement : written.Child(property.JsonName);
            if (property.Constant is not null)
                continue;
            if (place is { } given)
            {
                var type = index.Qualify(property.Type);
                if (Bind(given, type, below) is { } value)
                    parts.Add(new ValuePart(property.Name, type, value) { IsOptional = !property.Required });
                else
                    complete = false;
            }
            else if (property.Required)
            {
                complete = false;
                Fail(written, $"`{model.Name}` needs `{Shown.Short(property.JsonName)}`.");
            }
        }

        foreach (var (entry, _) in written.Entries())
        {
            if (model.Properties.Any(property => property.JsonName == entry.Key))
                continue;
            var meant = Suggestion.For(entry.Key, model.Properties.Select(static property => property.JsonName));
            var message = $"`{model.Name}` has no member `{Shown.Short(entry.Key)}`, so it is not sent." + (meant is null ? "" : $" Did you mean `{Shown.Short(meant)}`?");
            if (written.Document == scope.Node.Document)
                scope.Context.Report(WorkflowRules.Value, FindingSeverity.Warning, written.Document, entry.KeySpan, message);
            else
                scope.Report(WorkflowRules.Value, FindingSeverity.Warning, written, message);
        }

        return complete ? new ValueSource(ValueKind.Object, target with { Nullable = false }, Parts: parts.ToEquatableArray()) : null;
    }

    /// <summary>The case that an object is meant to be: by its tag, else the first whose required members it has.</summary>
    private (TypeRef Type, ObjectModel Model)? CaseOf(Located written, TypeRef target, UnionModel union)
    {
        var (index, _) = scope.Document.Types.Plain(target);
        var tag = union.TagName is { } name && written.Child(name) is { } value ? JsonLiteral.Of(value.Node) : null;
        foreach (var @case in union.Cases)
        {
            if (@case.IsWrapper || index.Find(@case.Name) is not ObjectModel model)
                continue;
            var fits = union.TagName is null
                ? model.Properties.All(property => !property.Required || written.Child(property.JsonName) is not null)
                : tag is null ? @case.IsUntagged : @case.Tags.Contains(tag);
            if (fits)
                return (index.Qualify(new TypeRef(TypeKind.Named, @case.Name)), model);
        }

        return null;
    }

    private ValueSource? BindSequence(Located written, SpecSequence sequence, TypeRef target, string pointer)
    {
        if (target is not { Kind: TypeKind.List, Element: { } element })
        {
            return target.Kind == TypeKind.Json && JsonLiteral.Of(sequence) is { } json && json.IndexOf('$') < 0
                ? new ValueSource(ValueKind.Literal, TypeRef.Json, json)
                : Fail(written, "A single value is needed here, not a list.");
        }

        var items = new List<ValuePart>();
        for (var i = 0; i < sequence.Items.Count; i++)
        {
            if (Bind(written.At(sequence.Items[i]), element, Below(pointer, Names.Naming.Number(i))) is not { } item)
                return null;
            items.Add(new ValuePart("", element, item));
        }

        return new ValueSource(ValueKind.List, target with { Nullable = false }, Parts: items.ToEquatableArray());
    }

    /// <summary>Says so when a value can never be what is needed; values of other types travel as JSON.</summary>
    private ValueSource? Fit(Located written, ValueSource? value, TypeRef target)
    {
        if (value is null || target.Kind == TypeKind.Json || value.Type.Kind == TypeKind.Json)
            return value;
        var isStructure = IsStructure(value.Type);
        if (isStructure == IsStructure(target))
            return value;
        return Fail(written, $"`{Shown.Short(value.Expression)}` is {(isStructure ? "an object or list" : "a single value")}, and {(isStructure ? "a single value" : "an object or list")} is needed.");
    }

    private static bool IsStructure(TypeRef type) => type.Kind is TypeKind.Named or TypeKind.List or TypeKind.Map;

    private static string Below(string pointer, string key) => pointer.TrimEnd('/') + "/" + SpecPointer.Escape(key);

    private ValueSource? Fail(Located at, string message)
    {
        scope.Report(WorkflowRules.Value, FindingSeverity.Error, at, message);
        return null;
    }
}
