using ClientGen.Specs.Binding;
using ClientGen.Specs.Model;
using ClientGen.Testing;
using Microsoft.CodeAnalysis.CSharp;

namespace ClientGen.Emitter.Tests.Types;

/// <summary>Text of strangers stands in every string of the model and never leaves its token.</summary>
public sealed class HostileTextTests
{
    public static readonly TheoryData<string> Texts =
    [
        "\"; } evil", "*/ } evil", "a\nb", "a\r\n#error x", "\u2028evil", "\u0085evil", "]]></summary><summary>", "\ud800", "\udc00x", "class", "record", "", " ", "{0}", "{{", "\\",
        "\\u0022", "\"\"\"", "#error x", "// x", "/// <evil", "&amp;", "\u202Eevil", "\0", "@", "$", "Ünï", "名前", "😀", "a.b", "a-b", "global::System.Console", "\uFFFF", "\uFEFF",
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Whatever_the_text_the_code_compiles_and_keeps_its_shape(string text)
    {
        var files = LiveTypes.Files(Contract(text));
        GeneratedCompilation.Of(files.Select(static file => (file.HintName, file.Text))).ShouldCompile();
        Assert.All(files, static file => Assert.Matches("^[A-Za-z0-9._-]+$", file.HintName));

        // The reader of contracts replaces halves of characters, so JSON texts of the model say something else there.
        if (text is "\ud800" or "\udc00x")
            return;

        // The plain text has as many bytes, so that names fall into the same branches by length, and like the hostile one it may or
        // may not be encoded ahead of time.
        var filler = text.All(static c => char.IsAsciiLetterOrDigit(c) || "_-.$@/ ".Contains(c)) ? 'x' : '+';
        var plain = LiveTypes.Files(Contract(new string(filler, System.Text.Encoding.UTF8.GetByteCount(text))));
        Assert.Equal(plain.Select(Shape), files.Select(Shape));
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Whatever_the_name_of_a_member_it_is_read_and_written(string text)
    {
        if (text.Any(char.IsSurrogate) && text != "😀")
            return; // JSON text cannot carry half a character.
        var name = JsonLiteral.Of(text);
        var live = LiveTypes.Of(Model.Object("Holder", Model.Required("x", Model.Text) with { JsonName = text }));
        Assert.Equal("v", live.Read("Holder", $$"""{{{name}}:"v"}""").X);
        var written = System.Text.Json.JsonDocument.Parse((string)live.RoundTrip("Holder", $$"""{{{name}}:"v"}"""));
        Assert.Equal("v", written.RootElement.GetProperty(text).GetString());
    }

    private static List<SyntaxKind> Shape(GeneratedFile file) =>
    [
        .. CSharpSyntaxTree.ParseText(file.Text, new CSharpParseOptions(LanguageVersion.CSharp12)).GetRoot()
            .DescendantNodesAndTokens().Select(static node => node.Kind()).Where(static kind => kind is not SyntaxKind.SkippedTokensTrivia),
    ];

    private static ContractModel Contract(string text)
    {
        var json = JsonLiteral.Of(text);
        var names = 0;
        var documented = (PropertyModel property) => property with
        {
            Documentation = text,
            Limits = new ValueLimits(text, 1, 2, text, text),
            Facts = EquatableArray.Of(new ProtocolFact("EvidenceFlag", EquatableArray.Of(json, json))),
        };
        TypeModel[] types =
        [
            new ObjectModel(
                Name(), text, text, text,
                EquatableArray.Of(
                    documented(Property(Model.Text)),
                    documented(Property(Model.Text) with { Default = json }),
                    documented(Property(Model.Text) with { Constant = json, Required = true }),
                    documented(Property(Model.Whole) with { Default = json }),
                    documented(Property(Model.Enum("Choice")) with { Default = json, IsSecret = true }),
                    documented(Property(Model.List(Model.Of(TypeKind.DateTime, TextForm.CustomDateTime, "yyyy" + text))))),
                TypeRef.Json)
            {
                Facts = EquatableArray.Of(new ProtocolFact("EvidenceResult", EquatableArray.Of(json)), new ProtocolFact("SuccessWhen", EquatableArray.Of(json, json))),
            },
            new EnumModel("Choice", text, text, text, false, false, "Unknown", EquatableArray.Of(new EnumMemberModel(Name(), text, text, true), new EnumMemberModel("Other", text + "o", text))),
            new UnionModel("Either", text, text, text, UnionKind.Tagged, text, EquatableArray.Of(documented(Shared())), EquatableArray.Of(
                new UnionCaseModel("One", Model.Named("One"), false, EquatableArray.Of(json), false, default, default, default, text)), "UnknownEither"),
            new UnionModel("Wrapped", text, text, text, UnionKind.Tagged, text, default, EquatableArray.Of(
                new UnionCaseModel("Two", Model.Text, true, EquatableArray.Of(json), true, default, default, default, text)), "UnknownWrapped"),
            new ObjectModel("One", text, text, text, EquatableArray.Of(documented(Shared() with { IsInherited = true })), TypeRef.Json, "Either"),
            new UnionModel("Shaped", text, text, text, UnionKind.Structural, null, default, EquatableArray.Of(
                new UnionCaseModel("Left", Model.Named("Left"), false, default, false, EquatableArray.Of(text), default, EquatableArray.Of(text + "c=" + json), text),
                new UnionCaseModel("Right", Model.Named("Right"), false, default, false, default, default, default, text)), "UnknownShaped"),
            new ObjectModel("Left", text, text, text, default, TypeRef.Json, "Shaped"),
            new ObjectModel("Right", text, text, text, default, TypeRef.Json, "Shaped"),
        ];
        return new ContractModel(text, "Evil.Names", null, types.ToEquatableArray(), default, default, null);

        // Model names are identifiers already; what is none is made one, and a number keeps them apart.
        string Name() => text + names++;

        PropertyModel Property(TypeRef type) => new(text + (char)('a' + names), Name(), type, false, text, ValueLimits.None);

        PropertyModel Shared() => new(text + "shared", "SharedMember", Model.Text, true, text, ValueLimits.None);
    }
}
