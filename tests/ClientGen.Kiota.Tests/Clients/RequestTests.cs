using Harbour;

namespace ClientGen.Kiota.Tests.Clients;

/// <summary>What goes out through Kiota is what goes out without it, apart from what Kiota adds.</summary>
public class RequestTests
{
    private const string Granted = """{"verdict":{"state":"GRANTED"},"tugsReady":true,"weather":"calm"}""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_adapter_authenticates_and_no_credential_is_asked_for()
    {
        var wire = new Wire().Answers(Granted);
        await Pilot.Client(wire).AskClearanceAsync(7, cancellationToken: Token);

        var arrival = Assert.Single(wire.Arrivals);
        Assert.Equal("GET https://harbour.example/v1/berths/.7/clearance", arrival.Target);
        Assert.Contains("Authorization: Bearer kiota", arrival.Headers);
    }

    [Fact]
    public async Task Credentials_of_the_options_go_along()
    {
        var wire = new Wire().Answers(Granted);
        var options = new ApiClientOptions { Credentials = new StaticCredentials([new(HarbourClient.Schemes.HarbourKey, "k&1")]) };
        await Pilot.Client(wire, options).AskClearanceAsync(7, cancellationToken: Token);

        var arrival = Assert.Single(wire.Arrivals);
        Assert.Equal("GET https://harbour.example/v1/berths/.7/clearance?key=k%261", arrival.Target);
        Assert.Contains("Authorization: Bearer kiota", arrival.Headers);
    }

    [Fact]
    public async Task The_options_address_wins_over_the_adapters()
    {
        var wire = new Wire().Answers(Granted);
        await Pilot.Client(wire, new ApiClientOptions { BaseAddress = new("https://other.example") }).AskClearanceAsync(7, cancellationToken: Token);
        Assert.Equal("GET https://other.example/berths/.7/clearance", Assert.Single(wire.Arrivals).Target);
    }

    [Fact]
    public async Task Target_headers_and_body_are_the_same_as_over_an_HttpClient()
    {
        var (plain, kiota) = (new Wire().Answers(Granted).Answers(Granted), new Wire().Answers(Granted).Answers(Granted));
        using var http = new HttpClient(plain);
        var credentials = new StaticCredentials([new(HarbourClient.Schemes.HarbourKey, "k&1"), new(HarbourClient.Schemes.PilotToken, "first")]);
        var options = new ApiClientOptions { BaseAddress = new("https://harbour.example"), Credentials = credentials };
        foreach (var client in new[] { new HarbourClient(http, options), Pilot.Client(kiota, options) })
        {
            await client.AskClearanceAsync(7, [Cargo.Grain, Cargo.LiveStock], new ShipSize { Length = 90, Beam = 12 }, 4.5, "dog watch", Token);
            await client.MoorShipAsync(7, new() { Name = "Pequod ☂", Cargo = [] }, Token);
        }

        Assert.Equal(plain.Arrivals.Select(static arrival => arrival.Target), kiota.Arrivals.Select(static arrival => arrival.Target));
        Assert.Equal(plain.Arrivals.Select(static arrival => arrival.Body), kiota.Arrivals.Select(static arrival => arrival.Body));
        foreach (var (expected, actual) in plain.Arrivals.Zip(kiota.Arrivals))
            Assert.Subset(actual.Headers.ToHashSet(), expected.Headers.ToHashSet());
    }

    [Fact]
    public async Task A_file_goes_out_whole()
    {
        var wire = new Wire().Answers("", 202);
        await Pilot.Client(wire).FileLogbookAsync("Pequod", new FilePart(new MemoryStream("call me"u8.ToArray()), "log.txt", "text/plain"), cancellationToken: Token);

        var arrival = Assert.Single(wire.Arrivals);
        Assert.Contains("call me", arrival.Body);
        Assert.Contains(arrival.Headers, static header => header.StartsWith("Content-Type: multipart/form-data; boundary=", StringComparison.Ordinal));
    }

    [Fact]
    public void A_base_url_that_is_none_is_refused() =>
        Assert.Throws<ArgumentException>(() => Pilot.Client(new Wire(), baseUrl: "not a url"));
}
