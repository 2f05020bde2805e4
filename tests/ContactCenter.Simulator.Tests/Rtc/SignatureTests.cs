using System.Net;
using ContactCenter.Simulator.Tests.Support;

namespace ContactCenter.Simulator.Tests.Rtc;

public sealed class SignatureTests
{
    /// <summary>Authorization, X-AKSK, and the status and code that the reference gives for the fault.</summary>
    public static TheoryData<string?, string?, HttpStatusCode, string> Faults => new()
    {
        { null, Application.Token(), HttpStatusCode.BadRequest, "1023006" },
        { "AKSK profile=\"UsernameToken\",type=\"Appkey\"", Application.Token(), HttpStatusCode.BadRequest, "1023007" },
        { "AKSK realm=\"SDP\",type=\"Appkey\"", Application.Token(), HttpStatusCode.BadRequest, "1023008" },
        { "AKSK realm=\"X\",profile=\"UsernameToken\",type=\"Appkey\"", Application.Token(), HttpStatusCode.BadRequest, "1023009" },
        { "AKSK realm=\"SDP\",profile=\"X\",type=\"Appkey\"", Application.Token(), HttpStatusCode.BadRequest, "1023010" },
        { "AKSK realm=\"SDP\",profile=\"UsernameToken\",type=\"X\"", Application.Token(), HttpStatusCode.BadRequest, "1023011" },
        { "AKSK realm=\"SDP\",profile=\"UsernameToken\"", Application.Token(), HttpStatusCode.BadRequest, "1023012" },
        { Application.Authorization, null, HttpStatusCode.BadRequest, "1023033" },
        { Application.Authorization, "UsernameToken Nonce=\"a\",Created=\"b\"", HttpStatusCode.BadRequest, "1023034" },
        { Application.Authorization, "UsernameToken Username=\"a\",Created=\"b\"", HttpStatusCode.BadRequest, "1023035" },
        { Application.Authorization, "UsernameToken Username=\"a\",Nonce=\"b\"", HttpStatusCode.BadRequest, "1023036" },
        { Application.Authorization, Application.Token(key: "unknown"), HttpStatusCode.Forbidden, "1010003" },
        { Application.Authorization, Application.Token(secret: "wrong"), HttpStatusCode.Forbidden, "1010002" },
        { Application.Authorization, Application.Token(nonce: "not-allowed"), HttpStatusCode.Forbidden, "1010002" },
        { Application.Authorization, Application.Token(created: "2026-01-01T00:00:00.000Z"), HttpStatusCode.Forbidden, "1010002" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_faulty_signature_is_told_by_its_code(string? authorization, string? xAksk, HttpStatusCode status, string code)
    {
        await using var simulator = await SimulatorHost.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        await using var application = await Application.StartAsync(simulator);
        var reply = await application.SendAsync(HttpMethod.Post, "/rest/httpsessions/callVerify/v1.0", application.Verification(), authorization, xAksk);

        Assert.Equal((status, code), (reply.Status, reply["resultcode"]));
        simulator.AssertKeepsContracts();
    }

    [Fact]
    public async Task A_time_outside_the_limit_is_refused_where_the_limit_is_set()
    {
        await using var simulator = await SimulatorHost.StartAsync(
            new SimulatorOptions { SignatureSkew = TimeSpan.FromMinutes(5) }, TestContext.Current.CancellationToken);
        await using var application = await Application.StartAsync(simulator);

        Assert.Equal("0", (await SignedAt("2026-01-01T00:05:00Z"))["resultcode"]);
        Assert.Equal("1010013", (await SignedAt("2026-01-01T00:15:01Z"))["resultcode"]);

        Task<Reply> SignedAt(string created) => application.SendAsync(
            HttpMethod.Post, "/rest/httpsessions/callVerify/v1.0",
            """{"displayNbr":"+8653159511234","calleeNbr":"+8613500000001","languageType":2,"preTone":"test.wav","verifyCode":"01"}""",
            Application.Authorization, Application.Token(created: created));
    }

    [Theory]
    [InlineData("verification-call", "")]
    [InlineData("callback-digest-2026", "\n")]
    public async Task Callbacks_are_signed_over_url_nonce_and_time(string scenario, string separator)
    {
        await using var simulator = await Play.ScenarioAsync(scenario);
        await using var application = await Application.StartAsync(simulator);
        await application.CallVerifyAsync();
        await simulator.UntilAsync(static entry => entry.Operation == "callFee");

        Assert.All(application.Callbacks, callback =>
        {
            Assert.Equal(Application.Authorization, callback.Authorization);
            var parts = callback.XAksk.Split('"');
            var (username, digest, nonce, created) = (parts[1], parts[3], parts[5], parts[7]);
            Assert.Equal(Application.Key, username);
            Assert.Equal(Application.Digest(string.Join(separator, $"{application.Url}{callback.Path}", nonce, created)), digest);
        });
        Assert.Equal(application.Callbacks.Count, application.Callbacks.Select(static callback => callback.XAksk).Distinct().Count());
    }

    [Fact]
    public async Task A_forged_callback_has_a_wrong_digest()
    {
        await using var simulator = await Play.ScenarioAsync("forged-callback");
        await using var application = await Application.StartAsync(simulator);
        await application.CallVerifyAsync();
        await simulator.UntilAsync(static entry => entry.Operation == "callFee");

        var forged = Assert.Single(application.Callbacks, static callback => callback.EventType == "alerting");
        var parts = forged.XAksk.Split('"');
        Assert.NotEqual(Application.Digest($"{application.StatusUrl}{parts[5]}{parts[7]}"), parts[3]);
    }
}
