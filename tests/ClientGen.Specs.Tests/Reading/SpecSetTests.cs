using ClientGen.Specs.Reading;

namespace ClientGen.Specs.Tests.Reading;

public sealed class SpecSetTests
{
    private static readonly SpecDocument Main = Read.As("C:/work/spec/main.yaml", """
        openapi: 3.1.0
        components:
          schemas:
            Pet: {type: object, $anchor: pet}
            a/b~c: {type: string}
            ~1: {type: integer}
            list: [one, two]
            Tree: {$id: 'https://example.com/tree', $defs: {leaf: {$anchor: leaf, type: integer}}}
        """);

    private static readonly SpecDocument Common = Read.As("C:\\work\\spec\\parts\\Common Types.json", """
        {"$id": "https://example.com/common.json", "Name": {"type": "string"}, "deep": {"$anchor": "deep"}}
        """);

    private static readonly SpecSet Set = new([Main, Common]);

    [Theory]
    [InlineData("#", "")]
    [InlineData("", "")]
    [InlineData("#/components/schemas/Pet", "/components/schemas/Pet")]
    [InlineData("#/components/schemas/a~1b~0c", "/components/schemas/a~1b~0c")]
    [InlineData("#/components/schemas/a~1b%7E0c/type", "/components/schemas/a~1b~0c/type")]
    [InlineData("#/components/schemas/~01", "/components/schemas/~01")]
    [InlineData("#/components/schemas/list/1", "/components/schemas/list/1")]
    [InlineData("main.yaml#/components", "/components")]
    [InlineData("./../spec/main.yaml#/components", "/components")]
    [InlineData("#pet", "/components/schemas/Pet")]
    [InlineData("https://example.com/tree#leaf", "/components/schemas/Tree/$defs/leaf")]
    [InlineData("https://example.com/tree#/$defs", "/components/schemas/Tree/$defs")]
    public void References_reach_values_of_the_same_file(string reference, string pointer) => Reaches(Main, reference, Main, pointer);

    [Theory]
    [InlineData("parts/Common%20Types.json#/Name")]
    [InlineData("./parts/common%20types.json#/Name")]
    [InlineData("https://example.com/common.json#/Name")]
    public void References_reach_values_of_other_listed_files(string reference) => Reaches(Main, reference, Common, "/Name");

    [Fact]
    public void References_start_where_their_own_file_stands()
    {
        Reaches(Common, "../main.yaml#/components", Main, "/components");
        Reaches(Common, "common.json#deep", Common, "/deep");
    }

    [Theory]
    [InlineData("#/components/schemas/Pett", "`/components/schemas` has no `Pett`. Did you mean `Pet`?")]
    [InlineData("#/components/schemas/list/2", "`/components/schemas/list` has 2 items and no `2`; they count from 0.")]
    [InlineData("#/components/schemas/list/01", "`/components/schemas/list` has 2 items and no `01`; they count from 0.")]
    [InlineData("#/openapi/x", "`/openapi` is a single value and has no `x`.")]
    [InlineData("#nothing", "`C:/work/spec/main.yaml` has no `$anchor: nothing`. A path inside the file starts with `#/`.")]
    [InlineData("mian.yaml#/a", "`mian.yaml` is none of the files that the build lists, and nothing else is opened. Did you mean `main.yaml`?")]
    [InlineData("/etc/passwd", "`/etc/passwd` is none of the files that the build lists, and nothing else is opened. Add the file to the build.")]
    [InlineData("https://example.org/x", "`https://example.org/x` is none of the files that the build lists, and nothing else is opened. Add the file to the build.")]
    public void A_reference_that_leads_nowhere_is_explained(string reference, string expected)
    {
        Assert.False(Set.TryResolve(Main, reference, out var document, out var node, out var reason));
        Assert.Null(document);
        Assert.Null(node);
        Assert.Equal(expected, reason);
    }

    [Fact]
    public void Files_that_differ_in_case_only_need_their_exact_name()
    {
        var lower = Read.As("a.yaml", "x: 1");
        var upper = Read.As("A.yaml", "x: 2");
        var set = new SpecSet([lower, upper, Read.As("main.yaml", "x: 3")]);

        Assert.True(set.TryResolve(lower, "A.yaml", out var document, out _, out _));
        Assert.Same(upper, document);
        Assert.False(set.TryResolve(lower, "A.YAML", out _, out _, out _));
    }

    private static void Reaches(SpecDocument from, string reference, SpecDocument expected, string pointer)
    {
        Assert.True(Set.TryResolve(from, reference, out var document, out var node, out var reason), reason);
        Assert.Same(expected, document);
        Assert.Same(expected.At(pointer), node);
        Assert.Empty(reason);
    }
}
