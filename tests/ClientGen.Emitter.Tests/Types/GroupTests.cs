using ClientGen.Emitter.Types;
using ClientGen.Specs.Model;
using static ClientGen.Emitter.Tests.Types.Model;

namespace ClientGen.Emitter.Tests.Types;

public sealed class GroupTests
{
    private static ContractModel ManyGroups(int count) =>
        Contract([.. Enumerable.Range(0, count).Select(static i => Object($"{(char)('A' + (i % 26))}{i}", Optional("x", Text)))]);

    [Fact]
    public void Sixty_groups_are_sixty_files_and_more_are_divided_by_letter()
    {
        Assert.Equal(60, LiveTypes.Files(ManyGroups(60)).Count);
        Assert.Equal(26, LiveTypes.Files(ManyGroups(61)).Count);
        Assert.Contains(LiveTypes.Files(ManyGroups(61)), static file => file.HintName == "Types.Q.g.cs");
    }

    [Fact]
    public void However_strange_the_groups_there_are_less_than_a_hundred_files()
    {
        var contract = Contract([.. Enumerable.Range(0, 3000).Select(static i => Object("T" + i, Optional("x", Text)) with { Group = (char)i + "x" })]);
        Assert.True(LiveTypes.Files(contract).Count < 100);
    }

    [Fact]
    public void Groups_that_differ_in_case_or_strange_letters_only_share_a_file()
    {
        var files = LiveTypes.Files(Contract(
            Object("A", Optional("x", Text)) with { Group = "pet" }, Object("B", Optional("x", Text)) with { Group = "Pet" },
            Object("C", Optional("x", Text)) with { Group = "a/b" }, Object("D", Optional("x", Text)) with { Group = "a:b" },
            Object("E", Optional("x", Text)) with { Group = "" }));
        Assert.Equal(["Types.pet.g.cs", "Types.a_b.g.cs", "Types._.g.cs"], files.Select(static file => file.HintName));
    }

    [Fact]
    public void Every_type_is_printed_once_whatever_the_division()
    {
        foreach (var count in new[] { 59, 61, 200 })
            LiveTypes.Compile(ManyGroups(count)).ShouldCompile();
    }

    [Fact]
    public void Equal_contracts_give_equal_texts()
    {
        Assert.Equal(LiveTypes.Files(ManyGroups(70)), LiveTypes.Files(ManyGroups(70)));
        Assert.Equal(TypeEmitter.Groups(ManyGroups(70), "1"), TypeEmitter.Groups(ManyGroups(70), "1"));
    }

    [Fact]
    public void An_edit_changes_only_the_groups_that_depend_on_it()
    {
        TypeModel[] types = [Samples.Parcel, Samples.Speed, Samples.Size, Samples.Event, Samples.Moved, Samples.Delivered, Samples.Quiet, Samples.EventCode, Samples.Address with { Base = null }];
        var before = TypeEmitter.Groups(Contract(types), "1");
        types[8] = Object("Address", Optional("other", Text));
        Assert.Equal(["Address"], Changed());
        types[1] = Samples.Speed with { Documentation = "How fast." };
        Assert.Equal(["Parcel", "Speed", "Address"], Changed());

        IEnumerable<string> Changed() =>
            before.Zip(TypeEmitter.Groups(Contract(types), "1"), static (left, right) => (left, right)).Where(static pair => pair.left != pair.right).Select(static pair => pair.left.Name);
    }

    [Fact]
    public void A_group_alone_gives_the_text_it_has_among_all()
    {
        var contract = Contract(Samples.Parcel, Samples.Speed, Samples.Size);
        Assert.Equal(LiveTypes.Files(contract), TypeEmitter.Groups(contract, "1.2.3").Select(static group => TypeEmitter.EmitGroup(group, CancellationToken.None)));
    }

    [Fact]
    public void Cancellation_stops_the_printing() =>
        Assert.Throws<OperationCanceledException>(() => TypeEmitter.Emit(ManyGroups(3), "1", new CancellationToken(canceled: true)));
}
