using ClientGen.Specs.Model;
using ClientGen.Specs.Tests.Schemas;

namespace ClientGen.Specs.Tests.Facts;

/// <summary>What is known of video signalling appears in its contract. The tables were typed from the fact sheet, not from the contract.</summary>
public sealed class VideoFacts
{
    private static readonly Contract Bound = Contract.Ours("video-signalling.asyncapi.yaml");
    private static readonly WireModel Wire = new(Bound);

    [Theory]
    [InlineData("state", "")]
    [InlineData("rest", "")]
    [InlineData("back", "")]
    [InlineData("answer", "sid")]
    [InlineData("refuse", "sid")]
    [InlineData("hangUp", "sid")]
    [InlineData("snapshot", "type?")]
    [InlineData("reconnect", "")]
    [InlineData("askChangePerson", "sid newer")]
    [InlineData("cancelChangePerson", "sid newer")]
    [InlineData("acceptChangePerson", "sid")]
    [InlineData("refuseChangePerson", "sid")]
    [InlineData("askAddPerson", "sid newer")]
    [InlineData("cancelAddPerson", "sid newer")]
    [InlineData("removeAddPerson", "sid newer")]
    [InlineData("acceptAddPerson", "sid")]
    [InlineData("refuseAddPerson", "sid")]
    [InlineData("quitAddPerson", "sid")]
    public void Command(string id, string members)
    {
        var body = Bound.Operation(id).Body?.Type;
        var sent = body is null ? [] : Assert.IsType<ObjectModel>(Bound.Type(body.Name!)).Properties.Select(static member => member.JsonName + (member.Required ? "" : "?"));
        Assert.Equal(members, string.Join(" ", sent));
    }

    [Fact]
    public void There_are_no_other_commands() => Assert.Equal(18, Bound.Client.Operations.Count);

    // T23: the code's constant and the table's name are both accepted.
    [Fact]
    public void Events_are_those_of_the_table()
    {
        var stream = Assert.Single(Bound.Client.Streams);
        var union = Assert.IsType<UnionModel>(Bound.Type(stream.Event.Name!));
        Assert.Equal("type", union.TagName);
        Assert.Equal(
            new[] { "ADD_CALL", "EXCHANGE_CALL", "EXE_ERROR", "EXE_EVENT", "HTTP_BACK", "INCOMING_CALL", "INCOMING_CALL_HANGUP", "RECOVERY_CALL", "SNAPSHOT", "STATE_CHANGE", "VIDEOTAPE" },
            union.Cases.SelectMany(static place => place.Tags).Select(static tag => tag.Trim('"')).Order(StringComparer.Ordinal));
    }

    // T24: five of these codes have no event.
    [Theory]
    [InlineData("20100 20101 20102 20103 20200 20201 20202 20203 20204 30000 30017 30019 30025 50200 50201 50202 50203 50204", "VideoControlCode")]
    [InlineData("100025 200001 200002 300001 300002 300003 400001 400002 400003 400004 400005 400006 500001", "HttpBackCode")]
    // T25: `leave`, not `rest`.
    [InlineData("disconnected ready leave wait busy", "AgentState")]
    [InlineData("pusher player", "SnapshotStream")]
    public void Codes_and_states(string values, string name) =>
        Assert.Equal(values, string.Join(" ", Assert.IsType<EnumModel>(Bound.Type(name)).Members.Select(static member => member.Value)));

    [Theory]
    [InlineData("IncomingCall", "data.sid", true)]
    [InlineData("RecoveryCall", "data.sid", true)]
    [InlineData("ExchangeCall", "data.sid", true)]
    // ASSUMED there, so it may be missing.
    [InlineData("AddCall", "data.sid", false)]
    [InlineData("StateChange", "data.state", true)]
    [InlineData("IncomingCall", "data.msgType", false)]
    [InlineData("HttpBack", "data.code", false)]
    public void Data_of_events(string record, string path, bool required) =>
        Assert.Equal(required, Wire.Member(new TypeRef(TypeKind.Named, record), path).Required);

    // T25: the double slash is part of the path.
    [Fact]
    public void Three_servers_with_their_paths() => Assert.Equal(
        ["https://{host}/zzlp01//push-client", "https://{host}/zzlp01/rtv", "https://{host}/zzlp01/dispatch"], Bound.Client.Servers.Select(static server => server.Url));

    [Theory]
    [InlineData("rest", "ready", "leave")]
    [InlineData("back", "leave", "ready")]
    [InlineData("answer", "wait", "busy")]
    [InlineData("refuse", "wait", "ready")]
    [InlineData("hangUp", "busy", "ready")]
    public void Moves(string on, string from, string to)
    {
        var machine = Assert.Single(Bound.Model.Lifecycles);
        Assert.Contains(machine.Moves, move => move.On == on && move.From.SequenceEqual([from]) && move.To == to);
    }

    [Fact]
    public void Nothing_is_wrong_with_it() => Assert.Empty(Bound.Findings);
}
