using Harbour;

namespace ClientGen.Harbour.Tests;

/// <summary>Renewal follows the invented contract: its status, its header, its scheme.</summary>
public class CredentialTests : HarbourTest
{
    private const string Granted = """{"verdict":{"state":"GRANTED"},"tugsReady":true,"weather":"calm"}""";

    [Fact]
    public async Task The_contracts_own_status_renews_the_token_and_the_call_is_sent_once_more()
    {
        var signIns = 0;
        var client = Connect(new RenewingCredentials(
            _ => new(new Dictionary<string, Credential> { [HarbourClient.Schemes.PilotToken] = new($"token {++signIns}") }),
            new RenewalOptions { Fixed = { [HarbourClient.Schemes.HarbourKey] = "k" } }));
        Server.Answers("{}", 419).Answers(Granted);
        await client.AskClearanceAsync(7, cancellationToken: Token);

        Assert.Equal(["Bearer token 1", "Bearer token 2"], Server.Arrivals.Select(static arrival => arrival.Headers["Authorization"]));
    }

    [Fact]
    public async Task Another_status_does_not_renew()
    {
        var signIns = 0;
        var client = Connect(new RenewingCredentials(
            _ => new(new Dictionary<string, Credential> { [HarbourClient.Schemes.PilotToken] = new($"token {++signIns}") }),
            new RenewalOptions { Fixed = { [HarbourClient.Schemes.HarbourKey] = "k" } }));
        Server.Answers("{}", 401);
        await Assert.ThrowsAnyAsync<ApiException>(() => client.AskClearanceAsync(7, cancellationToken: Token));
        Assert.Equal(1, signIns);
    }

    [Fact]
    public async Task A_token_that_the_server_rotates_is_taken_over()
    {
        Server.Answers(Granted, 200, ("X-New-Pilot", "second")).Answers(Granted);
        await Client.AskClearanceAsync(7, cancellationToken: Token);
        await Client.AskClearanceAsync(7, cancellationToken: Token);

        Assert.Equal(["Bearer first", "Bearer second"], Server.Arrivals.Select(static arrival => arrival.Headers["Authorization"]));
    }
}
