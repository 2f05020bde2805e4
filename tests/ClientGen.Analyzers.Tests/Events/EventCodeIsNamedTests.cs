using System.Globalization;
using ClientGen.Analyzers.Tests.Kit;
using Microsoft.CodeAnalysis;

namespace ClientGen.Analyzers.Tests.Events;

public sealed class EventCodeIsNamedTests
{
    private static string Program(string body) => $$"""
        private const int Released = 168110;
        private const int Same = (int)ClickToCallEventId.CallReleased;
        private static readonly int[] Ends = [168103, 168105, 168110];
        private static readonly HashSet<int> Named = [(int)ClickToCallEventId.QueueTimedOut, (int)ClickToCallEventId.CallReleased];

        public void Handle(ClickToCallEventId? id, CallReleased released, CallEventType type, IncomingCall call, System.Text.Json.JsonElement json, System.Text.Json.Nodes.JsonNode node, OwnAnswer own, int number, string eventType, string text)
        {
            {{body}}
        }

        private bool _seen;

        private void Keep(bool seen) => _seen |= seen;

        public override string ToString() => $"{_seen} {Released} {Same} {Ends.Length} {Named.Count}";

        public sealed record OwnAnswer(int EventId, int Count, string Name)
        {
            [System.Text.Json.Serialization.JsonPropertyName("eventType")]
            public string Kind { get; init; } = "";

            public string EventType { get; init; } = "";
        }
        """;

    [Theory]
    [InlineData("Keep((int)id! == {|CG2006:168110|});")]
    [InlineData("Keep({|CG2006:168110|} == (int)released.EventId);")]
    [InlineData("Keep((int?)id != {|CG2006:168103|});")]
    [InlineData("Keep(id == {|CG2006:(ClickToCallEventId)168110|});")]
    [InlineData("Keep((int)id! == {|CG2006:Released|});")]
    [InlineData("const int over = 168110; Keep((int)id! == {|CG2006:over|});")]
    [InlineData("var code = (int)released.EventId; Keep(code == {|CG2006:168110|});")]
    [InlineData("var code = Convert.ToInt32(id); Keep(code.Equals({|CG2006:168110|}));")]
    [InlineData("Keep((int)id! is {|CG2006:168110|} or {|CG2006:168105|} or 7);")]
    [InlineData("switch ((int)id!.Value) { case {|CG2006:168110|}: Keep(true); break; case {|CG2006:168103|} or {|CG2006:168105|}: Keep(false); break; default: break; }")]
    [InlineData("Keep((int)id! switch { {|CG2006:168110|} => true, _ => false });")]
    [InlineData("Keep(Equals((int)id!, {|CG2006:168110|}));")]
    [InlineData("Keep(new[] { {|CG2006:168103|}, {|CG2006:168110|} }.Contains((int)id!));")]
    [InlineData("Keep({|CG2006:Ends|}.Contains((int)id!));")]
    [InlineData("""Keep(id.ToString() == {|CG2006:"CallReleased"|});""")]
    [InlineData("""Keep($"{id}" == {|CG2006:"CallReleased"|});""")]
    [InlineData("""Keep(id!.Value.ToWire() == {|CG2006:"168110"|});""")]
    [InlineData("""Keep(type.ToWire() == {|CG2006:"fee"|});""")]
    [InlineData("""Keep({|CG2006:"fee"|}.Equals(type.ToWire()));""")]
    [InlineData("""Keep(string.Equals(type.ToString(), {|CG2006:"Fee"|}, StringComparison.Ordinal));""")]
    [InlineData("""switch (type.ToWire()) { case {|CG2006:"fee"|}: Keep(true); break; case {|CG2006:"answer"|}: Keep(false); break; }""")]
    [InlineData("""Keep(call.Type == {|CG2006:"INCOMING_CALL"|});""")]
    [InlineData("Keep(call.Data.MsgType is { } code && (int)code == {|CG2006:50200|});")]
    [InlineData("Keep(call is { Data.MsgType: {|CG2006:(VideoControlCode)50200|} });")]
    [InlineData("""Keep(json.GetProperty("eventId").GetInt32() == {|CG2006:168110|});""")]
    [InlineData("""var code = json.GetProperty("eventId").GetInt32(); if (code == {|CG2006:168110|} || code == {|CG2006:168105|}) Keep(true);""")]
    [InlineData("""if (json.TryGetProperty("eventId", out var code) && code.GetInt32() == {|CG2006:168110|}) Keep(true);""")]
    [InlineData("""if (json.TryGetProperty("eventId", out var code) && code.TryGetInt32(out var value) && value == {|CG2006:Released|}) Keep(true);""")]
    [InlineData("""Keep(json.GetProperty("eventType").GetString() == {|CG2006:"fee"|});""")]
    [InlineData("""Keep(json.GetProperty("eventType").ValueEquals({|CG2006:"fee"|}));""")]
    [InlineData("""Keep(json.GetProperty("type").GetString() is {|CG2006:"INCOMING_CALL"|} or {|CG2006:"SNAPSHOT"|});""")]
    [InlineData("""Keep((int?)node["eventId"] == {|CG2006:168110|});""")]
    [InlineData("""Keep(node["eventId"]!.GetValue<int>() == {|CG2006:168110|});""")]
    [InlineData("""Keep(node["eventType"]?.GetValue<string>() == {|CG2006:"fee"|});""")]
    [InlineData("Keep(own.EventId == {|CG2006:168110|});")]
    [InlineData("Keep(own is { EventId: {|CG2006:168110|} });")]
    [InlineData("""Keep(own.Kind == {|CG2006:"fee"|});""")]
    [InlineData("""switch (eventType) { case {|CG2006:"fee"|}: Keep(true); break; case {|CG2006:"answer"|}: Keep(false); break; }""")]
    [InlineData("""if (eventType == {|CG2006:"fee"|}) Keep(true); else if (eventType == {|CG2006:"answer"|}) Keep(false);""")]
    public Task A_code_without_its_name_is_reported(string body) => Check.Members(Program(body));

