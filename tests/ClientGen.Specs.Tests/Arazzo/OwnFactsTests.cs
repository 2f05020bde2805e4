using ClientGen.Specs.Arazzo;
using ClientGen.Specs.Model;

namespace ClientGen.Specs.Tests.Arazzo;

/// <summary>What the workflows of this repository make rules of.</summary>
public class OwnFactsTests
{
    private static readonly ProtocolFacts Facts = Bind();

    [Fact]
    public void Have_no_contradictions() => Assert.Empty(Facts.Findings);

    [Fact]
    public void Create_needs_a_check_with_both_answers_true()
    {
        var facts = FactsOf("createClickToCall");
        Assert.Contains("RequiresOperation(\"checkClickToCallSupport\")", facts);
        Assert.Contains("RequiresEvidence(\"checkClickToCallSupport\")", facts);
        Assert.Contains("StartsObligation(\"clickToCall\")", facts);
        Assert.Contains("NotRetryable()", facts);
        var support = Type<ObjectModel>("ClickToCallSupport");
        Assert.Equal(["EvidenceResult(\"checkClickToCallSupport\")"], Show(support.Facts));
        Assert.Equal(
            ["WebRTCSupported: EvidenceFlag(\"checkClickToCallSupport\", true)", "ClickToCallSupported: EvidenceFlag(\"checkClickToCallSupport\", true)"],
            support.Properties.SelectMany(static property => Show(property.Facts).Select(fact => $"{property.Name}: {fact}")));
    }

    [Fact]
    public void Poll_and_drop_need_a_created_call_and_nothing_of_each_other()
    {
        Assert.Equal(["RequiresOperation(\"createClickToCall\")"], FactsOf("getClickToCallEvents").Where(static fact => fact.StartsWith("Requires", StringComparison.Ordinal)));
        Assert.Equal(["RequiresOperation(\"createClickToCall\")"], FactsOf("dropClickToCall").Where(static fact => fact.StartsWith("Requires", StringComparison.Ordinal)));
        Assert.Contains("EndsObligation(\"clickToCall\")", FactsOf("dropClickToCall"));
    }

    [Fact]
    public void Send_needs_nothing() => Assert.DoesNotContain(FactsOf("send"), static fact => fact.StartsWith("Requires", StringComparison.Ordinal));

    [Fact]
    public void The_poll_ends_on_three_events_retries_three_times_and_renews_both_tokens()
    {
        var operation = Operation("getClickToCallEvents");
        Assert.Equal(
            ["QueueTimedOut.EventId == 168103", "CallFailed.EventId == 168105", "CallReleased.EventId == 168110"],
            operation.LongPoll!.Terminal.Select(static condition => ConditionTests.Show(condition.Expression)));
        Assert.Equal((60000, true, (int?)3, 1000), (operation.LongPoll.MinTimeoutMilliseconds, operation.LongPoll.Single, operation.LongPoll.RetryLimit, operation.LongPoll.RetryAfterMilliseconds));
        Assert.Equal([401, 403], operation.RenewOn);
        Assert.Superset(
            new HashSet<string> { "ProtocolOperation(\"getClickToCallEvents\")", "Poll(MinTimeoutMs=60000, Single=true)", "RetryBound(3, AfterMs=1000)", "RenewOn([401,403], [\"tokenByAkSk\",\"applyToken\"])" },
            FactsOf("getClickToCallEvents").ToHashSet());
    }

    [Fact]
    public void Three_event_codes_are_terminal() => Assert.Equal(
        ["168103", "168105", "168110"],
        Type<EnumModel>("ClickToCallEventId").Members.Where(static member => member.IsTerminal).Select(static member => member.Value));

    [Fact]
    public void The_result_code_decides_success() => Assert.Contains("SuccessWhen(\"ResultCode\", \"0\", EnumMember=\"Success\")", FactsOf("send"));

    [Fact]
    public void Commands_move_the_agent() => Assert.Contains("LifecycleMove(\"agent\", [\"wait\"], \"busy\")", FactsOf("answer"));

    [Theory]
    [InlineData("SidCommand", "Sid")]
    [InlineData("Invitation", "Sid")]
    [InlineData("HandOverInputs", "Sid")]
    public void Commands_take_the_id_of_a_call_from_its_event(string type, string member) => Assert.Equal(
        ["FromEvent(\"$message.payload#/data/sid\")"],
        Type<ObjectModel>(type).Properties.Where(property => property.Name == member).SelectMany(static property => Show(property.Facts)));

    [Fact]
    public void What_callers_choose_comes_from_no_event() => Assert.All(
        ["Invitation", "HandOverInputs"],
        type => Assert.Empty(Type<ObjectModel>(type).Properties.Single(static property => property.Name == "Newer").Facts));

    private static ProtocolFacts Bind()
    {
        var contracts = OwnContractsTests.Bound();
        return ProtocolFactBinder.Bind(contracts.All, TestContext.Current.CancellationToken);
    }

    private static OperationModel Operation(string id) =>
        Facts.Models.SelectMany(static model => model.Client?.Operations ?? default).Single(operation => operation.Id == id);

    private static List<string> FactsOf(string id) => Show(Operation(id).Facts);

    private static T Type<T>(string name)
        where T : TypeModel => Facts.Models.SelectMany(static model => model.Types).OfType<T>().Single(type => type.Name == name);

    private static List<string> Show(EquatableArray<ProtocolFact> facts) => [.. facts.Select(static fact => $"{fact.Attribute}({string.Join(", ", fact.Arguments)})")];
}
