using ClientGen.Cli.Diff;

namespace ClientGen.Cli.Tests.Diff;

/// <summary>Every kind of change, told of a contract that was changed in that one way.</summary>
public sealed class EveryKindTests
{
    private static readonly Dictionary<string, Edit> Edits = Edit.All.ToDictionary(static edit => edit.ToString());

    public static TheoryData<string> Names => [.. Edits.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task An_edit_is_told_with_its_impact_and_its_lines(string name)
    {
        var edit = Edits[name];
        var changes = await edit.ChangesAsync();
        var told = changes.Where(change => change.GetProperty("kind").GetString() == edit.Kind).ToList();
        Assert.True(told.Count > 0, $"{edit} was told as:\n{string.Join('\n', changes)}");
        Assert.All(told, change => Assert.Equal(edit.Wire.ToString().ToLowerInvariant(), change.GetProperty("wire").GetString()));
        // A contract that is new or gone has no line in the other version, nor has what follows from it.
        var isWhole = edit.Kind is "contract-added" or "contract-removed";
        Assert.All(
            changes,
            change => Assert.True(isWhole ? HasLine(change, "old") || HasLine(change, "new") : HasLine(change, "old") && HasLine(change, "new"), change.ToString()));
    }

    [Fact]
    public void Every_kind_has_an_edit_above()
    {
        var told = Edits.Values.Select(static edit => edit.Kind);
        var known = ContractDiff.Families.SelectMany(static family => family.Kinds).Select(static kind => kind.Id);
        Assert.Equal([], known.Except(told));
    }

    private static bool HasLine(System.Text.Json.JsonElement change, string side) =>
        change.GetProperty(side) is { ValueKind: System.Text.Json.JsonValueKind.Object } place && place.GetProperty("line").GetInt32() > 0;
}
