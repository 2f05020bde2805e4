using System.Text;
using ClientGen.Http;
using ClientGen.Testing;
using ClientGen.Tests.Stubs;

namespace ClientGen.Tests.Http;

/// <summary>How credentials travel, and what happens when the server calls them stale.</summary>
public class SecurityTests
{
    private static readonly Dictionary<string, string> All = new()
    {
        ["token"] = "t1", ["key"] = "k1", ["queryKey"] = "q&1", ["cookieKey"] = "c;1", ["login"] = "user:pass",
    };

    [Theory]
    [InlineData("token", "Authorization", "Bearer t1")]
    [InlineData("key", "X-Key", "k1")]
    [InlineData("login", "Authorization", "Basic dXNlcjpwYXNz")]
    [InlineData("cookieKey", "Cookie", "session=c%3B1")]
    public async Task A_scheme_travels_in_its_header(string scheme, string header, string value) =>
        Assert.Equal(value, (await SendAsync([[scheme]])).Header(header));

    [Fact]
    public async Task A_scheme_travels_in_the_query()
    {
        Assert.Equal("https://pets.example/v1/op?api%20key=q%261", (await SendAsync([["queryKey"]])).Url);
        Assert.Equal("https://pets.example/v1/op?a=1&api%20key=q%261", (await SendAsync([["queryKey"]], static request => request.Query("a", "1"))).Url);
    }

    [Fact]
    public async Task A_cookie_credential_stands_beside_the_contracts_cookies() =>
        Assert.Equal("a=1; session=c%3B1", (await SendAsync([["cookieKey"]], static request => request.Cookie("a", "1"))).Header("Cookie"));

    [Fact]
    public async Task The_first_alternative_whose_credentials_are_all_there_is_used()
    {
        var seen = await SendAsync([["token", "other"], ["key", "login"], ["token"]]);
        Assert.Equal(("k1", "Basic dXNlcjpwYXNz"), (seen.Header("X-Key"), seen.Header("Authorization")));
        Assert.Empty((await SendAsync([["other"], []])).Headers);
    }

