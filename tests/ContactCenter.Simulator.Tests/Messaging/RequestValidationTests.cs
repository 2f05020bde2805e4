using System.Net;
using System.Text;
using ContactCenter.Simulator.Journal;
using ContactCenter.Simulator.Tests.Support;

namespace ContactCenter.Simulator.Tests.Messaging;

/// <summary>Each row: a request that breaks the contract, and where it says so.</summary>
public sealed class RequestValidationTests
{
    private const string M = "/apiaccess/ccmessaging";
    private const string Send = """{"channel":"WEB","controlType":"CONNECT","from":"visitor-1","mediaType":"TEXT","sourceType":"CUSTOMER","to":"channel-1"}""";

    public static TheoryData<string, string, string?, string> Wrong => new()
    {
        // Required members.
        { "POST", $"{M}/send", Send.Replace("\"channel\":\"WEB\",", "", StringComparison.Ordinal), "body#/channel is required and missing" },
        { "POST", $"{M}/applyToken", "{}", "body#/userId is required and missing" },
        { "POST", $"{M}/send", "", "body is required and missing" },
        { "GET", $"{M}/v1/checkClickToCallSupport", null, "query channel is required and missing" },
        // Names are case-sensitive.
        { "GET", $"{M}/v1/checkClickToCallSupport?Channel=WEB", null, "query channel is required and missing" },
        { "GET", $"{M}/v1/checkClickToCallSupport?channel=WEB&channel=WEB", null, "query channel is given more than once" },
        // Types: a digit in a string is no number, and the other way round.
        { "POST", $"{M}/v1/createClickToCall", """{"channel":"WEB","mediaAbility":0}""", "body#/mediaAbility is number and must be string" },
        { "POST", $"{M}/v1/robot/feedbacksatisfaction", """{"feedback":"1","from":"v","interIdx":"1"}""", "body#/feedback is string and must be integer" },
        { "POST", $"{M}/queryHistoryChatMessage", """{"channelId":"c","userId":"v","limit":"ten","offset":"0"}""", "body#/limit is text that is no int32" },
        { "POST", $"{M}/send", "[]", "body# is array and must be object" },
        // Vocabulary.
        { "POST", $"{M}/v1/createClickToCall", """{"channel":"WEB","mediaAbility":"2"}""", "body#/mediaAbility is none of the documented values: \"0\", \"1\"" },
        { "GET", $"{M}/poll?receiverId=v&channel=web", null, "query channel is none of the documented values: \"WEB\"" },
        // Lengths and patterns.
        { "POST", $"{M}/send", Send.Replace("visitor-1", "visitor-that-signs-in-and-then-fails", StringComparison.Ordinal), "body#/from has 36 characters, at most 24 are allowed" },
        { "POST", $"{M}/applyToken", """{"userId":"","userName":"V","channelId":"c","locale":"zh"}""", "body#/userId has 0 characters and needs at least 1" },
        {
            "POST", $"{M}/saveSatisfaction", """{"channel":"WEB","userId":"v","channelConfigId":"c","evaluation":"5","comment":"","npsScore":"10"}""",
            "body#/npsScore does not match the pattern ^[0-9]$"
        },
        {
            "POST", "/apiaccess/rest/ccmessaging/omni/1/advanced", """{"bulkId":"b","destinations":[{"to":{"phoneNumber":"+86"}}],"whatsApp":{"latitude":91}}""",
            "body#/destinations/0/to/phoneNumber does not match the pattern ^[0-9]+$"
        },
        // Conditions and contents.
        { "POST", $"{M}/v1/robot/feedbacksatisfaction", """{"feedback":0,"from":"v","interIdx":"1"}""", "body#/feedbackContent is required and missing" },
        { "POST", $"{M}/uploadFileStream", """{"fileType":"jpg","fileStream":"no base64!","channel":"WEB"}""", "body#/fileStream is no Base64 text" },
        {
            "POST", $"{M}/send",
            Send.Replace("\"TEXT\"", "\"WEBCARD\",\"content\":\"{}\"", StringComparison.Ordinal), "body#/content/redirectUrl is required and missing"
        },
        // JSON.
        { "POST", $"{M}/send", "{\"channel\":", "body is no JSON text; it goes wrong in line 1, byte 12" },
        { "POST", $"{M}/v1/dropClickToCall", """{"channel":"WEB","channel":"WEB"}""", "body is no JSON text" },
        // Methods.
        { "GET", $"{M}/send", null, "request uses a method that the contract does not have here; it has POST" },
        { "PUT", $"{M}/applyToken", "{}", "request uses a method that the contract does not have here; it has POST" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_wrong_request_is_told_where_it_is_wrong(string method, string path, string? body, string expected)
    {
        await using var simulator = await SimulatorHost.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        using var customer = await Customer.SignedInAsync(simulator);
        var reply = await customer.SendAsync(new HttpMethod(method), path, body, customer.Credentials, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        Assert.Equal("0", reply["errorCode"]);
        Assert.StartsWith(expected, reply["exceptionInfo"], StringComparison.Ordinal);
        var violation = simulator.Violations[0];
        Assert.StartsWith(expected, $"{violation.Place} {violation.Message}", StringComparison.Ordinal);
        Assert.Equal(ViolationSide.Client, violation.Side);
    }

    [Theory]
    [InlineData("/apiaccess/ccmessaging/checkClickToCallSupport", "/apiaccess/ccmessaging/v1/checkClickToCallSupport")]
    [InlineData("/ccmessaging/v1/checkClickToCallSupport", "/apiaccess/ccmessaging/v1/checkClickToCallSupport")]
    [InlineData("/apiaccess/ccmessaging/getSatisfactionSurveyMode", "/apiaccess/ccmessaging/getsatisfactionsurveymode")]
    [InlineData("/apiaccess/ccmessaging/SEND", "/apiaccess/ccmessaging/send")]
    public async Task An_unknown_path_is_answered_with_404_and_the_nearest_route(string path, string nearest)
    {
        await using var simulator = await SimulatorHost.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        using var customer = new Customer(simulator);
        var reply = await customer.GetAsync(path, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, reply.Status);
        Assert.Contains($"{nearest}.", reply["exceptionInfo"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_media_type_breaks_the_contract()
    {
        await using var simulator = await SimulatorHost.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        using var customer = await Customer.SignedInAsync(simulator);
        var reply = await customer.SendAsync(HttpMethod.Post, $"{M}/send", null, request =>
        {
            customer.Credentials(request);
            request.Content = new StringContent(Send, Encoding.UTF8, "text/plain");
        }, TestContext.Current.CancellationToken);

        Assert.StartsWith("header Content-Type must be application/json", reply["exceptionInfo"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_is_too_large_or_too_deep_is_refused()
    {
        await using var simulator = await SimulatorHost.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        using var customer = await Customer.SignedInAsync(simulator);
        var large = await customer.PostAsync($"{M}/uploadFileStream", $$"""{"fileType":"jpg","fileStream":"{{new string('A', 9 * 1024 * 1024)}}","channel":"WEB"}""");
        Assert.StartsWith("body has more than 8388608 bytes", large["exceptionInfo"], StringComparison.Ordinal);

        var deep = await customer.PostAsync($"{M}/send", new string('[', 100_000));
        Assert.StartsWith("body is no JSON text", deep["exceptionInfo"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_violation_names_the_line_of_the_contract_and_repeats_no_personal_value()
    {
        await using var simulator = await SimulatorHost.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        using var customer = await Customer.SignedInAsync(simulator);
        await customer.PostAsync($"{M}/send", Send.Replace("visitor-1", "a-personal-name-of-more-than-24", StringComparison.Ordinal));

        var violation = Assert.Single(simulator.Violations);
        Assert.Matches(@"^cc-messaging\.openapi\.yaml\(\d+\)$", violation.Rule);
        Assert.DoesNotContain("a-personal-name", violation.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(simulator.Journal, static entry => entry.ToString().Contains("a-personal-name", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Several_faults_are_told_at_once()
    {
        await using var simulator = await SimulatorHost.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        using var customer = await Customer.SignedInAsync(simulator);
        var reply = await customer.PostAsync($"{M}/v1/createClickToCall", """{"channel":"PHONE"}""");

        Assert.Contains("body#/mediaAbility is required", reply["exceptionInfo"], StringComparison.Ordinal);
        Assert.Contains("body#/channel is none", reply["exceptionInfo"], StringComparison.Ordinal);
        Assert.Equal(2, simulator.Violations.Count);
    }
}
