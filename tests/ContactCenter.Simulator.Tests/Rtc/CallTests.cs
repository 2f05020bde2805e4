using System.Net;
using System.Text.Json.Nodes;
using ContactCenter.Simulator.Contracts;
using ContactCenter.Simulator.Tests.Support;

namespace ContactCenter.Simulator.Tests.Rtc;

public sealed class CallTests
{
    [Fact]
    public async Task A_verification_call_reports_its_course_and_its_fee()
    {
        await using var simulator = await Play.ScenarioAsync("verification-call");
        await using var application = await Application.StartAsync(simulator);
        var accepted = await application.CallVerifyAsync();
        await simulator.UntilAsync(static entry => entry.Operation == "callFee");

        Assert.Equal("0", accepted["resultcode"]);
        Assert.Equal(["callout", "alerting", "answer", "disconnect", "fee"], application.EventTypes);
        var answer = JsonNode.Parse(application.Callbacks[2].Body)!["statusInfo"]!;
        Assert.Equal(accepted["sessionId"], answer["sessionId"]!.ToString());
        Assert.Equal(
            ("2026-01-01 00:00:08", "+8653159511234", "+8613500000001", "customerId123"),
            (answer["timestamp"]!.ToString(), answer["caller"]!.ToString(), answer["called"]!.ToString(), answer["userData"]!.ToString()));

        var fee = JsonNode.Parse(application.Callbacks[4].Body)!["feeLst"]![0]!.AsObject();
        Assert.Equal("001", fee["serviceType"]!.ToString());
        Assert.DoesNotContain(fee, static member => member.Key.StartsWith("fwd", StringComparison.Ordinal));
        Assert.Equal(("/status", "/fee"), (application.Callbacks[3].Path, application.Callbacks[4].Path));
        Assert.Empty(simulator.Violations);
    }

    [Fact]
    public async Task An_announcement_reports_all_five_kinds_and_the_digits_without_numbers()
    {
        await using var simulator = await Play.ScenarioAsync("voice-notification");
        await using var application = await Application.StartAsync(simulator);
        await application.NotifyAsync();
        await simulator.UntilAsync(static entry => entry.Operation == "callFee");

        Assert.Equal(["callout", "alerting", "answer", "collectInfo", "disconnect", "fee"], application.EventTypes);
        var collected = JsonNode.Parse(application.Callbacks[3].Body)!["statusInfo"]!.AsObject();
        Assert.Equal(["timestamp", "sessionId", "digitInfo"], collected.Select(static member => member.Key));
        Assert.Equal("1", JsonNode.Parse(application.Callbacks[5].Body)!["feeLst"]![0]!["dynIVRPath"]!.ToString());
        Assert.Empty(simulator.Violations);
    }

    [Fact]
    public async Task Digits_are_collected_only_where_an_announcement_asks()
    {
        await using var simulator = await Play.ScenarioAsync("voice-notification");
        await using var application = await Application.StartAsync(simulator);
        await application.NotifyAsync(digits: 0);
        await simulator.UntilAsync(static entry => entry.Operation == "callFee");
        Assert.DoesNotContain("collectInfo", application.EventTypes);
    }

    [Fact]
    public async Task A_connected_call_has_two_legs_a_party_and_a_recording()
    {
        await using var simulator = await SimulatorHost.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        await using var application = await Application.StartAsync(simulator);
        await application.Click2CallAsync(""","recordFlag":"true","partyTypeRequiredInDisconnect":"true" """);
        await simulator.UntilAsync(static entry => entry.Operation == "callFee");

        var disconnect = application.Callbacks.Single(static callback => callback.EventType == "disconnect");
        Assert.Equal("callee", JsonNode.Parse(disconnect.Body)!["statusInfo"]!["partyType"]!.ToString());
        var fee = JsonNode.Parse(application.Callbacks[^1].Body)!["feeLst"]![0]!;
        Assert.Equal(("002", "+8613500000002", "2026-01-01 00:00:20"), (fee["serviceType"]!.ToString(), fee["fwdDstNum"]!.ToString(), fee["fwdAnswerTime"]!.ToString()));

        var link = await application.GetAsync($"/rest/provision/voice/record/v1.0?fileName={fee["recordObjectName"]}&recordDomain={fee["recordDomain"]}");
        Assert.Equal(HttpStatusCode.Found, link.Status);
        Assert.StartsWith("https://recordings.example/", link.Headers["Location"], StringComparison.Ordinal);
        Assert.Equal("1010002", (await application.GetAsync("/rest/provision/voice/record/v1.0?fileName=other.wav&recordDomain=x"))["resultcode"]);
        Assert.Empty(simulator.Violations);
    }

