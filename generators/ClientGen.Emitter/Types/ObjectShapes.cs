using System.Globalization;
using ClientGen.Emitter.Clients;
using ClientGen.Emitter.Writing;
using ClientGen.Specs.Model;
using ClientGen.Specs.Reading;

namespace ClientGen.Emitter.Types;

/// <summary>Tells object cases of a union without a tag apart by the members that are present and by their constants.</summary>
internal sealed class ObjectShapes
{
    /// <summary>Members that can be told apart: bits of a <c>ulong</c>. Further members do not take part in the choice.</summary>
    private const int MaxBits = 64;

    private readonly List<(string Name, string? Constant)> _bits = [];
    private readonly Dictionary<(string Name, string? Constant), int> _bitOf = [];
    private readonly List<Shape> _shapes = [];

    /// <summary>Looks at the cases, in the order in which they are preferred.</summary>
    public ObjectShapes(List<UnionCaseModel> cases, EmitScope scope)
    {
        if (cases.Count < 2)
            return;

        // Requirements first: they decide, known members only break ties.
        foreach (var place in cases)
            _shapes.Add(new Shape(place) { Required = Required(place) });
        foreach (var shape in _shapes)
        {
            if (scope.Find<ObjectModel>(shape.Case.Type.Name) is not { } model)
                continue;
            shape.IsKnown = true;
            foreach (var property in model.Properties)
                shape.Known |= Bit(property.JsonName, null);
        }

        var all = _shapes.Aggregate(0UL, static (bits, shape) => bits | shape.Known);
        foreach (var shape in _shapes)
            shape.Foreign = shape.IsKnown ? all & ~shape.Known : 0;
        // The most demanding case first; ties keep their order.
        _shapes = [.. _shapes.OrderByDescending(static shape => CountBits(shape.Required))];
    }

    private sealed class Shape(UnionCaseModel @case)
    {
        public UnionCaseModel Case { get; } = @case;

        /// <summary>What must be there.</summary>
        public ulong Required { get; set; }

        /// <summary>What may be there.</summary>
        public ulong Known { get; set; }

        /// <summary>What only other cases name.</summary>
        public ulong Foreign { get; set; }

        public bool IsKnown { get; set; }
    }

    private ulong Required(UnionCaseModel place)
    {
        var bits = 0UL;
        foreach (var name in place.RequiredMembers)
            bits |= Bit(name, null);
        foreach (var constant in place.Constants)
        {
            // "name=JSON": the name itself may hold an equals sign, the value of a constant begins as JSON does.
            var split = SplitOf(constant);
            if (split > 0)
                bits |= Bit(constant.Substring(0, split), constant.Substring(split + 1));
        }

        return bits;
    }

    private static int SplitOf(string constant)
    {
        for (var i = constant.IndexOf('='); i >= 0; i = constant.IndexOf('=', i + 1))
        {
            if (JsonText.Scalar(constant.Substring(i + 1)) is { } scalar && (scalar.Kind is not ScalarKind.String || constant[i + 1] == '"'))
                return i;
        }

        return -1;
    }

    private ulong Bit(string name, string? constant)
    {
        if (!_bitOf.TryGetValue((name, constant), out var bit))
        {
            if (_bits.Count == MaxBits)
                return 0;
            bit = _bits.Count;
            _bitOf.Add((name, constant), bit);
            _bits.Add((name, constant));
        }

        return 1UL << bit;
    }

    private static int CountBits(ulong bits)
    {
        var count = 0;
        for (; bits != 0; bits &= bits - 1)
            count++;
        return count;
    }

    /// <summary>Prints the choice: first a case that names every member that some case names, then any whose requirements are met.</summary>
    public void EmitChoice(SourceWriter writer, Func<UnionCaseModel, string> read)
    {
        writer.Line("var present = Present(reader);");
        foreach (var shape in _shapes.Where(static shape => shape.Foreign != 0))
            writer.Line($"if ((present & {Hex(shape.Required | shape.Foreign)}) == {Hex(shape.Required)}) return {read(shape.Case)};");
        foreach (var shape in _shapes)
        {
            if (shape.Required == 0)
            {
                writer.Line($"return {read(shape.Case)};");
                return;
            }

            writer.Line($"if ((present & {Hex(shape.Required)}) == {Hex(shape.Required)}) return {read(shape.Case)};");
        }
    }

    /// <summary>Prints the method that looks at an object once and says what is there.</summary>
    public void EmitPresent(SourceWriter writer)
    {
        if (_shapes.Count == 0)
            return;
        writer.Line();
        using (writer.Block("private static ulong Present(Utf8JsonReader reader)"))
        {
            writer.Line("var present = 0UL;");
            writer.Line("while (JsonRead.NextMember(ref reader, out var name))");
            using (writer.Indent())
                Utf8Switch.Write(writer, "name", "JsonRead.Skip(ref reader); break;", [.. _bits.GroupBy(static bit => bit.Name).Select(Choice)]);
            writer.Line("return present;");
        }
    }

    private Utf8Switch.Choice Choice(IGrouping<string, (string Name, string? Constant)> member)
    {
        var statements = new List<string>();
        foreach (var bit in member)
        {
            var set = $"present |= {Hex(1UL << _bitOf[bit])};";
            statements.Add(bit.Constant is null ? set : $"if ({Matches(bit.Constant)}) {set}");
        }

        return new Utf8Switch.Choice(member.Key, $"{string.Join(" ", statements)} JsonRead.Skip(ref reader); break;");
    }

    private static string Matches(string constant)
    {
        var scalar = JsonText.Scalar(constant);
        if (scalar?.AsString is { } text)
            return $"reader.TokenType is JsonTokenType.String && reader.ValueTextEquals({CSharp.Utf8Literal(text)})";
        if (scalar is null || scalar.IsNull)
            return "JsonRead.Null(ref reader)";
        if (scalar.TryGetBoolean(out var truth))
            return $"reader.TokenType is JsonTokenType.{(truth ? "True" : "False")}";
        return scalar.TryGetDouble(out var number)
            ? $"reader.TokenType is JsonTokenType.Number && reader.TryGetDouble(out var number) && number == {ScalarLiteral.Double(number)}"
            : "false";
    }

    private static string Hex(ulong bits) => "0x" + bits.ToString("X", CultureInfo.InvariantCulture) + "UL";
}