    [Theory]
    [InlineData("Keep(id == ClickToCallEventId.CallReleased);")]
    [InlineData("Keep((int)id! == (int)ClickToCallEventId.CallReleased);")]
    [InlineData("Keep((int)id! == Same);")]
    [InlineData("const int over = (int)ClickToCallEventId.CallReleased; Keep((int)id! == over);")]
    [InlineData("Keep(Named.Contains((int)id!));")]
    [InlineData("Keep((int)id! == number);")]
    [InlineData("Keep((int)id! == 168199);")]
    [InlineData("Keep((int)id! >= 168110);")]
    [InlineData("Keep((int)id! > 0);")]
    [InlineData("Keep(number == 168110);")]
    [InlineData("Keep(number == Released);")]
    [InlineData("Keep(own.Count == 168110);")]
    [InlineData("switch (number) { case 168110: Keep(true); break; case 168103: Keep(false); break; }")]
    [InlineData("Keep(new[] { 168103, 168110 }.Contains(number));")]
    [InlineData("Keep(Ends.Contains(number));")]
    [InlineData("var codes = new Dictionary<int, string> { [168110] = \"over\" }; Keep(codes.Count == 1);")]
    [InlineData("number = 168110; Keep(number > 3);")]
    [InlineData("Console.WriteLine((int)id!); Keep(true);")]
    [InlineData("Console.WriteLine(168110);")]
    [InlineData("""Keep(text == "fee");""")]
    [InlineData("""Keep(text is "INCOMING_CALL" or "SNAPSHOT");""")]
    [InlineData("""Keep(own.Name == "fee");""")]
    [InlineData("""Keep(own.EventType == "fee");""")]
    [InlineData("""Keep(eventType == "answer");""")]
    [InlineData("""Keep(eventType == "created" || eventType == "deleted");""")]
    [InlineData("""Keep(json.GetProperty("eventId").GetInt32() == 7);""")]
    [InlineData("""Keep(json.GetProperty("orderId").GetInt32() == 168110);""")]
    [InlineData("""Keep(json.GetProperty("eventType").GetString() == "created");""")]
    [InlineData("""Keep(json.GetProperty("answer").GetString() == "fee");""")]
    [InlineData("""Keep(json.GetProperty("resultCode").GetString() == "0");""")]
    [InlineData("""Keep(json.GetProperty("code").GetInt32() == 16);""")]
    [InlineData("Keep(json.GetProperty(\"eventId\").GetInt32() == (int)ClickToCallEventId.CallReleased);")]
    [InlineData("Keep(type.ToWire() == CallEventType.Fee.ToWire());")]
    [InlineData("Keep(type.ToString() == nameof(CallEventType.Fee));")]
    [InlineData("""Keep(type.ToWire() == text);""")]
    [InlineData("""Keep(type.ToString() == "fee ");""")]
    [InlineData("""Keep(type.ToWire().StartsWith("fee", StringComparison.Ordinal));""")]
    [InlineData("""Keep(type.IsKnown() && Console.ReadLine() == "fee");""")]
    [InlineData("""Keep(call.Data.Sid == "INCOMING_CALL");""")]
    [InlineData("""Keep(text.Contains("168110"));""")]
    [InlineData("Keep((int)System.Net.HttpStatusCode.OK == 168110);")]
    [InlineData("""Keep(id is ClickToCallEventId.CallReleased or ClickToCallEventId.CallFailed);""")]
    [InlineData("""Keep(id is not (ClickToCallEventId.CallReleased or null));""")]
    [InlineData("""switch (id) { case ClickToCallEventId.CallReleased: Keep(true); break; default: Keep(false); break; }""")]
    [InlineData("""var over = new[] { ClickToCallEventId.CallReleased, ClickToCallEventId.CallFailed }; Keep(over.Contains(id!.Value));""")]
    [InlineData("""Keep(Enum.IsDefined(id!.Value));""")]
    [InlineData("""Keep(id!.Value.ToString().Length == 12);""")]
    [InlineData("""var price = 168110; var total = price * 2; Keep(total == 336220);""")]
    [InlineData("""var when = new TimeSpan(168110); Keep(when.Ticks == 168110);""")]
    [InlineData("""foreach (var each in new[] { 1, 2, 168110 }) Keep(each == 168110);""")]
    [InlineData("""Keep(text.Length == 168110);""")]
    [InlineData("""Keep(string.Equals(text, "fee", StringComparison.Ordinal));""")]
    [InlineData("""var name = "fee"; Keep(name == text);""")]
    [InlineData("""Keep(new HashSet<string> { "fee", "tax" }.Contains(text));""")]
    [InlineData("""Keep(text switch { "fee" => true, _ => false });""")]
    [InlineData("""Keep(json.GetProperty("price").GetInt32() == 168110);""")]
    [InlineData("""Keep(json.GetProperty("status").GetString() == "answer");""")]
    [InlineData("""Keep(json.GetProperty("eventId").ValueKind == System.Text.Json.JsonValueKind.Number);""")]
    [InlineData("""Keep(json.GetArrayLength() == 168110);""")]
    [InlineData("""Keep(own.Count > 168110 && own.Name != "fee");""")]
    [InlineData("""Keep(node["amount"]?.GetValue<int>() == 168110);""")]
    public Task Names_and_numbers_of_other_things_are_fine(string body) => Check.Members(Program(body));

