using ClientGen.Emitter.Clients;
using ClientGen.Specs.Model;

namespace ClientGen.Emitter.Tests.Clients;

/// <summary>One condition, the C# that it should become, and answers for which it holds or not.</summary>
public sealed record ConditionRow(string Name, ConditionNode Node, string Printed, string Holds, string Fails);

/// <summary>The table behind <see cref="ConditionTests"/>.</summary>
public static class ConditionRows
{
    private static readonly TypeRef Text = TypeRef.String;
    private static readonly TypeRef Truth = new(TypeKind.Boolean);
    private static readonly TypeRef Number = new(TypeKind.Int32);

    public const string Answers = """
        namespace Pets;
        using System.Collections.Generic;
        using System.Text.Json;
        public enum EventId { Connected = 1, Ended = 2 }
        public enum Channel { Unknown, Web, Phone }
        public readonly record struct Maybe<T>(T Value);
        public abstract record Answer;
        public sealed record Connected : Answer { public EventId Event { get; init; } public string? Domain { get; init; } }
        public sealed record Item { public string? Name { get; init; } public int Size { get; init; } }
        public sealed record Body : Answer
        {
            public string? Code { get; init; }
            public bool Supported { get; init; }
            public bool? Perhaps { get; init; }
            public int Count { get; init; }
            public int? Left { get; init; }
            public int? Right { get; init; }
            public double Ratio { get; init; }
            public decimal Price { get; init; }
            public Channel? Channel { get; init; }
            public EventId? Event { get; init; }
            public Item? Item { get; init; }
            public Maybe<int?> Told { get; init; }
            public IReadOnlyList<Item>? Items { get; init; }
            public IReadOnlyDictionary<string, int>? Sizes { get; init; }
            public JsonElement? Any { get; init; }
            public static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;
        }
        """;

    public static readonly ConditionScope Scope = new(static name => name switch
    {
        "EventId" => new EnumModel("EventId", "", "", "", true, false, null, EquatableArray.Of(new EnumMemberModel("Connected", "1", ""), new EnumMemberModel("Ended", "2", ""))),
        "Channel" => new EnumModel("Channel", "", "", "", false, false, "Unknown", EquatableArray.Of(new EnumMemberModel("Web", "WEB", ""), new EnumMemberModel("Phone", "PHONE", ""))),
        _ => null,
    })
    {
        Status = "200",
        Header = static name => name == "there" ? "\"5\"" : "((string?)null)",
    };

