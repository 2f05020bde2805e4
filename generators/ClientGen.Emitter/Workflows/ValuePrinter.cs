using ClientGen.Emitter.Clients;
using ClientGen.Emitter.Types;
using ClientGen.Emitter.Writing;
using ClientGen.Specs.Model;

namespace ClientGen.Emitter.Workflows;

/// <summary>Prints the values that a workflow passes around as C# expressions.</summary>
/// <param name="types">The types.</param>
/// <param name="conditions">What conditions call things; locals that expressions introduce are named by it.</param>
internal sealed class ValuePrinter(WorkflowTypes types, ConditionScope conditions)
{
    private const string Values = "global::ClientGen.Workflows.WorkflowValue.";

    private const int LongLine = 90;

    private int _locals;

    /// <summary>The value as it comes, null where it is missing.</summary>
    public string Print(ValueSource value) => value.Kind switch
    {
        ValueKind.Literal => Literal(value.Type, value.Text ?? "null"),
        ValueKind.Input => Along("inputs", mayBeNull: false, value),
        ValueKind.Local => Along(CSharp.Identifier(value.Text ?? ""), mayBeNull: true, value),
        ValueKind.Body => Along(conditions.Body, mayBeNull: true, value),
        ValueKind.Header => conditions.Header?.Invoke(value.Text ?? "") ?? "null",
        ValueKind.Status => conditions.Status ?? "0",
        ValueKind.Object => Object(value),
        ValueKind.List => $"new {types.Name(value.Type.Element ?? TypeRef.Json)}[] {{ {string.Join(", ", value.Parts.Select(part => Needed(part.Value, part.Target)))} }}",
        ValueKind.Map => Map(value),
        _ => $"string.Concat({string.Join(", ", value.Parts.Select(part => Needed(part.Value, TypeRef.String)))})",
    };

    /// <summary>The value as another type, never null; a missing one ends the workflow.</summary>
    public string Needed(ValueSource value, TypeRef target)
    {
        var printed = Print(value);
        if (IsNullable(value) && !target.Nullable)
            printed = $"{Values}Need<{types.NotNull(value.Type)}>(run, {printed}, {CSharp.Literal(value.Expression)})";
        return Convert(printed, value, target, mayBeNull: target.Nullable && IsNullable(value));
    }

    /// <summary>The value as another type, null where it is missing.</summary>
    public string Optional(ValueSource value, TypeRef target) => Convert(Print(value), value, target, IsNullable(value));

    private static bool IsNullable(ValueSource value) => value.Type is { Nullable: true, Kind: not TypeKind.Json };

    private string Convert(string printed, ValueSource value, TypeRef target, bool mayBeNull)
    {
        var from = types.NotNull(value.Type);
        var to = types.NotNull(target);
        if (from == to || IsWidening(value.Type.Kind, target.Kind))
            return printed;

        // Where both sides are JSON values the value travels as JSON; where text is needed, its text does.
        if (target.Kind == TypeKind.String && target.Form == TextForm.Ordinary && value.Type.Kind is not TypeKind.Json)
            return mayBeNull ? $"({printed} is {{ }} {Local(out var local)} ? {types.Text(value.Type with { Nullable = false }, local)} : null)" : types.Text(value.Type with { Nullable = false }, printed);
        var codec = value.Type.Kind == TypeKind.String && IsNumber(target.Kind) ? types.Codec(target with { Form = TextForm.NumberOrText }) : types.Codec(target);
        return mayBeNull
            ? $"({printed} is {{ }} {Local(out var kept)} ? {Converted(kept)} : ({to}?)null)"
            : Converted(printed);

        string Converted(string from) => $"{Values}Convert(run, {from}, {types.Codec(value.Type)}, {codec}, {CSharp.Literal(value.Expression)})";
    }

    private string Local(out string name) => name = $"{conditions.LocalPrefix}w{CSharp.Literal(++_locals)}";

    private static bool IsNumber(TypeKind kind) => kind is TypeKind.Int32 or TypeKind.Int64 or TypeKind.Single or TypeKind.Double or TypeKind.Decimal;

    private static bool IsWidening(TypeKind from, TypeKind to) => (from, to) switch
    {
        (TypeKind.Int32, TypeKind.Int64 or TypeKind.Double or TypeKind.Decimal) => true,
        (TypeKind.Int64, TypeKind.Double or TypeKind.Decimal) => true,
        (TypeKind.Single, TypeKind.Double) => true,
        _ => false,
    };

    private string Along(string subject, bool mayBeNull, ValueSource value)
    {
        if (value.Ways.IsEmpty || value.Ways is [{ IsEmpty: true }])
            return subject;
        var ways = new List<string>();
        foreach (var way in value.Ways)
            ways.Add(MemberPath.Value(subject, mayBeNull, new Operand(OperandKind.Body, null, way, value.Type), conditions, ref _locals));
        return ways.Count == 1 ? ways[0]
            : ways.Sum(static way => way.Length) < LongLine ? $"({string.Join(" ?? ", ways)})"
            : $"({string.Join("\n    ?? ", ways)})";
    }

    private string Literal(TypeRef type, string json)
    {
        if (json == "null")
            return type.Kind == TypeKind.Json ? $"global::ClientGen.Json.JsonText.Parse({types.Codec(type)}, \"null\"u8)" : "null";
        var literal = type.Kind == TypeKind.Enum ? Enum(type, json) : ScalarLiteral.Of(type with { Nullable = false }, json);
        return literal ?? $"global::ClientGen.Json.JsonText.Parse({types.Codec(type)}, {CSharp.Utf8Literal(json)})";
    }

    private string? Enum(TypeRef type, string json) =>
        types.Find(type) is EnumModel model && ScalarLiteral.OfEnum(model, types.NotNull(type), json) is not "default" and var member ? member : null;

    private string Map(ValueSource value)
    {
        var element = value.Type.Element ?? TypeRef.Json;
        var entries = value.Parts.Select(part => $"[{CSharp.Literal(part.Name)}] = {Needed(part.Value, part.Target)}");
        return $"new global::System.Collections.Generic.Dictionary<string, {types.Name(element)}> {{ {string.Join(", ", entries)} }}";
    }

    private string Object(ValueSource value)
    {
        var model = types.Find(value.Type) as ObjectModel;
        var parts = new List<string>();
        foreach (var part in value.Parts)
        {
            var property = model?.Properties.FirstOrDefault(known => known.Name == part.Name);
            parts.Add($"{CSharp.Identifier(part.Name)} = {Member(part, property)}");
        }

        if (parts.Count == 0)
            return $"new {types.NotNull(value.Type)}()";
        return parts.Sum(static part => part.Length) < LongLine
            ? $"new {types.NotNull(value.Type)} {{ {string.Join(", ", parts)} }}"
            : $"new {types.NotNull(value.Type)}\n{{\n    {string.Join(",\n    ", parts.Select(static part => part.Replace("\n", "\n    ")))},\n}}";
    }

    private string Member(ValuePart part, PropertyModel? property)
    {
        if (!part.IsOptional)
            return Needed(part.Value, part.Target);
        var value = Optional(part.Value, part.Target);
        // A member that is its default when absent is no nullable one; a missing value leaves it at its default.
        return property is not null && IsNullable(part.Value) && PropertyDefault.Applies(property)
            ? $"{value} ?? {Literal(part.Target, property.Default!)}"
            : value;
    }
}