    [Fact]
    public async Task Without_credentials_nothing_is_sent_and_the_error_names_the_schemes()
    {
        var server = new StubServer();
        var error = await Assert.ThrowsAsync<CredentialException>(() => Pets.Pipeline(server).SecuredAsync());
        Assert.Equal("securedPet", error.Operation);
        Assert.Equal(["token", "key"], error.Schemes);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_credential_with_a_line_break_is_refused_without_being_shown()
    {
        var error = await Assert.ThrowsAsync<ArgumentException>(() => SendAsync([["key"]], credentials: new() { ["key"] = "s3cret\r\nX: y" }));
        Assert.DoesNotContain("s3cret", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_signer_sees_the_whole_request()
    {
        var signer = new Signer();
        var server = new StubServer().Answers(200, Pets.Json);
        var pipeline = Pets.Pipeline(server, options => options.Signers["digest"] = signer);
        var request = pipeline.Request(new("op", HttpMethod.Post, "/op") { Security = [["digest"]] });
        request.JsonBody(PetJson.Instance, new("Rex", 3));
        await pipeline.SendAsync(request, Pets.Rule, default);
        Assert.Equal("""digest POST https://pets.example/v1/op {"name":"Rex","age":3}""", server.Requests[0].Header("X-Signature"));
    }

    [Fact]
    public async Task A_scheme_without_signer_is_a_missing_credential() =>
        await Assert.ThrowsAsync<CredentialException>(() => SendAsync([["digest"]]));

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    public async Task A_refused_call_is_sent_once_more_with_fresh_credentials(int status)
    {
        var server = new StubServer().Answers(status, "stale").Answers(200, Pets.Json);
        var source = new CountingSource();
        Assert.Equal("Rex", (await Pets.Pipeline(server, options => options.Credentials = source).SecuredAsync()).Name);
        Assert.Equal(["Bearer t1", "Bearer t2"], server.Requests.Select(static r => r.Header("Authorization")));
        Assert.Equal(["""{"name":"Rex","age":3}""", """{"name":"Rex","age":3}"""], server.Requests.Select(static r => r.Body));
        Assert.Equal(1, source.Renewals);
    }

    [Fact]
    public async Task A_call_that_is_refused_again_is_an_error_and_no_loop()
    {
        var server = new StubServer().Answers(401).Answers(401);
        var source = new CountingSource();
        var error = await Assert.ThrowsAsync<ApiException>(() => Pets.Pipeline(server, options => options.Credentials = source).SecuredAsync());
        Assert.Equal((401, 2, 1), (error.Status, server.Requests.Count, source.Renewals));
    }

    [Fact]
    public async Task A_source_that_has_nothing_newer_leaves_the_refusal_as_it_is()
    {
        var server = new StubServer().Answers(403, "no");
        var pipeline = Pets.Pipeline(server, static options => options.Credentials = new StaticCredentials(All));
        var error = await Assert.ThrowsAsync<ApiException>(() => pipeline.SecuredAsync());
        Assert.Equal("no"u8.ToArray(), error.RawBody.ToArray());
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Renewing_can_be_switched_off()
    {
        var source = new CountingSource();
        var server = new StubServer().Answers(401);
        await Assert.ThrowsAsync<ApiException>(
            () => Pets.Pipeline(server, options => (options.Credentials, options.RenewCredentials) = (source, false)).SecuredAsync());
        Assert.Equal(0, source.Renewals);
    }

    [Fact]
    public async Task A_renewal_that_fails_is_the_callers_error()
    {
        var server = new StubServer().Answers(401);
        var source = new CountingSource { Fails = true };
        await Assert.ThrowsAsync<CredentialException>(() => Pets.Pipeline(server, options => options.Credentials = source).SecuredAsync());
    }

    [Theory]
    [InlineData(true, 2)]
    [InlineData(false, 1)]
    public async Task A_stream_is_sent_again_only_if_it_can_be_read_again(bool canSeek, int requests)
    {
        var server = new StubServer().Answers(401).Answers(200, Pets.Json);
        var pipeline = Pets.Pipeline(server, static options => options.Credentials = new CountingSource());
        var request = pipeline.Request(Pets.Secured);
        request.BinaryBody(canSeek ? new MemoryStream("abc"u8.ToArray()) : new TrickleStream("abc"u8.ToArray()));
        var call = pipeline.SendAsync(request, Pets.Rule, default);
        if (canSeek)
            await call;
        else
            await Assert.ThrowsAsync<ApiException>(() => call);
        Assert.Equal(Enumerable.Repeat("abc", requests), server.Requests.Select(static r => r.Body));
    }

    [Fact]
    public async Task A_credential_that_the_server_rotates_is_used_from_then_on()
    {
        var clock = new FakeClock();
        var source = new StaticCredentials(All);
        var server = new StubServer().Answers(200, Pets.Json, headers: ("x-fresh-token", "t9")).Answers(200, Pets.Json);
        var pipeline = Pets.Pipeline(server, options => (options.Credentials, options.TimeProvider) = (source, clock));
        await pipeline.SecuredAsync();
        await pipeline.SecuredAsync();
        Assert.Equal(["Bearer t1", "Bearer t9"], server.Requests.Select(static r => r.Header("Authorization")));
        Assert.Equal("k1", server.Requests[1].Header("X-Key"));
        Assert.Equal(clock.GetUtcNow().AddSeconds(600), (await source.GetAsync(default)).Find("token")!.ExpiresAt);
    }

    [Fact]
    public async Task A_credential_in_an_answer_that_is_no_success_is_not_taken_over()
    {
        var server = new StubServer().Answers(404, headers: ("X-Fresh-Token", "t9")).Answers(200, Pets.Json);
        var pipeline = Pets.Pipeline(server, static options => options.Credentials = new StaticCredentials(All));
        await Assert.ThrowsAsync<ApiException>(() => pipeline.SecuredAsync());
        await pipeline.SecuredAsync();
        Assert.Equal("Bearer t1", server.Requests[1].Header("Authorization"));
    }

    [Fact]
    public async Task Call_options_bring_credentials_of_their_own()
    {
        var server = new StubServer().Answers(200, Pets.Json);
        var pipeline = Pets.Pipeline(server, static options => options.Credentials = new StaticCredentials(All));
        await pipeline.With(new() { Credentials = new StaticCredentials(new Dictionary<string, string> { ["token"] = "mine", ["key"] = "k2" }) }).SecuredAsync();
        Assert.Equal(("Bearer mine", "k2"), (server.Requests[0].Header("Authorization"), server.Requests[0].Header("X-Key")));
    }

    [Fact]
    public void A_credential_does_not_show_its_secret()
    {
        Assert.Equal("***", new Credential("s3cret").ToString());
        Assert.Equal("*** (expires 2026-03-01 12:00:00Z)", new Credential("s3cret", new FakeClock().GetUtcNow()).ToString());
    }

    private static async Task<Seen> SendAsync(string[][] security, Action<ApiRequest>? fill = null, Dictionary<string, string>? credentials = null)
    {
        var server = new StubServer().Answers(200, Pets.Json);
        var pipeline = Pets.Pipeline(server, options => options.Credentials = new StaticCredentials(credentials ?? All));
        var request = pipeline.Request(new("op", HttpMethod.Get, "/op") { Security = security });
        fill?.Invoke(request);
        await pipeline.SendAsync(request, Pets.Rule, default);
        return server.Requests[0];
    }

    private sealed class Signer : IRequestSigner
    {
        public async ValueTask SignAsync(HttpRequestMessage request, string scheme, CancellationToken cancellationToken) =>
            request.Headers.Add("X-Signature", $"{scheme} {request.Method} {request.RequestUri!.OriginalString} {await request.Content!.ReadAsStringAsync(cancellationToken)}");
    }

    private sealed class CountingSource : CredentialSource
    {
        private CredentialSet _current = Set(1);

        public int Renewals { get; private set; }

        public bool Fails { get; init; }

        public override ValueTask<CredentialSet> GetAsync(CancellationToken cancellationToken) => new(_current);

        public override ValueTask<CredentialSet> RenewAsync(CredentialSet stale, CancellationToken cancellationToken)
        {
            Renewals++;
            return Fails ? throw new CredentialException("", ["token"], "Signing in failed.") : new(_current = Set(stale.Version + 1));
        }

        private static CredentialSet Set(long version) => new(version, [new("token", new("t" + version)), new("key", new("k1"))]);
    }
}
