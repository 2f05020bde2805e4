using System.ComponentModel;
using BenchmarkDotNet.Attributes;
using Benchmarks.Transport;
using ContactCenter.Messaging;

namespace Benchmarks.Messaging;

/// <summary>One message of the customer: from the method call to the checked result. The network is memory.</summary>
[Description("send")]
public class SendMessage
{
    private static readonly OutgoingMessage Message = new("WEB", "start", "CONNECT", "visitor-1", "TEXT", "CUSTOMER", "channel-1");

    private readonly CancellationTokenSource _caller = new();
    private LimitClient _limit = null!;
    private SourceGenClient _sourceGen = null!;
    private NSwag.Messaging.MessagingClient _nswag = null!;
    private CcMessagingClient _clientGen = null!;

    [GlobalSetup]
    public async Task Setup()
    {
        await CheckAgreement();
        var server = new CannedServer(Sample.ResultOk, "application/json");
        _limit = Peers.Limit(server);
        _sourceGen = Peers.SourceGen(server, MessagingServer.CallDeadline);
        _nswag = Peers.NSwag(server, MessagingServer.CallDeadline);
        _clientGen = Peers.ClientGen(server);
    }

    [Benchmark(Baseline = true, Description = "limit")]
    public Task Limit() => LimitSendAsync(_limit, _caller.Token);

    [Benchmark(Description = "ClientGen")]
    public Task ClientGen() => ClientGenSendAsync(_clientGen, _caller.Token);

    [Benchmark(Description = "System.Text.Json source-gen")]
    public Task SourceGen() => SourceGenSendAsync(_sourceGen, _caller.Token);

    [Benchmark(Description = "NSwag")]
    public Task NSwagClient() => NSwagSendAsync(_nswag, _caller.Token);

    // Every peer makes its message anew, as a program does that sends what somebody typed.
    private static Task<SendResult> LimitSendAsync(LimitClient client, CancellationToken cancellationToken) =>
        client.SendAsync(Message with { }, cancellationToken);

    private static Task<FlatResult> SourceGenSendAsync(SourceGenClient client, CancellationToken cancellationToken) =>
        client.SendAsync(Message with { }, cancellationToken);

    private static Task<SendResponse> ClientGenSendAsync(CcMessagingClient client, CancellationToken cancellationToken) => client.SendAsync(
        new()
        {
            Channel = Channel.WEB,
            Content = Message.Content,
            ControlType = UplinkControlType.CONNECT,
            From = Message.From,
            MediaType = UplinkMediaType.TEXT,
            SourceType = UplinkSourceType.CUSTOMER,
            To = Message.To,
        },
        cancellationToken);

    private static async Task<NSwag.Messaging.SendResponse> NSwagSendAsync(NSwag.Messaging.MessagingClient client, CancellationToken cancellationToken)
    {
        var message = new NSwag.Messaging.SendRequest
        {
            Channel = NSwag.Messaging.Channel.WEB,
            Content = Message.Content,
            ControlType = NSwag.Messaging.UplinkControlType.CONNECT,
            From = Message.From,
            MediaType = NSwag.Messaging.UplinkMediaType.TEXT,
            SourceType = NSwag.Messaging.UplinkSourceType.CUSTOMER,
            To = Message.To,
        };
        var answer = await client.SendAsync(message, cancellationToken).ConfigureAwait(false);
        return answer.ResultCode == NSwag.Messaging.SendResultCode._0 ? answer : throw new FailedResultException(answer.ResultCode.ToString(), answer.ResultDesc);
    }

    private static async Task CheckAgreement()
    {
        var server = new RecordingServer(Sample.ResultOk);
        var limit = await LimitSendAsync(Peers.Limit(server), CancellationToken.None);
        var limitSent = server.Last;
        var sourceGen = await SourceGenSendAsync(Peers.SourceGen(server, MessagingServer.CallDeadline), CancellationToken.None);
        var sourceGenSent = server.Last;
        var nswag = await NSwagSendAsync(Peers.NSwag(server, MessagingServer.CallDeadline), CancellationToken.None);
        var nswagSent = server.Last;
        var clientGen = await ClientGenSendAsync(Peers.ClientGen(server), CancellationToken.None);
        var clientGenSent = server.Last;
        Agreement.Check("The message", ("limit", $"{limitSent}"), ("source-gen", $"{sourceGenSent}"), ("NSwag", $"{nswagSent}"), ("ClientGen", $"{clientGenSent}"));
        Agreement.Check(
            "The result",
            ("limit", $"{limit.ResultDesc}"), ("source-gen", $"{sourceGen.ResultDesc}"), ("NSwag", $"{nswag.ResultDesc}"), ("ClientGen", $"{clientGen.ResultDesc}"));
    }
}
