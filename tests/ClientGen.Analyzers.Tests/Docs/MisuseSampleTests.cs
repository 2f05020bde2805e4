using System.Text.RegularExpressions;

namespace ClientGen.Analyzers.Tests.Docs;

/// <summary>tests/Misuse misuses every rule; build/checks/misuse.sh builds and mends it.</summary>
public sealed partial class MisuseSampleTests
{
    [Theory]
    [MemberData(nameof(KnownRule.CodeIds), MemberType = typeof(KnownRule))]
    public void A_rule_is_misused_once_where_its_fix_or_the_lack_of_one_is_shown(string id)
    {
        var hasFix = KnownRule.All.Single(rule => rule.Id == id).HasFix;

        var projects = Promises().Where(promise => promise.Id == id).Select(static promise => promise.Project).ToList();

        Assert.True(projects.Count == 1, $"tests/Misuse has {projects.Count} lines that end with \"// {id}\"; Directory.Build.props there tells how to add one.");
        Assert.True(projects[0].StartsWith(hasFix ? "Mended" : "Reported", StringComparison.Ordinal), $"{projects[0]} is no place for {id}: {(hasFix ? "a" : "no")} fix mends it.");
    }

    private static IEnumerable<(string Project, string Id)> Promises() =>
        from project in Directory.EnumerateDirectories(Repository.PathOf("tests", "Misuse"))
        from file in Directory.EnumerateFiles(project, "*.cs")
        from Match promise in Promise().Matches(File.ReadAllText(file))
        select (Path.GetFileName(project), promise.Groups["id"].Value);

    [GeneratedRegex("// (?<id>CG[0-9]{4})\r?$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Promise();
}
