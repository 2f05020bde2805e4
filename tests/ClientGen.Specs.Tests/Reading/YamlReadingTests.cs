using ClientGen.Specs.Reading;

namespace ClientGen.Specs.Tests.Reading;

public sealed class YamlReadingTests
{
    [Theory]
    [InlineData("no", ScalarKind.String)]
    [InlineData("on", ScalarKind.String)]
    [InlineData("yes", ScalarKind.String)]
    [InlineData("1_000", ScalarKind.String)]
    [InlineData("0b11", ScalarKind.String)]
    [InlineData("1:30", ScalarKind.String)]
    [InlineData("2024-03-05", ScalarKind.String)]
    [InlineData("1.2.3", ScalarKind.String)]
    [InlineData(".", ScalarKind.String)]
    [InlineData("-", ScalarKind.String, "\"-\"")]
    [InlineData("tRue", ScalarKind.String)]
    [InlineData("0x", ScalarKind.String)]
    [InlineData("0o8", ScalarKind.String)]
    [InlineData("1e", ScalarKind.String)]
    [InlineData("0", ScalarKind.String, "'0'")]
    [InlineData("true", ScalarKind.String, "\"true\"")]
    [InlineData("12", ScalarKind.String, "!!str 12")]
    [InlineData("12", ScalarKind.String, "! 12")]
    [InlineData("12", ScalarKind.Integer, "!!int \"12\"")]
    [InlineData("x", ScalarKind.String, "!color x")]
    [InlineData("12", ScalarKind.Integer)]
    [InlineData("012", ScalarKind.Integer)]
    [InlineData("+12", ScalarKind.Integer)]
    [InlineData("0o17", ScalarKind.Integer)]
    [InlineData("0x1F", ScalarKind.Integer)]
    [InlineData("1.10", ScalarKind.Number)]
    [InlineData(".5", ScalarKind.Number)]
    [InlineData("5.", ScalarKind.Number)]
    [InlineData("1e3", ScalarKind.Number)]
    [InlineData("-.inf", ScalarKind.Number)]
    [InlineData(".NaN", ScalarKind.Number)]
    [InlineData("True", ScalarKind.Boolean)]
    [InlineData("FALSE", ScalarKind.Boolean)]
    [InlineData("~", ScalarKind.Null)]
    [InlineData("Null", ScalarKind.Null)]
    [InlineData("", ScalarKind.Null)]
    public void Scalars_follow_the_core_schema_of_yaml_1_2_and_keep_their_text(string text, ScalarKind kind, string? written = null)
    {
        var document = Read.Yaml($"a: {written ?? text}\n");

        Assert.Equal(kind, document.Scalar("/a").Kind);
        Assert.Equal(text, document.Scalar("/a").Text);
        Assert.Empty(document.Findings);
    }

    [Theory]
    [InlineData("200: ok", "{\"200\":String(ok)}")]
    [InlineData("a:\n- 1\n- [2, 3]\n- b: c", "{\"a\":[Integer(1),[Integer(2),Integer(3)],{\"b\":String(c)}]}")]
    [InlineData("a: |\n  x\n   y\nb: >-\n  c\n  d\n", "{\"a\":String(x\n y\n),\"b\":String(c d)}")]
    [InlineData("{a: 1, \"b\": [x, 'it''s']}", "{\"a\":Integer(1),\"b\":[String(x),String(it's)]}")]
    [InlineData("%YAML 1.2\n---\na: 1\n...\n", "{\"a\":Integer(1)}")]
    [InlineData("a: &x {b: 1}\nc: *x\n*x2 : d", "{\"a\":{\"b\":Integer(1)},\"c\":{\"b\":Integer(1)}}", "CG9101 *x2")]
    [InlineData("- &n get\n- {*n : 1}", "[String(get),{\"get\":Integer(1)}]")]
    [InlineData("a: &x {b: 1, c: 2}\nd: {<<: *x, c: 3}", "{\"a\":{\"b\":Integer(1),\"c\":Integer(2)},\"d\":{\"c\":Integer(3),\"b\":Integer(1)}}")]
    [InlineData("<<: [{a: 1}, {a: 2, b: 3}]", "{\"a\":Integer(1),\"b\":Integer(3)}")]
    [InlineData("\"<<\": {a: 1}", "{\"<<\":{\"a\":Integer(1)}}")]
    [InlineData("<<: 1\na: 2", "{\"a\":Integer(2)}", "CG9101 <<")]
    [InlineData("a: 1\na: 2", "{\"a\":Integer(1)}", "CG9102 a")]
    [InlineData("a: x\u2028  y\u0085z\u2029", "{\"a\":String(x\u2028  y\u0085z\u2029)}")]
    [InlineData("a: *nope", "{\"a\":null}", "CG9101 *nope")]
    [InlineData("a: &x\n  b: *x", "{\"a\":{\"b\":null}}", "CG9101 *x")]
    [InlineData("? [a, b]\n: 1\nc: 2", "{\"c\":Integer(2)}", "CG9101 [")]
    [InlineData("a: 1\n---\nb: 2", "{\"a\":Integer(1)}", "CG9101 ---")]
    public void Yaml_is_read(string text, string tree, string? finding = null)
    {
        var document = Read.Yaml(text);

        Assert.Equal(tree, document.Root.Tree());
        Assert.Equal(finding is null ? [] : [finding], document.Marked());
    }

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    [InlineData("# only a comment\n")]
    [InlineData("---\n...\n")]
    public void Text_without_a_value_is_an_empty_document(string text)
    {
        var document = Read.Yaml(text);

        Assert.Equal(SpecKind.Unknown, document.Kind);
        Assert.True(Assert.IsType<SpecScalar>(document.Root).IsNull);
        Assert.Single(document.Findings);
    }

    [Fact]
    public void An_alias_is_the_anchors_node_once_more()
    {
        var document = Read.Yaml("a: &x {b: 1}\nc: *x");

        Assert.Same(document.At("/a"), document.At("/c"));
        Assert.Equal("/a/b", document.At("/c/b").Pointer);
    }

    [Theory]
    [InlineData('\ud800')]
    [InlineData('\udfff')]
    [InlineData('\0')]
    public void What_is_no_character_is_found_at_every_place_of_a_text(char wrong)
    {
        for (var place = 0; place < 11; place++)
        {
            var document = Read.Yaml(new string('x', place) + wrong + new string('x', 10 - place));

            Assert.Equal(place, document.Findings[0].Span.Start);
            Assert.Contains("\uFFFD", Assert.IsType<SpecScalar>(document.Root).Text);
        }
    }

    [Fact]
    public void Halves_of_surrogate_pairs_and_nul_become_replacement_characters()
    {
        var document = Read.Yaml("a: x\ud800y\nb: x\0y\nc: 1");

        Assert.Equal("{\"a\":String(x\uFFFDy),\"b\":String(x\uFFFDy),\"c\":Integer(1)}", document.Root.Tree());
        Assert.Equal(["CG9101 \ud800", "CG9101 \0"], document.Marked());
    }
}
