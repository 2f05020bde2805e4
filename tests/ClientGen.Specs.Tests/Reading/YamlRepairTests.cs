using ClientGen.Specs.Reading;

namespace ClientGen.Specs.Tests.Reading;

public sealed class YamlRepairTests
{
    [Fact]
    public void A_half_written_line_costs_nothing_below_it()
    {
        var document = Read.Yaml("""
            paths:
              /a:
                get:
                  operationId: list
                  summary: "half writ
              /b:
                get: {a: [}
            components:
              schemas: {Pet: {type: object}}
            """);

        Assert.Equal("list", document.Scalar("/paths/~1a/get/operationId").Text);
        Assert.Equal("object", document.Scalar("/components/schemas/Pet/type").Text);
        Assert.Equal(["CG9101 \"half writ", "CG9101 }"], document.Marked());
    }

    [Fact]
    public void A_tab_that_indents_is_marked_itself()
    {
        var document = Read.Yaml("openapi: 3.1.0\ninfo:\n\ttitle: x\npaths: {}");

        Assert.Equal(["CG9101 \t"], document.Marked());
        Assert.Contains("tab", document.Findings[0].Message);
        Assert.IsType<SpecMapping>(document.At("/paths"));
    }

    [Fact]
    public void Text_that_cannot_be_repaired_is_read_up_to_the_first_mistake()
    {
        var broken = string.Concat(Enumerable.Range(0, 40).Select(static number => $"b{number}: c: d\n"));

        var document = Read.Yaml("a: 1\n" + broken);

        Assert.Equal("1", document.Scalar("/a").Text);
        Assert.Equal(1, Assert.Single(document.Findings).Span.From.Line);
    }

    [Fact]
    public void A_repair_that_would_lose_what_was_read_is_given_up()
    {
        var document = Read.Yaml("{a: 1, b: [2, 3], c: *x y z: [}");

        Assert.Equal("3", document.Scalar("/b/1").Text);
    }

    [Fact]
    public void Of_many_mistakes_the_reading_that_understands_most_is_kept()
    {
        var text = string.Concat(Enumerable.Range(0, 40).Select(static number => $"good{number}: 1\nbad{number}: c: d\n"));

        var document = Read.Yaml(text);

        Assert.Equal("1", document.Scalar("/good12").Text);
        Assert.All(document.Findings, static finding => Assert.Equal("CG9101", finding.Id));
    }

    [Fact]
    public void Findings_stand_in_the_order_of_the_text()
    {
        var document = Read.Yaml("a: 1\na: 2\nb: c: d\nb: 3\nb: 4");

        Assert.Equal(["CG9102 a", "CG9101 : d", "CG9102 b"], document.Marked());
    }
}
