using System.Text.Json.Nodes;
using ContactCenter.Simulator.Journal;
using ContactCenter.Simulator.Scenarios;
using ContactCenter.Simulator.Tests.Support;
using ContactCenter.Simulator.Time;

namespace ContactCenter.Simulator.Tests.Rtc;

public sealed class CallbackTests
{
    [Fact]
    public async Task Fifty_records_travel_in_one_message()
    {
        await using var simulator = await Play.ScenarioAsync("merged-fee");
        await using var application = await Application.StartAsync(simulator);
        var session = (await application.CallVerifyAsync())["sessionId"];
        await simulator.UntilAsync(static entry => entry.Operation == "callFee");

        var fee = Assert.Single(application.Callbacks, static callback => callback.EventType == "fee");
        var records = JsonNode.Parse(fee.Body)!["feeLst"]!.AsArray();
        Assert.Equal(50, records.Count);
        Assert.Equal(50, records.Select(static record => record!["sessionId"]!.ToString()).Distinct().Count());
        Assert.Contains(records, record => record!["sessionId"]!.ToString() == session);
        Assert.Contains("callFee: fee, 50 records: 200", simulator.Lines());
        Assert.Empty(simulator.Violations);
    }

    [Fact]
    public async Task More_than_fifty_records_travel_in_several_messages()
    {
        await using var simulator = await Play.ScenarioAsync(new Scenario { Name = "many", Summary = "", Rtc = new() { OtherCallsEnding = 119 } });
        await using var application = await Application.StartAsync(simulator);
        await application.CallVerifyAsync();
        await simulator.UntilAsync(static entry => entry.Outcome.StartsWith("fee, 20 records", StringComparison.Ordinal));

        var sizes = application.Callbacks.Where(static callback => callback.Path == "/fee").Select(static callback => JsonNode.Parse(callback.Body)!["feeLst"]!.AsArray().Count);
        Assert.Equal([50, 50, 20], sizes);
    }

    [Fact]
    public async Task An_untaken_fee_is_sent_again_six_times_once_an_hour_and_then_kept()
    {
        await using var simulator = await Play.ScenarioAsync("verification-call");
        await using var application = await Application.StartAsync(simulator);
        application.Answer = static (callback, _) => callback.Path == "/fee" ? 503 : 200;
        await application.CallVerifyAsync();
        await simulator.UntilAsync(static entry => entry.Outcome.EndsWith("kept for sending by hand", StringComparison.Ordinal));

        Assert.Equal(7, application.EventTypes.Count(static type => type == "fee"));
        var times = simulator.Journal.Where(static entry => entry.Operation == "callFee").Select(static entry => entry.Time).ToArray();
        Assert.Equal(TimeSpan.FromHours(6), times[6] - times[0]);
        Assert.Single(application.Callbacks.Where(static callback => callback.Path == "/fee").Select(static callback => callback.Body).Distinct());
    }

    [Fact]
    public async Task A_fee_that_is_taken_at_the_third_try_is_sent_no_more()
    {
        await using var simulator = await Play.ScenarioAsync("verification-call");
        await using var application = await Application.StartAsync(simulator);
        var fees = 0;
        // 201 is a success for HTTP; only 200 counts here.
        application.Answer = (callback, _) => callback.Path != "/fee" ? 200 : ++fees switch { 1 => 500, 2 => 201, _ => 200 };
        await application.CallVerifyAsync();
        await simulator.UntilAsync(static entry => entry.Outcome.EndsWith("again (2 of 6): 200", StringComparison.Ordinal));
        await ((VirtualClock)simulator.Clock).AdvanceAsync(TimeSpan.FromHours(10));
        Assert.Equal(3, fees);
    }

    [Fact]
    public async Task An_untaken_status_is_never_sent_again()
    {
        await using var simulator = await Play.ScenarioAsync("verification-call");
        await using var application = await Application.StartAsync(simulator);
        application.Answer = static (callback, _) => callback.Path == "/status" ? 500 : 200;
        await application.CallVerifyAsync();
        await simulator.UntilAsync(static entry => entry.Operation == "callFee");
        Assert.Equal(["callout", "alerting", "answer", "disconnect", "fee"], application.EventTypes);
    }

    [Fact]
    public async Task With_one_url_for_both_the_fee_arrives_at_the_status_handler()
    {
        await using var simulator = await Play.ScenarioAsync("verification-call");
        await using var application = await Application.StartAsync(simulator);
        var body = application.Verification().Replace(Application.Base64(application.FeeUrl), Application.Base64(application.StatusUrl), StringComparison.Ordinal);
        await application.PostAsync("/rest/httpsessions/callVerify/v1.0", body);
        await simulator.UntilAsync(static entry => entry.Operation == "callFee");
        Assert.All(application.Callbacks, static callback => Assert.Equal("/status", callback.Path));
    }

