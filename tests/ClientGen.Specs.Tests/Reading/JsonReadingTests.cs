using ClientGen.Specs.Reading;

namespace ClientGen.Specs.Tests.Reading;

public sealed class JsonReadingTests
{
    [Theory]
    [InlineData("{}", "{}")]
    [InlineData("[]", "[]")]
    [InlineData("[1,-0,2.5,1e3,true,false,null]", "[Integer(1),Integer(-0),Number(2.5),Number(1e3),Boolean(true),Boolean(false),null]")]
    [InlineData("""{"a":{"b":["c",{"d":1}]}}""", """{"a":{"b":[String(c),{"d":Integer(1)}]}}""")]
    [InlineData("""{"openapi":"3.1.0","":"empty name"}""", """{"openapi":String(3.1.0),"":String(empty name)}""")]
    [InlineData("""["\"\\\/\b\f\n\r\t\u0041\ud83d\ude00"]""", "[String(\"\\/\b\f\n\r\tA😀)]")]
    public void Well_formed_json_is_read_without_findings(string text, string tree)
    {
        var document = Read.Json(text);

        Assert.Equal(tree, document.Root.Tree());
        Assert.Empty(document.Findings);
    }

    [Theory]
    [InlineData("""{"a":1,}""", """{"a":Integer(1)}""", "CG9101 ,")]
    [InlineData("[1,2,]", "[Integer(1),Integer(2)]", "CG9101 ,")]
    [InlineData("[1 2]", "[Integer(1),Integer(2)]", "CG9101")]
    [InlineData("[,1]", "[Integer(1)]", "CG9101 ,")]
    [InlineData("[1] 2", "[Integer(1)]", "CG9101 2")]
    [InlineData("""{"a" 1,"b":2}""", """{"a":Integer(1),"b":Integer(2)}""", "CG9101 \"a\"")]
    [InlineData("""{"a":,"b":2}""", """{"a":null,"b":Integer(2)}""", "CG9101")]
    [InlineData("""{"a","b":2}""", """{"a":null,"b":Integer(2)}""", "CG9101 \"a\"")]
    [InlineData("""{a:1}""", """{"a":Integer(1)}""", "CG9101 a")]
    [InlineData("""{"a":yes}""", """{"a":String(yes)}""", "CG9101 yes")]
    [InlineData("""{"a":01}""", """{"a":String(01)}""", "CG9101 01")]
    [InlineData("""{"a":1.}""", """{"a":String(1.)}""", "CG9101 1.")]
    [InlineData("""{"a":'b'}""", """{"a":String(b)}""", "CG9101 '")]
    [InlineData("""{"a":"\q"}""", """{"a":String(\q)}""", "CG9101 \\q")]
    [InlineData("""{"a":"\u12x"}""", """{"a":String(\u12x)}""", "CG9101 \\u")]
    [InlineData("""{"a":"\ud800"}""", "{\"a\":String(\uFFFD)}", "CG9101 \"\\ud800\"")]
    [InlineData("{\"a\":\"x\ty\"}", "{\"a\":String(x\ty)}", "CG9101 \t")]
    [InlineData("{\"a\":\"open\n,\"b\":2}", """{"a":String(open),"b":Integer(2)}""", "CG9101 \"open")]
    [InlineData("""{"a":1,"b":2,"a":3}""", """{"a":Integer(1),"b":Integer(2)}""", "CG9102 \"a\"")]
    [InlineData("""{"a":[1,{"b":2},"c":3}""", """{"a":[Integer(1),{"b":Integer(2)},String(c),Integer(3)]}""", "CG9101 :|CG9101 }")]
    [InlineData("""{"a":[1}""", """{"a":[Integer(1)]}""", "CG9101 }")]
    [InlineData("""{"a":1]}""", """{"a":Integer(1)}""", "CG9101 ]")]
    [InlineData("""{"a":{"b":1""", """{"a":{"b":Integer(1)}}""", "CG9101 {")]
    [InlineData("""{{"a":1},"b":2}""", """{"b":Integer(2)}""", "CG9101 {")]
    [InlineData("{ // why\n\"a\": /* what */ 1 }", """{"a":Integer(1)}""", "CG9101 // why|CG9101 /* what */")]
    [InlineData("{\"a\":1 /* open", """{"a":Integer(1)}""", "CG9101 /*|CG9101 /* open|CG9101 {")]
    public void What_is_wrong_is_marked_and_the_rest_is_read(string text, string tree, string findings)
    {
        var document = Read.Json(text);

        Assert.Equal(tree, document.Root.Tree());
        Assert.Equal(findings.Split('|'), document.Marked());
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t")]
    [InlineData("\uFEFF")]
    public void Text_without_a_value_is_an_empty_document(string text)
    {
        var document = Read.Json(text);

        Assert.Equal(SpecKind.Unknown, document.Kind);
        Assert.True(Assert.IsType<SpecScalar>(document.Root).IsNull);
        Assert.Equal("CG9101", Assert.Single(document.Findings).Id);
    }

    [Fact]
    public void A_comma_or_comment_too_much_is_only_a_warning()
    {
        var findings = Read.Json("{\"a\":1, // one\n}").Findings;

        Assert.Equal(2, findings.Count);
        Assert.All(findings, finding => Assert.Equal(FindingSeverity.Warning, finding.Severity));
    }

    [Fact]
    public void Long_strings_are_read_like_short_ones()
    {
        var value = string.Concat(Enumerable.Repeat("long text ", 100));

        Assert.Equal(value, Read.Json($$"""{"a":"{{value}}"}""").Scalar("/a").Text);
    }

    [Fact]
    public void A_message_says_which_line_has_the_first_of_two_keys()
    {
        var finding = Assert.Single(Read.Json("{\n\"get\": 1,\n\"get\": 2\n}").Findings);

        Assert.Equal("contract.json(3,1): error CG9102: `get` is already a key of this mapping (line 2); the first value is used. "
            + "Remove or rename one.", finding.ToString());
    }
}
