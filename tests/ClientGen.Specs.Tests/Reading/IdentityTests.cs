using ClientGen.Specs.Reading;

namespace ClientGen.Specs.Tests.Reading;

public sealed class IdentityTests
{
    [Theory]
    [InlineData("openapi: 3.0.3", SpecKind.OpenApi30, "3.0.3")]
    [InlineData("openapi: 3.1.0", SpecKind.OpenApi31, "3.1.0")]
    [InlineData("openapi: 3.1", SpecKind.OpenApi31, "3.1")]
    [InlineData("asyncapi: 3.0.0", SpecKind.AsyncApi30, "3.0.0")]
    [InlineData("arazzo: 1.0.1", SpecKind.Arazzo10, "1.0.1")]
    [InlineData("arazzo: 1.1.0", SpecKind.Arazzo11, "1.1.0")]
    [InlineData("type: object", SpecKind.Schema, "")]
    [InlineData("- a\n- b", SpecKind.Schema, "")]
    [InlineData("openapi: 3.2.0", SpecKind.OpenApi31, "3.2.0", FindingSeverity.Warning)]
    [InlineData("asyncapi: 3.1.0", SpecKind.AsyncApi30, "3.1.0", FindingSeverity.Warning)]
    [InlineData("arazzo: 1.2.0", SpecKind.Arazzo11, "1.2.0", FindingSeverity.Warning)]
    [InlineData("openapi: 3.10.0", SpecKind.Unknown, "3.10.0", FindingSeverity.Error)]
    [InlineData("openapi: 4.0.0", SpecKind.Unknown, "4.0.0", FindingSeverity.Error)]
    [InlineData("openapi: latest", SpecKind.Unknown, "latest", FindingSeverity.Error)]
    [InlineData("openapi: ''", SpecKind.Unknown, "", FindingSeverity.Error)]
    [InlineData("openapi:", SpecKind.Unknown, "", FindingSeverity.Error)]
    [InlineData("swagger: '2.0'", SpecKind.Unknown, "2.0", FindingSeverity.Error)]
    [InlineData("asyncapi: 2.6.0", SpecKind.Unknown, "2.6.0", FindingSeverity.Error)]
    [InlineData("arazzo: 2.0.0", SpecKind.Unknown, "2.0.0", FindingSeverity.Error)]
    [InlineData("info: {}\npaths: {}", SpecKind.Unknown, "", FindingSeverity.Error)]
    [InlineData("info: {}\nchannels: {}", SpecKind.Unknown, "", FindingSeverity.Error)]
    [InlineData("sourceDescriptions: []\nworkflows: []", SpecKind.Unknown, "", FindingSeverity.Error)]
    [InlineData("just text", SpecKind.Unknown, "", FindingSeverity.Error)]
    public void The_version_says_what_a_document_is(string text, SpecKind kind, string version, FindingSeverity? severity = null)
    {
        var document = Read.Yaml(text);

        Assert.Equal((kind, version), (document.Kind, document.Version));
        Assert.Equal(severity is null ? [] : [severity.Value], document.Findings.Select(static finding => finding.Severity));
        Assert.All(document.Findings, static finding =>
        {
            Assert.Equal("CG9104", finding.Id);
            Assert.Contains("ClientGen reads OpenAPI 3.0 and 3.1, AsyncAPI 3.0, and Arazzo 1.0 and 1.1", finding.Message);
        });
    }

    [Theory]
    [InlineData("a.json", "a: 1", SpecFormat.Json)]
    [InlineData("a.YML", "{}", SpecFormat.Yaml)]
    [InlineData("a.yaml", "{}", SpecFormat.Yaml)]
    [InlineData("contract", " {}", SpecFormat.Json)]
    [InlineData("contract", "a: 1", SpecFormat.Yaml)]
    public void The_file_name_decides_the_format_before_the_text_does(string path, string text, SpecFormat format) =>
        Assert.Equal(format, Read.As(path, text).Format);

    [Fact]
    public void Documents_are_equal_when_path_and_text_are()
    {
        var one = Read.As("a.yaml", "a: 1");
        var same = Read.As("a.yaml", "a: 1");

        Assert.Equal(one, same);
        Assert.Equal(one.GetHashCode(), same.GetHashCode());
        Assert.NotEqual(one, Read.As("a.yaml", "a: 2"));
        Assert.NotEqual(one, Read.As("b.yaml", "a: 1"));
    }

    [Fact]
    public void Findings_are_equal_when_everything_about_them_is()
    {
        Assert.Equal(Read.Yaml("a: 1\na: 2").Findings, Read.Yaml("a: 1\na: 2").Findings);
        Assert.NotEqual(Read.Yaml("a: 1\na: 2").Findings, Read.Yaml("a: 1\n\na: 2").Findings);
    }
}
