namespace ClientGen.Cli.Tests.Diff;

/// <summary>A C# member that a change names is one that people find: the generator declares it before or after the change.</summary>
public sealed class MembersExistTests
{
    private static readonly Dictionary<string, Edit> Edits = Edit.All.ToDictionary(static edit => edit.ToString());

    public static TheoryData<string> Names => [.. Edits.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_member_that_is_named_is_declared(string name)
    {
        var edit = Edits[name];
        var declared = (await DeclaredMembers.OfAsync(edit.Old)).Union(await DeclaredMembers.OfAsync(edit.New)).ToHashSet(StringComparer.Ordinal);
        var named = (await edit.ChangesAsync()).SelectMany(static change => change.GetProperty("members").EnumerateArray()).Select(static member => member.GetString()!);
        Assert.Equal([], named.Distinct().Where(member => !declared.Contains(member)));
    }

    [Theory]
    [InlineData("optional-parameter-added", "LibraryClient.GetBookAsync(lang)")]
    [InlineData("property-became-write-only", "Book.Pages")]
    [InlineData("enum-value-removed", "NewBookKind.Comic")]
    [InlineData("server-removed", "LibraryClient.Servers.Server2")]
    [InlineData("prerequisite-added", "HarbourClient.MoorShipAsync")]
    [InlineData("state-removed", "MooringState.Waiting")]
    public async Task Members_are_named(string kind, string member)
    {
        var edit = Edit.All.First(edit => edit.Kind == kind);
        var told = (await edit.ChangesAsync()).Where(change => change.GetProperty("kind").GetString() == kind);
        Assert.Contains(member, told.SelectMany(static change => change.GetProperty("members").EnumerateArray()).Select(static found => found.GetString()));
    }
}
