using System.Text;
using ClientGen.Specs.Reading;

namespace ClientGen.Specs.Tests.Reading;

public sealed class LimitTests
{
    [Theory]
    [InlineData("contract.json")]
    [InlineData("contract.yaml")]
    public void Nesting_is_read_to_256_levels_and_left_out_below(string path)
    {
        Assert.Empty(Read.As(path, Nested(256)).Findings);

        var document = Read.As(path, Nested(257));
        Assert.Equal(["CG9103 ["], document.Marked());
        Assert.Equal(256, Depth(document.Root));
    }

    [Theory]
    [InlineData("contract.json", "[")]
    [InlineData("contract.json", "{\"a\":")]
    [InlineData("contract.yaml", "[")]
    [InlineData("contract.yaml", "{a: ")]
    [InlineData("contract.yaml", "- ")]
    public void A_million_open_brackets_are_not_a_million_values(string path, string bracket)
    {
        var text = string.Concat(Enumerable.Repeat(bracket, 1_000_000));

        var document = Work.Within(text.Length, stop => SpecReader.Read(path, text, stop));

        Assert.Contains(document.Findings, finding => finding.Id == "CG9103");
        Assert.Equal(ReadingLimits.Depth, Depth(document.Root));
    }

    [Fact]
    public void Json_goes_on_behind_what_lies_too_deep()
    {
        var document = Read.Json($$"""{"a":{{Nested(300)}},"b":1}""");

        Assert.Equal("1", document.Scalar("/b").Text);
        Assert.Equal("CG9103", Assert.Single(document.Findings).Id);
    }

    [Fact]
    public void Aliases_that_would_expand_to_billions_of_values_are_cut()
    {
        var text = new StringBuilder("a0: &a0 [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]\n");
        for (var level = 1; level < 12; level++)
            text.Append($"a{level}: &a{level} [{string.Join(", ", Enumerable.Repeat($"*a{level - 1}", 10))}]\n");

        var document = Read.Yaml(text.ToString());

        Assert.Equal("CG9103", Assert.Single(document.Findings).Id);
        Assert.Equal("[Integer(1),Integer(2),Integer(3),Integer(4),Integer(5),Integer(6),Integer(7),Integer(8),Integer(9),Integer(10)]",
            document.At("/a1/9").Tree());
        Assert.True(Expanded(document.Root) <= ReadingLimits.Nodes);
    }

    [Fact]
    public void Aliases_count_for_the_depth_that_they_add()
    {
        var text = new StringBuilder("a0: &a0 [1]\n");
        for (var level = 1; level < 300; level++)
            text.Append($"a{level}: &a{level} [*a{level - 1}]\n");

        var document = Read.Yaml(text.ToString());

        Assert.Equal(ReadingLimits.Depth, Depth(document.Root));
        // One level is the root itself, and a254 has 255.
        Assert.Equal(["CG9103 *a254"], document.Marked());
    }

    [Fact]
    public void Text_beyond_the_limit_is_not_read()
    {
        var document = Read.Json("[\"" + new string('x', ReadingLimits.TextLength) + "\"]");

        Assert.Equal("CG9103", Assert.Single(document.Findings).Id);
        Assert.Equal("null", document.Root.Tree());
    }

    [Fact]
    public void More_values_than_the_limit_are_left_out()
    {
        var document = Read.Json("[" + string.Concat(Enumerable.Repeat("1,", ReadingLimits.Nodes)) + "1]");

        Assert.Equal("CG9103", Assert.Single(document.Findings).Id);
        Assert.InRange(((SpecSequence)document.Root).Items.Count, ReadingLimits.Nodes - 1, ReadingLimits.Nodes);
    }

    [Theory]
    [InlineData("contract.json")]
    [InlineData("contract.yaml")]
    public void At_most_a_hundred_findings_are_listed_and_one_that_says_so(string path)
    {
        var text = "{" + string.Join(",", Enumerable.Repeat("\"a\":1", 500)) + "}";

        var findings = Read.As(path, text).Findings;

        Assert.Equal(101, findings.Count);
        Assert.StartsWith("More problems", findings[100].Message);
    }

    [Fact]
    public void A_reading_that_is_cancelled_half_way_stops()
    {
        // The readers themselves, because SpecReader would stop before the first character.
        var text = new SpecText("[" + string.Concat(Enumerable.Repeat("1, ", 10_000)) + "1]");
        var findings = new FindingList("contract", text);
        var cancelled = new CancellationToken(canceled: true);

        Assert.Throws<OperationCanceledException>(() => new JsonSpecReader(text, findings, cancelled).Read(0));
        Assert.Throws<OperationCanceledException>(() => YamlRepair.Read(text, 0, findings, cancelled));
        Assert.Throws<OperationCanceledException>(() => SpecReader.Read("contract.json", "{}", cancelled));
    }

    private static string Nested(int depth) => new string('[', depth) + new string(']', depth);

    private static int Depth(SpecNode node) => node switch
    {
        SpecMapping mapping => 1 + mapping.Entries.Select(static entry => Depth(entry.Value)).DefaultIfEmpty().Max(),
        SpecSequence sequence => 1 + sequence.Items.Select(Depth).DefaultIfEmpty().Max(),
        _ => 0,
    };

    private static long Expanded(SpecNode node) => node switch
    {
        SpecMapping mapping => 1 + mapping.Entries.Sum(static entry => Expanded(entry.Value)),
        SpecSequence sequence => 1 + sequence.Items.Sum(Expanded),
        _ => 1,
    };
}
