using System.Text.RegularExpressions;

namespace ClientGen.Analyzers.Tests.Docs;

public sealed partial class ConfigurationPageTests
{
    [Fact]
    public void The_page_lists_the_options_that_there_are()
    {
        var read = OptionInCode().Matches(Repository.Read("generators", "ClientGen.Analyzers", "RuleOptions.cs")!);
        var told = OptionInTable().Matches(Repository.Read("docs", "configuration.md")!);

        Assert.NotEmpty(read);
        Assert.Equal(Names(read), Names(told));
    }

    private static IEnumerable<string> Names(MatchCollection matches) => matches.Select(static match => match.Groups[1].Value).Order(StringComparer.Ordinal);

    [GeneratedRegex("options, \"(clientgen_[a-z_]+)\"|options\\.TryGetValue\\(\"(?<1>clientgen_[a-z_]+)\"")]
    private static partial Regex OptionInCode();

    [GeneratedRegex(@"^\| `(clientgen_[a-z_]+)` \|", RegexOptions.Multiline)]
    private static partial Regex OptionInTable();
}