    [Fact]
    public async Task The_number_of_free_ports_is_told_to_those_who_ask_with_a_text()
    {
        await using var simulator = await SimulatorHost.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        await using var application = await Application.StartAsync(simulator);
        Assert.Equal("100", (await application.CallVerifyAsync(""","returnIdlePort":"true" """))["idlePort"]);
        Assert.Null((await application.CallVerifyAsync())["idlePort"]);

        // A JSON truth value is refused; NSwag's server alone would not have noticed.
        var refused = await application.CallVerifyAsync(""","returnIdlePort":true""");
        Assert.Equal((HttpStatusCode.Forbidden, "1010002"), (refused.Status, refused["resultcode"]));
        Assert.StartsWith("body#/returnIdlePort is boolean and must be string", refused["resultdesc"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_is_stopped_on_order()
    {
        await using var simulator = await Play.ScenarioAsync("stopped-call");
        await using var application = await Application.StartAsync(simulator);
        var session = (await application.CallVerifyAsync())["sessionId"];
        await simulator.UntilAsync(static entry => entry.Outcome.StartsWith("answer", StringComparison.Ordinal));

        Assert.Equal("0", (await StopAsync())["resultcode"]);
        await simulator.UntilAsync(static entry => entry.Operation == "callFee");
        var end = JsonNode.Parse(application.Callbacks.Single(static callback => callback.EventType == "disconnect").Body)!["statusInfo"]!;
        Assert.Equal(8017, end["stateCode"]!.GetValue<int>());
        Assert.Equal("1010002", (await StopAsync())["resultcode"]);
        simulator.AssertKeepsContracts();

        Task<Reply> StopAsync() => application.PostAsync("/rest/httpsessions/callStop/v2.0", $$"""{"sessionid":"{{session}}","signal":"call_stop"}""");
    }

    [Fact]
    public async Task A_call_that_nobody_answers_lacks_the_answer()
    {
        await using var simulator = await Play.ScenarioAsync("no-answer");
        await using var application = await Application.StartAsync(simulator);
        await application.CallVerifyAsync();
        await simulator.UntilAsync(static entry => entry.Operation == "callFee");

        Assert.Equal(["callout", "alerting", "disconnect", "fee"], application.EventTypes);
        Assert.Equal(19, JsonNode.Parse(application.Callbacks[3].Body)!["feeLst"]![0]!["callOutUnaswRsn"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_request_is_refused_for_want_of_ports_and_works_later()
    {
        await using var simulator = await Play.ScenarioAsync("no-voice-ports");
        await using var application = await Application.StartAsync(simulator);
        var refused = await application.CallVerifyAsync();
        Assert.Equal((HttpStatusCode.InternalServerError, "1020154"), (refused.Status, refused["resultcode"]));
        Assert.Equal("0", (await application.CallVerifyAsync())["resultcode"]);
    }

    [Theory]
    [InlineData("\"verifyCode\":\"0123\"", "\"verifyCode\":\"012345678\"", "body#/verifyCode has 9 characters, at most 8 are allowed")]
    [InlineData("\"verifyCode\":\"0123\"", "\"verifyCode\":\"12a4\"", "body#/verifyCode does not match the pattern")]
    [InlineData("\"verifyCode\":\"0123\"", "\"verifyCode\":1234", "body#/verifyCode is number and must be string")]
    [InlineData(",\"verifyCode\":\"0123\"", "", "body#/verifyCode is required and missing")]
    [InlineData("\"languageType\":2", "\"languageType\":\"2\"", "body#/languageType is string and must be integer")]
    [InlineData("\"displayNbr\":\"+8653159511234\"", "\"displayNbr\":\"+86\"", "body#/displayNbr has 3 characters and needs at least 4")]
    [InlineData("\"userData\":\"customerId123\"", "\"times\":10", "body#/times is 10 and must be at most 9")]
    [InlineData("\"userData\":\"customerId123\"", "\"posTone\":\"\"", "body#/posTone has 0 characters and needs at least 1")]
    public async Task A_wrong_parameter_is_named_with_code_1010002(string right, string wrong, string expected)
    {
        await using var simulator = await SimulatorHost.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        await using var application = await Application.StartAsync(simulator);
        var body = application.Verification().Replace(right, wrong, StringComparison.Ordinal);
        Assert.NotEqual(application.Verification(), body);
        var reply = await application.PostAsync("/rest/httpsessions/callVerify/v1.0", body);

        Assert.Equal((HttpStatusCode.Forbidden, "1010002"), (reply.Status, reply["resultcode"]));
        Assert.StartsWith(expected, reply["resultdesc"], StringComparison.Ordinal);
        simulator.AssertKeepsContracts();
    }

    [Fact]
    public async Task A_callback_url_that_is_not_base64_of_a_url_is_refused()
    {
        await using var simulator = await SimulatorHost.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        await using var application = await Application.StartAsync(simulator);
        var plain = application.Verification().Replace(Application.Base64(application.StatusUrl), application.StatusUrl, StringComparison.Ordinal);
        Assert.StartsWith("body#/statusUrl is no Base64 text", (await application.PostAsync("/rest/httpsessions/callVerify/v1.0", plain))["resultdesc"], StringComparison.Ordinal);
    }

    [Fact]
    public void Every_operation_of_the_contract_is_called_above() =>
        Assert.Equal(
            ["callVerify", "click2Call", "callnotify", "callStop", "getRecordLink"],
            ContractCatalogue.All.Operations.Where(static operation => operation.System == SimulatedSystem.Rtc).Select(static operation => operation.Id));
}
