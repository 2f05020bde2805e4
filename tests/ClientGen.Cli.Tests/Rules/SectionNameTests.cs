using ClientGen.Cli.Rules.Config;

namespace ClientGen.Cli.Tests.Rules;

public sealed class SectionNameTests
{
    [Theory]
    [InlineData("*", "a/b.cs", true)]
    [InlineData("*.cs", "b.cs", true)]
    [InlineData("*.cs", "a/b.cs", true)]
    [InlineData("*.cs", "a/b.csx", false)]
    [InlineData("*.{cs,vb}", "a/b.vb", true)]
    [InlineData("*.{cs,vb}", "a/b.fs", false)]
    [InlineData("**.cs", "a/c/b.cs", true)]
    [InlineData("**/*.cs", "b.cs", true)]
    [InlineData("/*.cs", "b.cs", true)]
    [InlineData("/*.cs", "a/b.cs", false)]
    [InlineData("a/*.cs", "a/b.cs", true)]
    [InlineData("a/*.cs", "a/c/b.cs", false)]
    [InlineData("a/**.cs", "a/c/b.cs", true)]
    [InlineData("**/Generated/*.cs", "x/Generated/b.cs", true)]
    [InlineData("**/Generated/*.cs", "Generated/b.cs", true)]
    [InlineData("?.cs", "b.cs", true)]
    [InlineData("?.cs", "bb.cs", false)]
    [InlineData("[ab].cs", "b.cs", true)]
    [InlineData("[!ab].cs", "b.cs", false)]
    [InlineData("v{1..3}.cs", "v2.cs", true)]
    [InlineData("v{1..3}.cs", "v4.cs", false)]
    [InlineData("{a,{b,c}}.cs", "c.cs", true)]
    [InlineData("*.c[s", "b.cs", false)]
    [InlineData("*.{cs", "b.cs", false)]
    [InlineData("a.b", "axb", false)]
    public void A_pattern_means_a_file_or_not(string section, string path, bool isMeant) => Assert.Equal(isMeant, SectionName.Matches(section, path));

    [Theory]
    [InlineData("*", true, false)]
    [InlineData("*.cs", true, true)]
    [InlineData("*.{cs,vb}", true, true)]
    [InlineData("src/**.cs", false, false)]
    [InlineData("*.Designer.cs", false, false)]
    public void A_pattern_means_every_csharp_file_or_not(string section, bool every, bool fits) =>
        Assert.Equal((every, fits), (SectionName.IsCSharp(section), SectionName.IsForCSharp(section)));
}
