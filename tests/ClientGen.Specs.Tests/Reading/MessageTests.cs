using ClientGen.Specs.Reading;

namespace ClientGen.Specs.Tests.Reading;

public sealed class MessageTests
{
    [Fact]
    public void A_long_name_is_cut_between_characters()
    {
        var name = new string('x', 59) + "😀😀";

        var finding = Assert.Single(Read.Json($$"""{"{{name}}":1,"{{name}}":2}""").Findings);

        Assert.StartsWith($"`{new string('x', 59)}…`", finding.Message);
    }

    [Fact]
    public void A_name_cannot_break_the_line_of_a_message() =>
        Assert.Contains("`a b`", Assert.Single(Read.Json("""{"a\nb":1,"a\nb":2}""").Findings).Message);

    [Theory]
    [InlineData("operation", "operatin")]
    [InlineData("OPERATION", "operatin")]
    [InlineData("channel", null)]
    public void The_nearest_name_is_suggested_if_it_is_near(string wanted, string? expected) =>
        Assert.Equal(expected, Suggestion.For(wanted, ["operatin", "operat", "server"]));

    [Fact]
    public void Pooled_words_are_the_words_that_were_asked_for()
    {
        var pool = new StringPool();
        for (var number = 0; number < 20_000; number++)
        {
            // A word and its beginning meet in one slot now and then.
            var word = $"word{number}";
            Assert.Equal(word, pool.Get(word, 0, word.Length));
            Assert.Equal(word[..5], pool.Get(word, 0, 5));
        }
    }

    [Fact]
    public void Every_rule_has_an_id_of_its_own_and_says_what_to_do()
    {
        Assert.Equal(ReadingRules.All.Count, ReadingRules.All.Select(static rule => rule.Id).Distinct().Count());
        Assert.All(ReadingRules.All, static rule =>
        {
            Assert.Matches("^CG91[0-9]{2}$", rule.Id);
            Assert.NotEmpty(rule.Title);
            Assert.EndsWith(".", rule.Help);
        });
    }
}