    [Fact]
    public async Task A_preset_url_serves_where_the_request_names_none()
    {
        // The application needs the simulator's address, and the simulator the application's; so a second one presets it.
        await using var first = await SimulatorHost.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        await using var preset = await Application.StartAsync(first);
        await using var simulator = await SimulatorHost.StartAsync(
            new SimulatorOptions { PresetStatusUrl = new Uri(preset.StatusUrl) }, TestContext.Current.CancellationToken);
        await using var application = await Application.StartAsync(simulator);
        await application.PostAsync(
            "/rest/httpsessions/callVerify/v1.0",
            """{"displayNbr":"+8653159511234","calleeNbr":"+8613500000001","languageType":2,"preTone":"test.wav","verifyCode":"01"}""");
        await simulator.UntilAsync(static entry => entry.Outcome == "a record, told to nobody");
        Assert.Equal(["callout", "alerting", "answer", "disconnect"], preset.EventTypes);
    }

    [Fact]
    public async Task A_callback_is_repeated_word_for_word()
    {
        await using var simulator = await Play.ScenarioAsync("repeated-callback");
        await using var application = await Application.StartAsync(simulator);
        await application.CallVerifyAsync();
        await simulator.UntilAsync(static entry => entry.Outcome.StartsWith("fee, 1 record, repeated", StringComparison.Ordinal));

        Assert.Equal(["callout", "alerting", "answer", "answer", "disconnect", "fee", "fee"], application.EventTypes);
        Assert.Equal(application.Callbacks[2].Body, application.Callbacks[3].Body);
    }

    [Fact]
    public async Task A_callback_comes_late()
    {
        await using var simulator = await Play.ScenarioAsync("late-callback");
        await using var application = await Application.StartAsync(simulator);
        await application.CallVerifyAsync();
        await simulator.UntilAsync(static entry => entry.Operation == "callFee");

        Assert.Equal(["callout", "answer", "disconnect", "alerting", "fee"], application.EventTypes);
        // It tells when it happened, not when it was sent.
        Assert.Equal("2026-01-01 00:00:04", JsonNode.Parse(application.Callbacks[3].Body)!["statusInfo"]!["timestamp"]!.ToString());
    }

    [Fact]
    public async Task A_callback_breaks_off()
    {
        await using var simulator = await Play.ScenarioAsync("malformed-callback");
        await using var application = await Application.StartAsync(simulator);
        await application.CallVerifyAsync();
        await simulator.UntilAsync(static entry => entry.Operation == "callFee");

        Assert.ThrowsAny<System.Text.Json.JsonException>(() => application.Callbacks[1].EventType);
        simulator.AssertKeepsContracts();
    }

    [Fact]
    public async Task A_server_that_cannot_be_reached_is_noted_and_stops_nothing()
    {
        await using var simulator = await Play.ScenarioAsync("verification-call");
        string body;
        await using (var gone = await Application.StartAsync(simulator))
            body = gone.Verification();
        await using var application = await Application.StartAsync(simulator);
        await application.PostAsync("/rest/httpsessions/callVerify/v1.0", body);
        await simulator.UntilAsync(static entry => entry.Outcome.EndsWith("kept for sending by hand", StringComparison.Ordinal));
        Assert.Contains("callStatus: disconnect: not reached", simulator.Lines());
    }

    [Fact]
    public async Task A_receivers_wrong_answer_is_kept_as_a_violation()
    {
        await using var simulator = await Play.ScenarioAsync("verification-call");
        await using var application = await Application.StartAsync(simulator);
        application.AnswerBody = """{"resultcode":0}""";
        await application.CallVerifyAsync();
        await simulator.UntilAsync(static entry => entry.Operation == "callFee");

        Assert.Contains(simulator.Violations, static violation =>
            violation is { Side: ViolationSide.Receiver, Place: "answer#/resultcode", Message: "is number and must be string" });
    }

    [Fact]
    public async Task The_journal_holds_no_number_code_or_secret()
    {
        await using var simulator = await Play.ScenarioAsync("verification-call");
        await using var application = await Application.StartAsync(simulator);
        await application.CallVerifyAsync();
        await simulator.UntilAsync(static entry => entry.Operation == "callFee");

        var journal = string.Join('\n', simulator.Journal);
        foreach (var secret in new[] { "13500000001", "53159511234", "0123", "customerId123", Application.Secret, application.Url })
            Assert.DoesNotContain(secret, journal, StringComparison.Ordinal);
    }
}
