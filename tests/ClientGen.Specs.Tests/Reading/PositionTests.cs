using ClientGen.Specs.Reading;

namespace ClientGen.Specs.Tests.Reading;

/// <summary>Places are checked by cutting the text there.</summary>
public sealed class PositionTests
{
    private const string Yaml = """
        openapi: 3.1.0   # comment
        😀 key: "quoted 😀"
        block: |
          first
            second

        folded: >-
          one 😀
          two

        # comment
        flow: { a: [1, 2 ], b: 'c' }
        list:
        - plain
          text
        -
        - {x: y}
        empty:
        last: end
        """;

    public static TheoryData<string, string> Places => new()
    {
        { "/openapi", "3.1.0" },
        { "/😀 key", "\"quoted 😀\"" },
        { "/block", "|\n  first\n    second" },
        { "/folded", ">-\n  one 😀\n  two" },
        { "/flow", "{ a: [1, 2 ], b: 'c' }" },
        { "/flow/a", "[1, 2 ]" },
        { "/flow/a/1", "2" },
        { "/flow/b", "'c'" },
        { "/list", "- plain\n  text\n-\n- {x: y}" },
        { "/list/0", "plain\n  text" },
        { "/list/1", "" },
        { "/list/2/x", "y" },
        { "/empty", "" },
        { "/last", "end" },
    };

    [Theory]
    [MemberData(nameof(Places))]
    public void Yaml_values_stand_where_their_span_says(string pointer, string expected)
    {
        foreach (var newLine in (string[])["\n", "\r\n", "\r"])
        {
            foreach (var mark in (string[])["", "\uFEFF"])
            {
                var document = Read.Yaml(mark + Yaml.ReplaceLineEndings(newLine));

                Assert.Empty(document.Findings);
                Assert.Equal(expected.ReplaceLineEndings(newLine), document.Cut(document.At(pointer).Span));
                Assert.Equal(pointer, document.At(pointer).Pointer);
            }
        }
    }

    [Fact]
    public void Keys_have_places_of_their_own()
    {
        var document = Read.Yaml("a:\r\n  'b c': {\"d\": 1}\r\n");
        var b = Assert.IsType<SpecMapping>(document.At("/a")).Find("b c");

        Assert.Equal("'b c'", document.Cut(b!.KeySpan));
        Assert.Equal("\"d\"", document.Cut(((SpecMapping)b.Value).Entries[0].KeySpan));
    }

    [Theory]
    [InlineData("/a", "{ \"b\" : [ 1 , \"x😀\" ] }")]
    [InlineData("/a/b", "[ 1 , \"x😀\" ]")]
    [InlineData("/a/b/1", "\"x😀\"")]
    [InlineData("/c~1~0", "-1.5e3")]
    public void Json_values_stand_where_their_span_says(string pointer, string expected)
    {
        var document = Read.Json("\uFEFF{ \"a\" : { \"b\" : [ 1 , \"x😀\" ] } ,\r\n  \"c/~\" : -1.5e3 }");

        Assert.Equal(expected, document.Cut(document.At(pointer).Span));
        Assert.Equal(pointer, document.At(pointer).Pointer);
        Assert.Empty(document.Findings);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Lines_and_columns_count_from_zero_in_characters(string newLine)
    {
        var document = Read.Json($"{{{newLine}  \"😀\": 1,{newLine}{newLine}\"b\": 2 }}");

        Assert.Equal(new TextPosition(1, 8), document.At("/😀").Span.From);
        Assert.Equal(new TextPosition(1, 9), document.At("/😀").Span.To);
        Assert.Equal(new TextPosition(3, 5), document.At("/b").Span.From);
        Assert.Equal("4,6", document.At("/b").Span.From.ToString());
    }

    [Fact]
    public void Pointers_escape_tildes_before_slashes()
    {
        var document = Read.Yaml("~1: a\n/: b");

        Assert.Equal(["/~01", "/~1"], ((SpecMapping)document.Root).Entries.Select(static entry => entry.Value.Pointer));
        Assert.Equal("a", document.Scalar("/~01").Text);
    }

    [Fact]
    public void Pointers_stay_right_behind_repeated_keys_and_merges()
    {
        var document = Read.Yaml("a: 1\na: 2\nb: 3\n<<: {c: {d: 4}}\n");

        Assert.Equal("/b", document.At("/b").Pointer);
        Assert.Equal("/c/d", document.At("/c/d").Pointer);
    }
}
