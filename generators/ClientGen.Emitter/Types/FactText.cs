using ClientGen.Emitter.Clients;
using ClientGen.Emitter.Writing;
using ClientGen.Specs.Model;
using ClientGen.Specs.Reading;

namespace ClientGen.Emitter.Types;

/// <summary>Protocol facts as C# attributes.</summary>
public static class FactText
{
    private const string Protocol = "global::ClientGen.Protocol.";

    /// <summary>The attributes, each with its brackets, in the model's order.</summary>
    /// <param name="facts">The facts of one member or type.</param>
    public static IEnumerable<string> Attributes(EquatableArray<ProtocolFact> facts)
    {
        foreach (var fact in facts)
            yield return Attribute(fact.Attribute, fact.Arguments.Select(Argument));
    }

    /// <summary>One attribute of <c>ClientGen.Protocol</c>.</summary>
    /// <param name="name">Its name without the suffix.</param>
    /// <param name="arguments">Its arguments as C#.</param>
    internal static string Attribute(string name, IEnumerable<string> arguments)
    {
        var list = string.Join(", ", arguments);
        return $"[{Protocol}{CSharp.Identifier(name)}{(list.Length == 0 ? "" : $"({list})")}]";
    }

    private static string Argument(string argument)
    {
        var end = 0;
        while (end < argument.Length && (char.IsLetterOrDigit(argument[end]) || argument[end] == '_'))
            end++;
        // JSON texts never begin with a word and an equals sign.
        return end > 0 && end < argument.Length && argument[end] == '='
            ? $"{CSharp.Identifier(argument.Substring(0, end))} = {Value(JsonText.Read(argument.Substring(end + 1)))}"
            : Value(JsonText.Read(argument));
    }

    private static string Value(SpecNode node) => node switch
    {
        SpecSequence list => $"new {ElementType(list)}[] {{ {string.Join(", ", list.Items.Select(Value))} }}",
        SpecScalar { AsString: { } text } => CSharp.Literal(text),
        SpecScalar scalar when scalar.TryGetBoolean(out var truth) => CSharp.Literal(truth),
        SpecScalar scalar when scalar.TryGetInt64(out var whole) => CSharp.Literal(whole),
        SpecScalar scalar when scalar.TryGetDouble(out var real) => ScalarLiteral.Double(real),
        _ => "null",
    };

    private static string ElementType(SpecSequence list) =>
        list.Items.All(static item => item is SpecScalar { AsString: not null }) ? "string"
        : list.Items.All(static item => item is SpecScalar { Kind: ScalarKind.Integer }) ? "int"
        : "object";
}
