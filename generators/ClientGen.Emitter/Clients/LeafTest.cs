using System.Globalization;
using ClientGen.Emitter.Writing;
using ClientGen.Specs.Model;
using ClientGen.Specs.Reading;

namespace ClientGen.Emitter.Clients;

/// <summary>How one value is compared with a literal: a C# pattern, and where no pattern can say it, a test of the matched value.</summary>
/// <param name="Pattern">The pattern; null when no value of the type can ever hold.</param>
/// <param name="Guard">A Boolean expression over <c>{0}</c>, the matched value; null when the pattern says it all.</param>
internal readonly record struct LeafTest(string? Pattern, string? Guard = null)
{
    private const string JsonKind = "global::System.Text.Json.JsonValueKind.";

    /// <summary>A comparison that the JSON types of both sides forbid.</summary>
    private static readonly LeafTest Never = new(null);

    /// <summary>Whether a value is there at all: JSON's null equals an absent member.</summary>
    public static LeafTest Present(TypeRef? type) => type?.Kind == TypeKind.Json
        ? new($"{{ ValueKind: not ({JsonKind}Undefined or {JsonKind}Null) }}")
        : new("{ }");

    /// <summary>The test for <c>value operator literal</c>, where the operator is not <c>!=</c>.</summary>
    public static LeafTest Of(TypeRef? type, string @operator, SpecScalar literal, ConditionScope scope)
    {
        var kind = type?.Kind ?? TypeKind.Json;
        // A number or Boolean that travels as text is compared with text, since that is its JSON type.
        if (type?.Form == TextForm.Text && kind is not TypeKind.Enum)
            return literal.AsString is { } text ? Plain(kind, @operator, JsonText.Scalar(text) ?? literal, isText: true) : Never;
        if (type?.Form == TextForm.NumberOrText && literal.AsString is { } number)
            return Plain(kind, @operator, JsonText.Scalar(number) ?? literal, isText: true);
        return kind switch
        {
            TypeKind.Enum => Enum(type!, @operator, literal, scope),
            TypeKind.Json => Json(@operator, literal),
            TypeKind.DateTime or TypeKind.Date or TypeKind.Guid or TypeKind.Uri => WireText(type!, @operator, literal),
            _ => Plain(kind, @operator, literal, isText: false),
        };
    }

    private static LeafTest Plain(TypeKind kind, string @operator, SpecScalar literal, bool isText) => kind switch
    {
        TypeKind.String when @operator == "==" && !isText && literal.AsString is { } text => new(CSharp.Literal(text)),
        TypeKind.Boolean when @operator == "==" && literal.TryGetBoolean(out var truth) => new(CSharp.Literal(truth)),
        TypeKind.Int32 => Integer(@operator, literal, int.MinValue, int.MaxValue, ""),
        TypeKind.Int64 => Integer(@operator, literal, long.MinValue, long.MaxValue, "L"),
        TypeKind.Single when literal.TryGetDouble(out var number) && Math.Abs(number) <= float.MaxValue =>
            Relation(@operator, ((float)number).ToString("R", CultureInfo.InvariantCulture) + "F"),
        TypeKind.Double when literal.TryGetDouble(out var number) && !double.IsInfinity(number) && !double.IsNaN(number) =>
            Relation(@operator, number.ToString("R", CultureInfo.InvariantCulture) + "D"),
        TypeKind.Decimal when literal.TryGetDecimal(out var number) => Relation(@operator, number.ToString(CultureInfo.InvariantCulture) + "M"),
        _ => Never,
    };

    private static LeafTest Relation(string @operator, string constant) => new(@operator == "==" ? constant : @operator + " " + constant);

    private static LeafTest Integer(string @operator, SpecScalar literal, long minimum, long maximum, string suffix)
    {
        if (literal.TryGetInt64(out var whole) && whole >= minimum && whole <= maximum)
            return Relation(@operator, CSharp.Literal(whole) + suffix);
        if (@operator == "==" || !literal.TryGetDouble(out var number))
            return Never;

        // A bound that is no whole number, or lies outside the type: move it to the nearest value that decides the same.
        if (number > maximum)
            return @operator[0] == '<' ? new("{ }") : Never;
        if (number < minimum)
            return @operator[0] == '>' ? new("{ }") : Never;
        return @operator[0] == '<'
            ? new("<= " + CSharp.Literal((long)Math.Floor(number)) + suffix)
            : new(">= " + CSharp.Literal((long)Math.Ceiling(number)) + suffix);
    }

    private static LeafTest Enum(TypeRef type, string @operator, SpecScalar literal, ConditionScope scope)
    {
        if (type.Name is null || scope.FindEnum(type.Name) is not { } model)
            return Never;
        if (model.IsInteger)
        {
            var number = literal.AsString is { } digits && model.AcceptsText ? JsonText.Scalar(digits) : literal;
            if (number is null || !number.IsNumber() || !number.TryGetInt64(out var whole))
                return Never;
            if (@operator != "==")
                return new("{ }", $"(long){{0}} {@operator} {CSharp.Literal(whole)}L");
            var digitsOnly = CSharp.Literal(whole);
            foreach (var member in model.Members)
            {
                if (member.Value == digitsOnly)
                    return new(scope.TypeNameOf(model.Name) + "." + CSharp.Identifier(member.Name));
            }

            // An unknown number keeps its value in the enum.
            return model.Is64Bit || whole is >= int.MinValue and <= int.MaxValue ? new($"unchecked(({scope.TypeNameOf(model.Name)})({digitsOnly}))") : Never;
        }

        if (@operator != "==" || literal.AsString is not { } text)
            return Never;
        foreach (var member in model.Members)
        {
            if (member.Value == text)
                return new(scope.TypeNameOf(model.Name) + "." + CSharp.Identifier(member.Name));
        }

        return Never;
    }

    private static LeafTest Json(string @operator, SpecScalar literal)
    {
        if (literal.AsString is { } text)
            return @operator == "==" ? new($"{{ ValueKind: {JsonKind}String }}", $"{{0}}.ValueEquals({CSharp.Literal(text)})") : Never;
        if (literal.TryGetBoolean(out var truth))
            return @operator == "==" ? new($"{{ ValueKind: {JsonKind}{(truth ? "True" : "False")} }}") : Never;
        return literal.TryGetDecimal(out var number)
            ? new(
                $"{{ ValueKind: {JsonKind}Number }}",
                $"{{0}}.TryGetDecimal(out var {{0}}n) && {{0}}n {@operator} {number.ToString(CultureInfo.InvariantCulture)}M")
            : Never;
    }

    private static LeafTest WireText(TypeRef type, string @operator, SpecScalar literal)
    {
        if (@operator != "==" || literal.AsString is not { } text)
            return Never;
        return type.Form switch
        {
            TextForm.Ordinary => new("{ }", $"global::ClientGen.Http.WireText.Of({{0}}) == {CSharp.Literal(text)}"),
            TextForm.Midnight => new("{ }", $"global::ClientGen.Http.WireText.OfDay({{0}}) == {CSharp.Literal(text)}"),
            TextForm.CustomDateTime when type.Format is { } format => new(
                "{ }",
                $"global::ClientGen.Http.WireText.Of({{0}}, {CSharp.Literal(format)}) == {CSharp.Literal(text)}"),
            _ => Never,
        };
    }
}
