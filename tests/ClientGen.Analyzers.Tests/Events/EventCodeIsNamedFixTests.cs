using ClientGen.Analyzers.Tests.Kit;

namespace ClientGen.Analyzers.Tests.Events;

public sealed class EventCodeIsNamedFixTests
{
    private static string Program(string expression) => $$"""
        private const int Released = 168110;

        public bool Ask(ClickToCallEventId? id, CallReleased released, CallEventType type, System.Text.Json.JsonElement json) =>
            {{expression}};

        public override string ToString() => $"{Released}";
        """;

    [Theory]
    [InlineData("(int)id! == {|CG2006:168110|}", "id == ClickToCallEventId.CallReleased")]
    [InlineData("{|CG2006:168110|} == (int)released.EventId", "ClickToCallEventId.CallReleased == released.EventId")]
    [InlineData("(int)id! != {|CG2006:168110|} && (int)id != {|CG2006:168105|}", "id != ClickToCallEventId.CallReleased && id != ClickToCallEventId.CallFailed")]
    [InlineData("id == {|CG2006:(ClickToCallEventId)168110|}", "id == ClickToCallEventId.CallReleased")]
    [InlineData("(int)id! == {|CG2006:Released|}", "id == ClickToCallEventId.CallReleased")]
    [InlineData("(int)id! is {|CG2006:168110|} or {|CG2006:168105|}", "(int)id! is (int)ClickToCallEventId.CallReleased or (int)ClickToCallEventId.CallFailed")]
    [InlineData("(int)id! switch { {|CG2006:168110|} => true, _ => false }", "(int)id! switch { (int)ClickToCallEventId.CallReleased => true, _ => false }")]
    [InlineData("new[] { {|CG2006:168103|}, {|CG2006:168110|} }.Contains((int)id!)", "new[] { (int)ClickToCallEventId.QueueTimedOut, (int)ClickToCallEventId.CallReleased }.Contains((int)id!)")]
    [InlineData("""json.GetProperty("eventId").GetInt32() == {|CG2006:168110|}""", """json.GetProperty("eventId").GetInt32() == (int)ClickToCallEventId.CallReleased""")]
    [InlineData("""type.ToWire() == {|CG2006:"fee"|}""", "type == CallEventType.Fee")]
    [InlineData("""id.ToString() == {|CG2006:"CallReleased"|}""", "id == ClickToCallEventId.CallReleased")]
    [InlineData("""id.ToString() is {|CG2006:"CallReleased"|}""", "id.ToString() is nameof(ClickToCallEventId.CallReleased)")]
    [InlineData("""json.GetProperty("eventType").GetString() == {|CG2006:"fee"|}""", """json.GetProperty("eventType").GetString() == CallEventType.Fee.ToWire()""")]
    [InlineData("""json.GetProperty("eventType").ValueEquals({|CG2006:"fee"|})""", """json.GetProperty("eventType").ValueEquals(CallEventType.Fee.ToWire())""")]
    public Task The_name_takes_the_place_of_the_code(string before, string after) => CheckFix.Members(Program(before), Program(after));

    [Theory]
    [InlineData("""type.ToWire() is {|CG2006:"fee"|}""")]
    [InlineData("""json.GetProperty("type").GetString() == {|CG2006:"SNAPSHOT"|}""")]
    public Task Where_no_name_can_stand_it_is_left_to_people(string expression) => CheckFix.IsNotOffered(Check.Class(Program(expression)));
}
