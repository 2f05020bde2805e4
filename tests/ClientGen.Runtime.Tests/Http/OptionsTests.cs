using ClientGen.Http;
using ClientGen.Tests.Stubs;

namespace ClientGen.Tests.Http;

/// <summary>Bad options are an error where the client is built, and the error names the option, its range and its value.</summary>
public class OptionsTests
{
    public static TheoryData<Action<ApiClientOptions>, string, string, string> Bad => new()
    {
        { static o => o.Deadline = TimeSpan.Zero, "Deadline", "more than 0 up to 01:00:00", "00:00:00" },
        { static o => o.Deadline = TimeSpan.FromHours(2), "Deadline", "up to 01:00:00", "02:00:00" },
        { static o => o.Deadlines["getPet"] = TimeSpan.FromDays(1), "Deadlines[getPet]", "up to 01:00:00", "1.00:00:00" },
        { static o => o.MaxAnswerBytes = 1023, "MaxAnswerBytes", "1024 to 1073741824", "1023" },
        { static o => o.KeptAnswerBytes = -1, "KeptAnswerBytes", "0 to 1048576", "-1" },
        { static o => o.BaseAddress = new("/v1", UriKind.Relative), "BaseAddress", "absolute http or https", "/v1" },
        { static o => o.BaseAddress = new("ftp://x/"), "BaseAddress", "absolute http or https", "ftp://x/" },
        { static o => o.BaseAddress = new("https://user:secret@x/"), "BaseAddress", "no query, fragment or user", "https://x/" },
        { static o => o.Servers["files"] = new("https://x/?a=1"), "Servers[files]", "no query", "https://x/" },
        { static o => o.TimeProvider = null!, "TimeProvider", "needs a value", "null" },
        { static o => o.Jitter = null!, "Jitter", "needs a value", "null" },
        { static o => o.Streams.FirstDelay = TimeSpan.FromMinutes(1), "Streams.LongestDelay", "00:01:00 to", "00:00:30" },
        { static o => o.Streams.MaxReconnectAttempts = -1, "Streams.MaxReconnectAttempts", "0 to 1000000", "-1" },
        { static o => o.Streams.IdleLimit = TimeSpan.Zero, "Streams.IdleLimit", "more than 0", "00:00:00" },
        { static o => o.Streams.MaxEventBytes = 0, "Streams.MaxEventBytes", "1024 to", "0" },
    };

