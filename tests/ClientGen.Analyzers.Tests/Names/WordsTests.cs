using ClientGen.Analyzers.Names;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace ClientGen.Analyzers.Tests.Names;

/// <summary>A no must be certain, since nobody looks at the file again; a yes need not be.</summary>
public sealed class WordsTests
{
    private static string Rules => Docs.Repository.PathOf("generators", "ClientGen.Analyzers");

    [Fact]
    public void All_identifiers_and_literals_of_real_files_are_found()
    {
        var files = Directory.EnumerateFiles(Rules, "*.cs", SearchOption.AllDirectories).Where(static path => !path.Split(Path.DirectorySeparatorChar).Contains("obj")).ToList();
        Assert.True(files.Count > 100);
        foreach (var text in files.Select(File.ReadAllText))
        {
            var words = Words.Of(SourceText.From(text));
            foreach (var token in CSharpSyntaxTree.ParseText(text, cancellationToken: TestContext.Current.CancellationToken).GetRoot(TestContext.Current.CancellationToken).DescendantTokens())
            {
                if (token.IsKind(SyntaxKind.IdentifierToken))
                    Assert.True(words.MayHave(token.ValueText), token.ValueText);
                else if (TreeIndex.LiteralText(token) is { } literal && !literal.Any(char.IsControl))
                    Assert.True(words.MayHave(literal), literal);
            }
        }
    }

    [Theory]
    [InlineData("poll", "await client.poll();")]
    [InlineData("poll", "await client.@poll();")]
    [InlineData("poll", "await client.p\\u006fll();")]
    [InlineData("poll", "await client.po\u00adll();")]
    [InlineData("größe", "var größe = 1;")]
    [InlineData("168110", "id == 168110")]
    [InlineData("168110", "id == 168_110u")]
    [InlineData("168110", "id == 0x290AE")]
    [InlineData("5", "id == 0b101L")]
    [InlineData("call ended", "text == \"call ended\"")]
    [InlineData("call ended", "text == \"\\x63all ended\"")]
    [InlineData("fee", "text == @\"fee\"")]
    [InlineData("+", "text == \"+\"")]
    [InlineData("new", "text == \"new\"")]
    [InlineData("new", "Credentials c = new(key, secret);")]
    [InlineData("new", "Credentials c = new /* of a test */ (\n key);")]
    public void What_stands_in_a_text_is_found(string name, string text) => Assert.True(Words.Of(SourceText.From(text)).MayHave(name));

    [Theory]
    [InlineData("poll", "await client.pollAsync();")]
    [InlineData("poll", "await client.Poll();")]
    [InlineData("168110", "id == 1681100")]
    [InlineData("168110", "id == 16_8111")]
    [InlineData("call ended", "text == \"called\"")]
    [InlineData("new", "var orders = new();")]
    [InlineData("new", "var orders = new ( );")]
    [InlineData("new", "var orders = new Orders(1);")]
    [InlineData("new", "var orders = new[] { 1 };")]
    public void What_does_not_is_ruled_out(string name, string text) => Assert.False(Words.Of(SourceText.From(text)).MayHave(name));

    [Fact]
    public void A_name_may_stand_across_two_pieces_of_a_long_text()
    {
        for (var blanks = (16 * 1024) - 5; blanks < (16 * 1024) + 2; blanks++)
            Assert.True(Words.Of(SourceText.From(new string(' ', blanks) + "poll()")).MayHave("poll"));
    }

    [Fact]
    public void One_of_many_names_is_enough()
    {
        var words = Words.Of(SourceText.From("await client.Poll();"));

        Assert.True(words.MayHaveAny(new NameSet(["Send", "Poll"])));
        Assert.True(words.MayHaveAny(new NameSet(["Send", "+"])));
        Assert.False(words.MayHaveAny(new NameSet(["Send", "Drop"])));
        Assert.False(words.MayHaveAny(new NameSet([])));
    }
}
