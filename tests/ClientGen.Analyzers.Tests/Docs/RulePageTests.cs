using ClientGen.Analyzers.Tests.Kit;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ClientGen.Analyzers.Tests.Docs;

public sealed class RulePageTests
{
    [Theory]
    [MemberData(nameof(KnownRule.CodeIds), MemberType = typeof(KnownRule))]
    public void A_rule_has_a_page_a_link_to_it_and_a_row_among_the_releases(string id)
    {
        var rule = KnownRule.Descriptors.Single(found => found.Id == id);

        Assert.Equal($"# {id}: {rule.Title}", RulePage.Read(id).Heading);
        Assert.Equal($"https://github.com/clientgen/clientgen/blob/main/docs/rules/{id}.md", rule.HelpLinkUri);
        var releases = string.Concat(((string[])["Shipped", "Unshipped"]).Select(static file => Repository.Read("generators", "ClientGen.Analyzers", $"AnalyzerReleases.{file}.md")));
        Assert.Contains($"\n{id} | {rule.Category} | {rule.DefaultSeverity} | ", releases);
    }

    [Theory]
    [MemberData(nameof(KnownRule.CodeIds), MemberType = typeof(KnownRule))]
    public async Task What_violates_is_reported_by_this_rule_alone(string id)
    {
        var found = await RuleRun.DiagnosticsAsync(RuleRun.Compile(Program(RulePage.Read(id).Violating!)));

        Assert.True(found.Count > 0, "Nothing is reported.");
        Assert.All(found, diagnostic => Assert.True(diagnostic.Id == id, diagnostic.ToString()));
    }

    [Theory]
    [MemberData(nameof(KnownRule.CodeIds), MemberType = typeof(KnownRule))]
    public async Task What_does_not_violate_is_left_alone_by_all_rules(string id) =>
        Assert.Empty(await RuleRun.DiagnosticsAsync(RuleRun.Compile(Program(RulePage.Read(id).Conforming!))));

    // An example is a whole file, members of a class that has clients, or the body of a method of such a class.
    private static string Program(string example)
    {
        var root = CSharpSyntaxTree.ParseText(example).GetCompilationUnitRoot();
        if (root.Usings.Count > 0 || root.Members.All(static member => member is BaseTypeDeclarationSyntax or BaseNamespaceDeclarationSyntax))
            return example;
        return root.Members.Any(static member => member is GlobalStatementSyntax { Statement: not LocalFunctionStatementSyntax })
            ? Check.Method(example)
            : Check.Class(example);
    }
}
