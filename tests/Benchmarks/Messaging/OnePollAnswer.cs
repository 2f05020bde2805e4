using System.ComponentModel;
using BenchmarkDotNet.Attributes;
using Benchmarks.Transport;
using ContactCenter.Messaging;
using NSwagChannel = Benchmarks.NSwag.Messaging.Channel;
using NSwagEvent = Benchmarks.NSwag.Messaging.ClickToCallEvent;
using MessagingClient = Benchmarks.NSwag.Messaging.MessagingClient;
using NSwagResultCode = Benchmarks.NSwag.Messaging.ResultCode;

namespace Benchmarks.Messaging;

/// <summary>One long poll that is answered at once: from the method call to the typed event 168101. The network is memory.</summary>
[Description("one poll answer")]
public class OnePollAnswer
{
    private readonly CancellationTokenSource _caller = new();
    private LimitClient _limit = null!;
    private SourceGenClient _sourceGen = null!;
    private MessagingClient _nswag = null!;
    private CcMessagingClient _clientGen = null!;

    [GlobalSetup]
    public async Task Setup()
    {
        await CheckAgreement();
        var server = new CannedServer(Sample.Connected, "application/json");
        _limit = Peers.Limit(server);
        _sourceGen = Peers.SourceGen(server, MessagingServer.PollDeadline);
        _nswag = Peers.NSwag(server, MessagingServer.PollDeadline);
        _clientGen = Peers.ClientGen(server);
    }

    [Benchmark(Baseline = true, Description = "limit")]
    public Task Limit() => _limit.PollAsync("WEB", _caller.Token);

    [Benchmark(Description = "ClientGen")]
    public Task ClientGen() => _clientGen.GetClickToCallEventsAsync(Channel.WEB, _caller.Token);

    [Benchmark(Description = "System.Text.Json source-gen")]
    public Task SourceGen() => _sourceGen.PollAsync("WEB", _caller.Token);

    [Benchmark(Description = "NSwag")]
    public Task NSwag() => NSwagPollAsync(_nswag, _caller.Token);

    /// <summary>NSwag knows statuses only; the result code is the caller's to check. It reads every answer as its first alternative.</summary>
    private static async Task<NSwagEvent> NSwagPollAsync(MessagingClient client, CancellationToken cancellationToken)
    {
        var answer = await client.GetClickToCallEventsAsync(NSwagChannel.WEB, cancellationToken).ConfigureAwait(false);
        return answer.ResultCode == NSwagResultCode._0 ? answer : throw new FailedResultException(answer.ResultCode.ToString(), answer.ResultDesc);
    }

    private static async Task CheckAgreement()
    {
        var server = new RecordingServer(Sample.Connected);
        var limit = (PollConnected)await Peers.Limit(server).PollAsync("WEB", CancellationToken.None);
        var limitSent = server.Last;
        var sourceGen = await Peers.SourceGen(server, MessagingServer.PollDeadline).PollAsync("WEB", CancellationToken.None);
        var sourceGenSent = server.Last;
        var nswag = await NSwagPollAsync(Peers.NSwag(server, MessagingServer.PollDeadline), CancellationToken.None);
        var nswagSent = server.Last;
        var clientGen = (CallConnected)await Peers.ClientGen(server).GetClickToCallEventsAsync(Channel.WEB, CancellationToken.None);
        var clientGenSent = server.Last;
        Agreement.Check("The poll", ("limit", $"{limitSent}"), ("source-gen", $"{sourceGenSent}"), ("NSwag", $"{nswagSent}"), ("ClientGen", $"{clientGenSent}"));
        Agreement.Check(
            "The event",
            ("limit", Text(limit.ResultDesc, limit.Content.Domain, limit.Content.GwAddresses, limit.Content.AccessCode, limit.Content.ClickToCallCaller)),
            ("source-gen", Text(sourceGen.ResultDesc, sourceGen.Content?.Domain, sourceGen.Content?.GwAddresses, sourceGen.Content?.AccessCode, sourceGen.Content?.ClickToCallCaller)),
            ("NSwag", Text(nswag.ResultDesc, nswag.Content.Domain, nswag.Content.GwAddresses, nswag.Content.AccessCode, nswag.Content.ClickToCallCaller)),
            ("ClientGen", Text(clientGen.ResultDesc.Value, clientGen.Content.Domain, clientGen.Content.GwAddresses, clientGen.Content.AccessCode, clientGen.Content.ClickToCallCaller)));
    }

    private static string Text(string? description, string? domain, IEnumerable<string>? addresses, string? code, string? caller) =>
        $"{description}; {domain}; {string.Join(",", addresses ?? [])}; {code}; {caller}";
}
