using ClientGen.Emitter.Writing;
using ClientGen.Specs.Model;

namespace ClientGen.Emitter.Types;

/// <summary>
/// Prints how a union without a tag is read: by JSON kind, then by members. Scalars are tried in turn; of objects and lists exactly one
/// case is chosen and tried, since trying several at each level of a nested value would take exponential time.
/// </summary>
internal sealed class StructuralChoiceEmitter
{
    private readonly UnionModel _model;
    private readonly EmitScope _scope;
    private readonly Func<UnionCaseModel, string> _read;
    private readonly ObjectShapes _shapes;

    private StructuralChoiceEmitter(UnionModel model, EmitScope scope, Func<UnionCaseModel, string> read)
    {
        _model = model;
        _scope = scope;
        _read = read;
        _shapes = new ObjectShapes(CasesOf(JsonKinds.Object), scope);
    }

    /// <summary>Prints <c>ReadValue</c> and what it needs.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="model">The union.</param>
    /// <param name="scope">The file's types.</param>
    /// <param name="read">Makes the expression that reads a case.</param>
    public static void Emit(SourceWriter writer, UnionModel model, EmitScope scope, Func<UnionCaseModel, string> read) =>
        new StructuralChoiceEmitter(model, scope, read).Emit(writer);

    // Cases that take anything come last, whatever their place in the contract: they would leave nothing to the others.
    private List<UnionCaseModel> CasesOf(JsonKinds kind) =>
    [
        .. _model.Cases
            .Where(place => (JsonKindsOf.Of(place.Type, _scope) & kind) != 0)
            .OrderBy(place => JsonKindsOf.Of(place.Type, _scope) is JsonKinds.Any ? 1 : 0),
    ];

    private void Emit(SourceWriter writer)
    {
        var type = EmitScope.ShortType(_model.Name);
        using (writer.Block($"public override {type} ReadValue(ref Utf8JsonReader reader)"))
        {
            writer.Line("var start = reader;");
            foreach (var (kind, tokens) in JsonKindsOf.Tokens)
            {
                var cases = CasesOf(kind);
                if (cases.Count == 0)
                    continue;
                using (writer.Block($"if (reader.TokenType is {tokens})"))
                    EmitKind(writer, kind, cases);
            }

            writer.Line("reader = start;");
            writer.Line($"return {CodecExpression.ClassName(_model.UnknownName)}.Instance.ReadValue(ref reader);");
        }

        _shapes.EmitPresent(writer);
    }

    private void EmitKind(SourceWriter writer, JsonKinds kind, List<UnionCaseModel> cases)
    {
        switch (kind)
        {
            case JsonKinds.Object when cases.Count > 1:
                EmitTry(writer, () => _shapes.EmitChoice(writer, _read));
                break;
            case JsonKinds.Array when cases.Count > 1:
                EmitTry(writer, () => EmitArrayChoice(writer, cases));
                break;
            case JsonKinds.Object or JsonKinds.Array:
                EmitTry(writer, () => writer.Line($"return {_read(cases[0])};"));
                break;
            default:
                EmitScalars(writer, kind, cases);
                break;
        }
    }

    private static void EmitTry(SourceWriter writer, Action emit)
    {
        writer.Line("try");
        using (writer.Block())
            emit();
        writer.Line("catch (JsonException) { reader = start; }");
    }

    private void EmitScalars(SourceWriter writer, JsonKinds kind, List<UnionCaseModel> cases)
    {
        for (var i = 0; i < cases.Count; i++)
        {
            var place = cases[i];
            if (kind is JsonKinds.String && place is { IsWrapper: true, Type.Kind: TypeKind.Enum } && _scope.TextEnum(place.Type) is { } texts)
            {
                // An unknown text is no value of this case, though the enum has a member for it.
                writer.Line($"if ({CodecExpression.ClassName(texts.Name)}.TryParse(JsonRead.Utf8(ref reader), out var text{i})) return new {EmitScope.ShortType(place.Name)}(text{i});");
            }
            else if (place.Type.Kind is TypeKind.String or TypeKind.Boolean or TypeKind.Json && place.Type.Form is TextForm.Ordinary)
            {
                // Takes every value of its kind.
                writer.Line($"return {_read(place)};");
                return;
            }
            else
            {
                writer.Line($"try {{ return {_read(place)}; }} catch (JsonException) {{ reader = start; }}");
            }
        }
    }

    private void EmitArrayChoice(SourceWriter writer, List<UnionCaseModel> cases)
    {
        writer.Line("var first = reader;");
        writer.Line("first.Read();");
        foreach (var place in cases)
        {
            var kinds = place.Type.Element is { } element ? JsonKindsOf.Of(element, _scope) : JsonKinds.Any;
            if (kinds is JsonKinds.Any)
            {
                writer.Line($"return {_read(place)};");
                return;
            }

            var tokens = JsonKindsOf.Tokens.Where(token => (kinds & token.Kind) != 0).Select(static token => token.Tokens);
            writer.Line($"if (first.TokenType is JsonTokenType.EndArray or {string.Join(" or ", tokens)}) return {_read(place)};");
        }
    }
}
