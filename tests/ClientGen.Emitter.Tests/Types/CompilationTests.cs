using ClientGen.Specs.Model;
using static ClientGen.Emitter.Tests.Types.Model;

namespace ClientGen.Emitter.Tests.Types;

public sealed class CompilationTests
{
    private static readonly TypeModel[] All =
    [
        Samples.Parcel, Samples.Speed, Samples.Size, Samples.Event, Samples.Moved, Samples.Delivered, Samples.Quiet, Samples.EventCode,
        Samples.Place, Samples.Warehouse, Samples.Address,
    ];

    [Fact]
    public void Samples_compile_with_warnings_as_errors() => ShouldCompile(All);

    [Fact]
    public void Samples_compile_where_nullable_is_off() =>
        Testing.GeneratedCompilation.Of(
            LiveTypes.Files(Contract(All)).Select(static file => (file.HintName, file.Text)), nullable: Microsoft.CodeAnalysis.NullableContextOptions.Disable).ShouldCompile();

    [Theory]
    [InlineData(TypeKind.Json)]
    [InlineData(TypeKind.String)]
    [InlineData(TypeKind.Boolean)]
    [InlineData(TypeKind.Boolean, TextForm.Text)]
    [InlineData(TypeKind.Int32)]
    [InlineData(TypeKind.Int32, TextForm.Text)]
    [InlineData(TypeKind.Int32, TextForm.NumberOrText)]
    [InlineData(TypeKind.Int64)]
    [InlineData(TypeKind.Int64, TextForm.Text)]
    [InlineData(TypeKind.Int64, TextForm.NumberOrText)]
    [InlineData(TypeKind.Single)]
    [InlineData(TypeKind.Single, TextForm.Text)]
    [InlineData(TypeKind.Single, TextForm.NumberOrText)]
    [InlineData(TypeKind.Double)]
    [InlineData(TypeKind.Double, TextForm.Text)]
    [InlineData(TypeKind.Double, TextForm.NumberOrText)]
    [InlineData(TypeKind.Decimal)]
    [InlineData(TypeKind.Decimal, TextForm.Text)]
    [InlineData(TypeKind.Decimal, TextForm.NumberOrText)]
    [InlineData(TypeKind.DateTime)]
    [InlineData(TypeKind.DateTime, TextForm.CustomDateTime)]
    [InlineData(TypeKind.Date)]
    [InlineData(TypeKind.Guid)]
    [InlineData(TypeKind.Uri)]
    [InlineData(TypeKind.Uri, TextForm.Base64)]
    [InlineData(TypeKind.Bytes)]
    [InlineData(TypeKind.Bytes, TextForm.Base64Url)]
    [InlineData(TypeKind.Named)]
    [InlineData(TypeKind.Enum)]
    public void Every_type_compiles_in_every_place(TypeKind kind, TextForm form = TextForm.Ordinary)
    {
        var plain = Plain(kind, form);
        var properties = Places(plain);
        LiveTypes.Compile(
            Object("Box", Optional("x", Text)),
            Samples.Speed,
            Object("Holder", [.. properties]),
            Object("Free") with { AdditionalProperties = plain },
            Object("FreeWithEnum", Optional("speed", Enum("Speed"))) with { AdditionalProperties = List(plain) },
            Structural("Any", Wrapper("AnyOne", plain), Wrapper("AnyList", List(plain)), Wrapper("AnyMap", Map(plain))),
            Tagged("Told", "kind", Case("A", "\"a\"")) with { Shared = properties.ToEquatableArray() },
            Object("A", [.. properties.Select(static property => property with { IsInherited = true })]) with { Base = "Told" })
            .ShouldCompile();
    }

    [Fact]
    public void A_member_may_be_called_like_anything_that_the_generated_code_uses()
    {
        string[] names =
        [
            "reader", "writer", "value", "name", "extra", "raw", "seen0", "start", "read", "kept", "builder", "present", "item1", "member", "Instance", "Contract",
            "JsonRead", "Codecs", "System", "String", "Exception", "JsonElement", "Type", "Serialization", "AdditionalMembers", "class", "record", "required",
            "node", "json", "made", "day", "IParsable", "KiotaJson", "Microsoft",
        ];
        ShouldCompile(
            Object("Holder", [.. names.Select(static name => Optional(name, Text) with { Name = name })]),
            Object("Needy", [.. names.Select(static name => Required(name, List(Enum("Speed"))) with { Name = name })]),
            Samples.Speed);
    }