    // Numbers and texts that are no code of the contract, compared in all the ways that the codes above are.
    public static TheoryData<string> Others()
    {
        string[] numbers = ["number", "own.Count", "text.Length", "json.GetArrayLength()", "DateTime.Now.Year", "((int)System.Net.HttpStatusCode.OK)", """node["amount"]!.GetValue<int>()""", """json.GetProperty("orderId").GetInt32()"""];
        string[] ofNumbers = ["{0} == 168110", "168110 != {0}", "{0} is 168110 or 168105", "{0}.Equals(168110)", "{0} switch {{ 168110 => true, _ => false }}", "new[] {{ 168103, 168110 }}.Contains({0})", "Ends.Contains({0})", "{0} == Released"];
        string[] texts = ["text", "own.Name", "Environment.MachineName", """node["status"]!.GetValue<string>()""", """json.GetProperty("status").GetString()"""];
        string[] ofTexts = ["""{0} == "fee" """, """ "answer" != {0}""", """{0} is "fee" or "answer" """, """string.Equals({0}, "fee", StringComparison.Ordinal)""", """{0} switch {{ "fee" => true, "answer" => false, _ => false }}""", """new[] {{ "fee", "answer" }}.Contains({0})"""];
        return [.. numbers.SelectMany(value => ofNumbers.Select(shape => string.Format(CultureInfo.InvariantCulture, shape, value))),
            .. texts.SelectMany(value => ofTexts.Select(shape => string.Format(CultureInfo.InvariantCulture, shape, value)))];
    }

    [Theory]
    [MemberData(nameof(Others))]
    public Task What_is_no_code_may_look_like_one(string comparison) => Check.Members(Program($"Keep({comparison});"));

    [Fact]
    public async Task What_is_read_from_JSON_weighs_less_than_a_generated_member()
    {
        var found = await RuleRun.DiagnosticsAsync(RuleRun.Compile(Check.Class("""
            public bool Generated(CallReleased e) => (int)e.EventId == 168110;
            public bool Json(System.Text.Json.JsonElement json) => json.GetProperty("type").GetString() == "SNAPSHOT";
            """)));

        Assert.Equal([DiagnosticSeverity.Warning, DiagnosticSeverity.Info], found.Select(static each => each.Severity));
        Assert.Equal(
            ["168110 is what the contract calls ClickToCallEventId.CallReleased. Ask for the member instead.", "\"SNAPSHOT\" is what the contract calls SnapshotTaken. Ask for the type instead."],
            found.Select(static each => each.GetMessage()));
    }

    [Fact]
    public Task Constants_may_stand_in_another_file() => Check.Files(["""
        public static class EventCodes
        {
            public const int Released = 168110;
            public static int Failed => 168105;
        }
        """, """
        using ContactCenter.Messaging;

        public static class Reader
        {
            public static bool IsOver(ClickToCallEventId id) => (int)id == {|CG2006:EventCodes.Released|} || (int)id == {|CG2006:EventCodes.Failed|};
        }
        """]);
}