    public static readonly ConditionRow[] All =
    [
        new("text", Is(At("Code", Text), "==", "\"0\""),
            "answer is { Code: \"0\" }", "new Body { Code = \"0\" }", "new Body { Code = \"1\" } | new Body() | null"),
        new("text is no number", Is(At("Code", Text), "==", "0"),
            "false", "", "new Body { Code = \"0\" }"),
        new("text differs from what is absent", Is(At("Code", Text), "!=", "\"0\""),
            "answer is not { Code: \"0\" }", "new Body() | new Body { Code = \"1\" } | null", "new Body { Code = \"0\" }"),
        new("text has no order", Is(At("Code", Text), "<", "\"5\""),
            "false", "", "new Body { Code = \"1\" }"),
        new("truth", Is(At("Supported", Truth), "==", "true"),
            "answer is { Supported: true }", "new Body { Supported = true }", "new Body() | null"),
        new("literal on the left", new(ConditionKind.Compare, "<", new Operand(OperandKind.Literal, "3"), At("Count", Number)),
            "answer is { Count: > 3 }", "new Body { Count = 4 }", "new Body { Count = 3 }"),
        new("null is absent", Is(At("Perhaps", Truth), "==", "null"),
            "answer is not { Perhaps: { } }", "new Body() | null", "new Body { Perhaps = false }"),
        new("not null is present", Is(At("Perhaps", Truth), "!=", "null"),
            "answer is { Perhaps: { } }", "new Body { Perhaps = false }", "new Body() | null"),
        new("nothing is less than null", Is(At("Left", Number), ">=", "null"),
            "false", "", "new Body() | new Body { Left = 1 }"),
        new("a bound between whole numbers", Is(At("Count", Number), "<", "2.5"),
            "answer is { Count: <= 2 }", "new Body { Count = 2 }", "new Body { Count = 3 }"),
        new("a bound beyond the type", Is(At("Count", Number), "<", "99999999999"),
            "answer is { Count: { } }", "new Body { Count = 3 }", "null"),
        new("fractions", Is(At("Ratio", new(TypeKind.Double)), ">=", "0.5"),
            "answer is { Ratio: >= 0.5D }", "new Body { Ratio = 0.5 }", "new Body { Ratio = double.NaN }"),
        new("decimals", Is(At("Price", new(TypeKind.Decimal)), "==", "1.10"),
            "answer is { Price: 1.10M }", "new Body { Price = 1.1m }", "new Body()"),
        new("numbers that travel as text", Is(At("Count", new(TypeKind.Int32, Form: TextForm.Text)), "==", "\"600\""),
            "answer is { Count: 600 }", "new Body { Count = 600 }", "new Body()"),
        new("numbers that travel as text are no numbers", Is(At("Count", new(TypeKind.Int32, Form: TextForm.Text)), "==", "600"),
            "false", "", "new Body { Count = 600 }"),
        new("a named value", Is(At("Channel", new(TypeKind.Enum, "Channel")), "==", "\"WEB\""),
            "answer is { Channel: Channel.Web }", "new Body { Channel = Channel.Web }", "new Body { Channel = Channel.Unknown } | new Body()"),
        new("a value without a name", Is(At("Channel", new(TypeKind.Enum, "Channel")), "==", "\"FAX\""),
            "false", "", "new Body { Channel = Channel.Unknown }"),
        new("a named number", Is(At("Event", new(TypeKind.Enum, "EventId")), "==", "2"),
            "answer is { Event: EventId.Ended }", "new Body { Event = EventId.Ended }", "new Body { Event = EventId.Connected } | new Body()"),
        new("a number without a name", Is(At("Event", new(TypeKind.Enum, "EventId")), "==", "-9"),
            "answer is { Event: unchecked((EventId)(-9)) }", "new Body { Event = (EventId)(-9) }", "new Body { Event = EventId.Connected }"),
        new("numbers with names have an order", Is(At("Event", new(TypeKind.Enum, "EventId")), ">", "1"),
            "answer is { Event: { } v1 } && (long)v1 > 1L", "new Body { Event = EventId.Ended }", "new Body { Event = EventId.Connected } | new Body()"),
        new("a case of a union", Is(Path(new TypeRef(TypeKind.Enum, "EventId"), new MemberStep("eventId", "Event", "Connected", false, false)), "==", "1"),
            "answer is Connected { Event: EventId.Connected }", "new Connected { Event = EventId.Connected }", "new Body { Event = EventId.Connected } | null"),
        new("no such case", Is(Path(new TypeRef(TypeKind.Enum, "EventId"), new MemberStep("eventId", "Event", "Connected", false, false)), "==", "null"),
            "answer is not Connected { Event: { } }", "new Body { Event = EventId.Connected } | null", "new Connected { Event = EventId.Connected }"),
        new("a member of a member", Is(Path(Number, new MemberStep("item", "Item", null, true, false), new MemberStep("size", "Size", null, false, false)), "==", "3"),
            "answer is { Item.Size: 3 }", "new Body { Item = new() { Size = 3 } }", "new Body()"),
        new("optional", Is(Path(Number, new MemberStep("told", "Told", null, true, true)), "==", "3"),
            "answer is { Told.Value: 3 }", "new Body { Told = new(3) }", "new Body { Told = new(null) } | new Body()"),
        new("an item of a list", Is(Path(Text, Step("Items"), new MemberStep("1", null, null, false, false), Step("Name")), "==", "\"b\""),
            "answer is { Items: { Count: > 1 } v1 } && v1[1] is { Name: \"b\" }",
            "new Body { Items = [new(), new() { Name = \"b\" }] }", "new Body { Items = [new() { Name = \"b\" }] } | new Body()"),
        new("an entry of a map", Is(Path(Number, Step("Sizes"), new MemberStep("large", null, null, false, false)), ">", "3"),
            "answer is { Sizes: { } v1 } && v1.TryGetValue(\"large\", out var v1m) && v1m is > 3",
            "new Body { Sizes = new Dictionary<string, int> { [\"large\"] = 4 } }", "new Body { Sizes = new Dictionary<string, int> { [\"small\"] = 4 } } | new Body()"),
        new("any JSON, text", Is(At("Any", TypeRef.Json), "==", "\"a\""),
            "answer is { Any: { ValueKind: global::System.Text.Json.JsonValueKind.String } v1 } && v1.ValueEquals(\"a\")",
            "new Body { Any = Body.Json(\"\\\"a\\\"\") }", "new Body { Any = Body.Json(\"1\") } | new Body()"),
        new("any JSON, not text", Is(At("Any", TypeRef.Json), "!=", "\"a\""),
            "!(answer is { Any: { ValueKind: global::System.Text.Json.JsonValueKind.String } v1 } && v1.ValueEquals(\"a\"))",
            "new Body { Any = Body.Json(\"1\") } | new Body()", "new Body { Any = Body.Json(\"\\\"a\\\"\") }"),
        new("any JSON, number", Is(At("Any", TypeRef.Json), ">", "1"),
            "answer is { Any: { ValueKind: global::System.Text.Json.JsonValueKind.Number } v1 } && v1.TryGetDecimal(out var v1n) && v1n > 1M",
            "new Body { Any = Body.Json(\"1.5\") }", "new Body { Any = Body.Json(\"\\\"2\\\"\") } | new Body { Any = Body.Json(\"1e99\") }"),
        new("any JSON, null", Is(At("Any", TypeRef.Json), "==", "null"),
            "answer is not { Any: { ValueKind: not (global::System.Text.Json.JsonValueKind.Undefined or global::System.Text.Json.JsonValueKind.Null) } }",
            "new Body { Any = Body.Json(\"null\") } | new Body()", "new Body { Any = Body.Json(\"{}\") }"),
        new("two members", new(ConditionKind.Compare, "<", At("Left", Number, mayBeNull: true), At("Right", Number, mayBeNull: true)),
            "answer?.Left < answer?.Right", "new Body { Left = 1, Right = 2 }", "new Body { Right = 2 } | new Body { Left = 2, Right = 2 }"),
        new("status", Is(new Operand(OperandKind.Status), "==", "200"), "200 == 200", "null", ""),
        new("header", Is(new Operand(OperandKind.Header, "there"), "==", "5"), "\"5\" == \"5\"", "null", ""),
        new("no header", Is(new Operand(OperandKind.Header, "gone"), "==", "null"), "((string?)null) == null", "null", ""),
        new("or inside and", new(ConditionKind.And, Children: EquatableArray.Of(
                new ConditionNode(ConditionKind.Or, Children: EquatableArray.Of(Is(At("Count", Number), "==", "1"), Is(At("Count", Number), "==", "2"))),
                Is(At("Supported", Truth), "==", "true"))),
            "(answer is { Count: 1 } || answer is { Count: 2 }) && answer is { Supported: true }",
            "new Body { Count = 2, Supported = true }", "new Body { Count = 2 } | new Body { Supported = true }"),
        new("not", new(ConditionKind.Not, Children: EquatableArray.Of(
                new ConditionNode(ConditionKind.Or, Children: EquatableArray.Of(Is(At("Count", Number), "==", "1"), Is(At("Supported", Truth), "==", "true"))))),
            "!(answer is { Count: 1 } || answer is { Supported: true })", "new Body() | null", "new Body { Count = 1 }"),
        new("hostile literal", Is(At("Code", Text), "==", "\"\\\"; } evil\\u2028*/\""),
            "answer is { Code: \"\\\"; } evil\\u2028*/\" }", "new Body { Code = \"\\\"; } evil\\u2028*/\" }", "new Body()"),
    ];

    public static Operand At(string name, TypeRef type, bool mayBeNull = false) => Path(type, Step(name, mayBeNull));

    private static MemberStep Step(string name, bool mayBeNull = true) => new(name, name, null, mayBeNull, false);

    private static Operand Path(TypeRef type, params MemberStep[] steps) => new(OperandKind.Body, Members: EquatableArray.Of(steps), Type: type);

    public static ConditionNode Is(Operand left, string @operator, string json) =>
        new(ConditionKind.Compare, @operator, left, new Operand(OperandKind.Literal, json));
}