    [Fact]
    public void A_type_may_be_called_like_anything_that_the_generated_code_uses()
    {
        string[] names =
        [
            "String", "Int32", "Exception", "JsonRead", "Codecs", "JsonElement", "JsonCodec", "Dictionary", "IReadOnlyList", "Optional", "System", "Contract",
            "Text", "Utf8JsonReader", "Enumerable", "MemoryExtensions", "GeneratedCode", "JsonConverter", "Secret", "Uri", "Guid", "object", "ClientGen", "Example",
            "Microsoft", "KiotaJson", "IParsable", "IParseNode", "UntypedNode", "Action", "Date",
        ];
        ShouldCompile(
        [
            .. names.Select(static name => Object(name, Required("me", List(Named(name))), Optional("speeds", List(Enum("Speed"))), Optional("link", Of(TypeKind.Uri)))),
            Samples.Speed,
        ]);
    }

    [Fact]
    public void A_member_called_like_an_enum_does_not_hide_its_values() => LiveTypes.Compile(
        Samples.Speed,
        Object("Trip",
            Optional("speed", Text),
            Optional("fallback", Enum("Speed")) with { Default = "\"slow\"" },
            Optional("only", Enum("Speed")) with { Constant = "\"fast\"" })).ShouldCompile();

    [Theory]
    [InlineData("ToWire")]
    [InlineData("TryParse")]
    [InlineData("IsKnown")]
    [InlineData("IsTerminal")]
    [InlineData("Unknown")]
    [InlineData("Parse")]
    public void An_enum_may_be_called_like_what_is_generated_for_enums(string name) =>
        LiveTypes.Compile(Samples.Speed with { Name = name }, Object("Trip", Required("a", Enum(name)), Optional("b", List(Enum(name))))).ShouldCompile();

    [Fact]
    public void A_member_called_like_the_dictionary_of_unnamed_members_keeps_its_name()
    {
        var live = LiveTypes.Of(Object("Holder", Optional("AdditionalProperties", Text), Optional("AdditionalMembers", Text)));
        var holder = live.Read("Holder", """{"AdditionalProperties":"a","other":1}""");
        Assert.Equal("a", holder.AdditionalProperties);
        Assert.Equal(1, holder.AdditionalProperties2["other"].GetInt32());
    }

    [Fact]
    public void Thousands_of_members_compile()
    {
        var live = LiveTypes.Of(Object("Big", [.. Enumerable.Range(0, 2000).Select(static i => Required("member" + i, Text))]));
        var json = "{" + string.Join(",", Enumerable.Range(0, 2000).Select(static i => $"\"member{i}\":\"{i}\"")) + "}";
        Assert.Equal(json, live.RoundTrip("Big", json));
        Assert.Contains("'member1999'", Assert.Throws<System.Text.Json.JsonException>(() => live.Read("Big", json.Replace("member1999", "other"))).Message);
    }

    /// <summary>A type of some kind and form.</summary>
    internal static TypeRef Plain(TypeKind kind, TextForm form) => new(
        kind, kind is TypeKind.Named ? "Box" : kind is TypeKind.Enum ? "Speed" : null, Form: form, Format: form is TextForm.CustomDateTime ? "yyyyMMdd" : null);

    /// <summary>Members of a type, and of lists and maps of it, required and optional, nullable and not.</summary>
    internal static List<PropertyModel> Places(TypeRef plain)
    {
        var properties = new List<PropertyModel>();
        foreach (var type in new[] { plain, List(plain), Map(plain), List(plain.OrNull()), Map(List(plain.OrNull()).OrNull()) })
        {
            var number = properties.Count;
            properties.Add(Required($"a{number}", type));
            properties.Add(Optional($"b{number}", type));
            properties.Add(Required($"c{number}", type.OrNull()));
            properties.Add(Optional($"d{number}", type.OrNull()));
        }

        return properties;
    }

    // With and without Kiota: the part for it has to get along with every name and type too.
    private static void ShouldCompile(params TypeModel[] types)
    {
        LiveTypes.Compile(types).ShouldCompile();
        KiotaTests.Compile(types).ShouldCompile();
    }
}