    [Theory]
    [MemberData(nameof(Bad), DisableDiscoveryEnumeration = true)]
    public void Out_of_range(Action<ApiClientOptions> configure, string option, string range, string value)
    {
        var error = Assert.Throws<ArgumentException>(() => Pets.Pipeline(new StubServer(), configure));
        Assert.Equal(option, error.ParamName);
        Assert.Contains(option, error.Message, StringComparison.Ordinal);
        Assert.Contains(range, error.Message, StringComparison.Ordinal);
        Assert.Contains(value, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_defaults_and_the_edges_are_good()
    {
        Pets.Pipeline(new StubServer());
        Pets.Pipeline(new StubServer(), static o => (o.Deadline, o.MaxAnswerBytes, o.KeptAnswerBytes) = (Timeout.InfiniteTimeSpan, 1024, 0));
        Pets.Pipeline(new StubServer(), static o => (o.Deadline, o.MaxAnswerBytes, o.KeptAnswerBytes) = (TimeSpan.FromHours(1), 1 << 30, 1 << 20));
    }

    [Fact]
    public void An_HttpClient_that_gives_up_before_a_long_poll_ends_is_refused()
    {
        using var http = new HttpClient(new StubServer()) { Timeout = TimeSpan.FromSeconds(59) };
        var error = Assert.Throws<ArgumentException>(() => new ApiPipeline(http, Pets.Client, new()));
        Assert.Contains("59000 ms", error.Message, StringComparison.Ordinal);
        Assert.Contains("60000 ms", error.Message, StringComparison.Ordinal);
        Assert.Equal(TimeSpan.FromSeconds(59), http.Timeout);

        using var patient = new HttpClient(new StubServer()) { Timeout = TimeSpan.FromSeconds(60) };
        Assert.NotNull(new ApiPipeline(patient, Pets.Client, new()));
    }

    [Theory]
    [InlineData("https://api.example/v1", null, null, "https://api.example/v1/pets")]
    [InlineData("https://api.example/v1", "https://mine.example", null, "https://mine.example/pets")]
    [InlineData("https://api.example/v1", "https://mine.example/base/", "https://http.example/", "https://mine.example/base/pets")]
    [InlineData("https://api.example/v1", null, "https://http.example/h/", "https://http.example/h/pets")]
    [InlineData("/v1", "https://mine.example", null, "https://mine.example/v1/pets")]
    [InlineData("/v1", "https://mine.example/other", null, "https://mine.example/other/pets")]
    [InlineData("", "http://mine.example:8080", null, "http://mine.example:8080/pets")]
    public async Task The_server_is_the_options_or_the_HttpClients_or_the_contracts(string contract, string? option, string? client, string expected)
    {
        var server = new StubServer().Answers(200, Pets.Json);
        using var http = new HttpClient(server) { BaseAddress = client is null ? null : new(client) };
        var info = new ClientInfo("C") { Servers = contract.Length == 0 ? [] : [new("main", contract)] };
        var pipeline = new ApiPipeline(http, info, new() { BaseAddress = option is null ? null : new(option) });
        await pipeline.SendAsync(pipeline.Request(Pets.List), Pets.Rule, default);
        Assert.Equal(expected, server.Requests[0].Url);
    }

    [Fact]
    public async Task An_operation_may_have_a_server_of_its_own()
    {
        var server = new StubServer().Answers(200, Pets.Json).Answers(200, Pets.Json);
        var operation = new OperationInfo("f", HttpMethod.Get, "/f") { Server = "files" };
        var contract = Pets.Pipeline(server);
        await contract.SendAsync(contract.Request(operation), Pets.Rule, default);
        var own = Pets.Pipeline(server, static o => o.Servers["files"] = new("http://own.example/x/"));
        await own.SendAsync(own.Request(operation), Pets.Rule, default);
        Assert.Equal(["https://files.example/f", "http://own.example/x/f"], server.Requests.Select(static r => r.Url));
    }

    [Fact]
    public async Task A_server_without_an_address_says_which_option_to_set()
    {
        var error = Assert.Throws<ArgumentException>(() => new ApiPipeline(new HttpMessageInvoker(new StubServer()), new("C"), new()));
        Assert.Equal("BaseAddress", error.ParamName);
        var pipeline = Pets.Pipeline(new StubServer());
        var operation = new OperationInfo("f", HttpMethod.Get, "/f") { Server = "nowhere" };
        var missing = await Assert.ThrowsAsync<InvalidOperationException>(() => pipeline.SendAsync(pipeline.Request(operation), Pets.Rule, default));
        Assert.Contains("Servers[\"nowhere\"]", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_clients_of_one_contract_keep_apart()
    {
        var server = new StubServer();
        var one = Pets.Pipeline(server, static o => (o.BaseAddress, o.Credentials) = (new("https://one.example"), Key("k1")));
        var two = Pets.Pipeline(server, static o => (o.BaseAddress, o.Credentials) = (new("https://two.example"), Key("k2")));
        var operation = new OperationInfo("both", HttpMethod.Get, "/both") { Security = [["key"]] };
        foreach (var pipeline in (ApiPipeline[])[one, two, two, one])
        {
            server.Answers(200, Pets.Json);
            await pipeline.SendAsync(pipeline.Request(operation), Pets.Rule, default);
        }

        Assert.Equal(
            ["https://one.example/both k1", "https://two.example/both k2", "https://two.example/both k2", "https://one.example/both k1"],
            server.Requests.Select(static r => $"{r.Url} {r.Header("X-Key")}"));

        static StaticCredentials Key(string value) => new("key", value);
    }

    [Fact]
    public async Task Options_are_read_once()
    {
        var options = new ApiClientOptions { BaseAddress = new("https://one.example") };
        var server = new StubServer().Answers(200, Pets.Json);
        var pipeline = new ApiPipeline(new HttpMessageInvoker(server), Pets.Client, options);
        options.BaseAddress = new("https://two.example");
        options.Streams.FirstDelay = TimeSpan.FromDays(2);
        await pipeline.GetPetAsync();
        Assert.StartsWith("https://one.example/", server.Requests[0].Url, StringComparison.Ordinal);
    }
}
