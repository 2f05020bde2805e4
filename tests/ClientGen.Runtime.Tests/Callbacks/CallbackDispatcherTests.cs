using System.Text;
using ClientGen.Callbacks;
using ClientGen.Tests.Stubs;

namespace ClientGen.Tests.Callbacks;

public class CallbackDispatcherTests
{
    private static readonly CallbackRule Rule = new("petBorn", "POST") { AnswerStatus = 200, AnswerBody = """{"ok":true}""" };
    private static readonly CallbackRule Signed = new("petSold", "POST") { Security = [["digest"]], AnswerStatus = 204 };

    private readonly CallbackOptions _options = new();
    private readonly ListLogger _log = new();
    private readonly List<string> _received = [];
    private readonly List<RejectedCallback> _rejected = [];
    private Func<Task> _receiver = static () => Task.CompletedTask;

    public CallbackDispatcherTests()
    {
        _options.LoggerFactory = _log;
        _options.OnRejected = (rejected, _) =>
        {
            _rejected.Add(rejected);
            return default;
        };
    }

    [Fact]
    public async Task A_callback_is_received_and_acknowledged_as_the_contract_says()
    {
        var reply = await SendAsync(Pets.Json);
        Assert.Equal((200, """{"ok":true}""", "application/json", true), (reply.Status, Encoding.UTF8.GetString(reply.Body.Span), reply.ContentType, reply.IsAcknowledged));
        Assert.Equal([Pets.Json], _received);
    }

    [Fact]
    public async Task It_is_acknowledged_only_after_the_receiver_returned()
    {
        var door = new TaskCompletionSource();
        _receiver = () => door.Task;
        var sending = SendAsync(Pets.Json);
        await Task.Delay(30);
        Assert.False(sending.IsCompleted);
        door.SetResult();
        Assert.Equal(200, (await sending).Status);
    }

    [Fact]
    public async Task A_receiver_that_fails_makes_the_sender_repeat_and_the_repetition_is_received()
    {
        var dispatcher = Dispatcher();
        _receiver = static () => throw new InvalidOperationException("database down");
        Assert.Equal(500, (await SendAsync(Pets.Json, dispatcher: dispatcher)).Status);
        _receiver = static () => Task.CompletedTask;
        Assert.Equal(200, (await SendAsync(Pets.Json, dispatcher: dispatcher)).Status);
        Assert.Equal(2, _received.Count);
    }

    [Fact]
    public async Task A_repeated_callback_is_acknowledged_without_bothering_the_receiver()
    {
        var dispatcher = Dispatcher();
        Assert.Equal(200, (await SendAsync(Pets.Json, dispatcher: dispatcher)).Status);
        var again = await SendAsync(Pets.Json, dispatcher: dispatcher);
        Assert.Equal((200, """{"ok":true}"""), (again.Status, Encoding.UTF8.GetString(again.Body.Span)));
        Assert.Equal(200, (await SendAsync("""{"name":"Mia","age":1}""", dispatcher: dispatcher)).Status);
        Assert.Equal(2, _received.Count);
    }

    [Fact]
    public async Task A_repetition_while_the_first_is_being_received_may_come_again_later()
    {
        var dispatcher = Dispatcher();
        var door = new TaskCompletionSource();
        _receiver = () => door.Task;
        var first = SendAsync(Pets.Json, dispatcher: dispatcher);
        Assert.Equal(503, (await SendAsync(Pets.Json, dispatcher: dispatcher)).Status);
        door.SetResult();
        Assert.Equal(200, (await first).Status);
        Assert.Single(_received);
    }

    [Fact]
    public async Task Without_a_store_every_callback_is_received()
    {
        _options.Store = null;
        var dispatcher = Dispatcher();
        await SendAsync(Pets.Json, dispatcher: dispatcher);
        await SendAsync(Pets.Json, dispatcher: dispatcher);
        Assert.Equal(2, _received.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{} {}")]
    [InlineData("<xml/>")]
    public async Task Bad_json_gets_400_and_its_bytes_are_not_lost(string body)
    {
        Assert.Equal(400, (await SendAsync(body)).Status);
        var rejected = Assert.Single(_rejected);
        Assert.Equal(("petBorn", 400, body), (rejected.Callback, rejected.Status, Encoding.UTF8.GetString(rejected.Body.Span)));
        Assert.IsAssignableFrom<System.Text.Json.JsonException>(rejected.Error);
        Assert.Empty(_received);
    }

    [Fact]
    public async Task A_byte_order_mark_is_no_mistake() => Assert.Equal(200, (await SendAsync("\uFEFF" + Pets.Json)).Status);

    [Theory]
    [InlineData(1024, 200)]
    [InlineData(1025, 413)]
    public async Task A_body_is_read_up_to_its_limit(int length, int status)
    {
        _options.MaxBodyBytes = 1024;
        Assert.Equal(status, (await SendAsync("\"" + new string('x', length - 2) + "\"")).Status);
        if (status == 413)
            Assert.Equal(1024, Assert.Single(_rejected).Body.Length);
    }

    [Fact]
    public async Task An_endless_body_is_not_read_to_its_end()
    {
        var body = new EndlessStream();
        Assert.Equal(413, (await Dispatcher().HandleAsync(Rule, new("POST", "https://me.example/cb", static _ => null, body), ReceiveAsync, default)).Status);
        Assert.InRange(body.BytesRead, 1, (2 * 1024 * 1024) + 1);
    }

    [Fact]
    public async Task Another_method_is_turned_away() => Assert.Equal(405, (await SendAsync(Pets.Json, method: "GET")).Status);

    [Fact]
    public async Task A_forged_callback_is_turned_away_before_it_is_read()
    {
        _options.Verifier = new Verifier();
        Assert.Equal(401, (await SendAsync("no json", Signed)).Status);
        Assert.Equal(("wrong digest", "no json"), (_rejected[0].Reason, Encoding.UTF8.GetString(_rejected[0].Body.Span)));
        Assert.Equal(204, (await SendAsync(Pets.Json, Signed, digest: "https://local.example/cb " + Pets.Json)).Status);
    }

    [Fact]
    public async Task Behind_a_proxy_the_signature_covers_the_address_that_the_sender_knows()
    {
        _options.Verifier = new Verifier();
        _options.PublicAddress = new("https://public.example/base/");
        Assert.Equal(204, (await SendAsync(Pets.Json, Signed, digest: "https://public.example/base/cb " + Pets.Json)).Status);
    }

    [Fact]
    public async Task A_contract_that_names_security_gets_no_unchecked_callbacks_by_accident()
    {
        Assert.Equal(401, (await SendAsync(Pets.Json, Signed)).Status);
        Assert.Contains(_log.Lines, static line => line.Contains("CallbackOptions.Verifier", StringComparison.Ordinal));
        _options.AllowUnverified = true;
        Assert.Equal(204, (await SendAsync(Pets.Json, Signed)).Status);
    }

    [Fact]
    public async Task A_sender_that_hangs_up_leaves_the_callback_as_new()
    {
        var dispatcher = Dispatcher();
        using var hangUp = new CancellationTokenSource();
        _receiver = () => Task.Delay(Timeout.Infinite, hangUp.Token);
        var first = SendAsync(Pets.Json, dispatcher: dispatcher, cancellationToken: hangUp.Token);
        await hangUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        _receiver = static () => Task.CompletedTask;
        Assert.Equal(200, (await SendAsync(Pets.Json, dispatcher: dispatcher)).Status);
    }

    [Fact]
    public async Task An_OnRejected_that_fails_changes_nothing()
    {
        _options.OnRejected = static (_, _) => throw new InvalidOperationException();
        Assert.Equal(400, (await SendAsync("{")).Status);
    }

    [Fact]
    public async Task Nothing_personal_is_logged()
    {
        await SendAsync("""{"name":"Rex","age":3}""");
        await SendAsync("""{"name":"Rex",""");
        Assert.NotEmpty(_log.Lines);
        Assert.DoesNotContain(_log.Lines, static line => line.Contains("Rex", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_body_can_be_tried_as_several_types()
    {
        CallbackBody body = null!;
        await Dispatcher().HandleAsync(Rule, new("POST", "/", static _ => null, new MemoryStream(Encoding.UTF8.GetBytes("""{"name":"Rex","age":3}"""))), (b, _) =>
        {
            body = b;
            return Task.CompletedTask;
        }, default);
        Assert.False(body.TryRead(PetErrorJson.Instance, out _));
        Assert.True(body.TryRead(PetJson.Instance, out var pet));
        Assert.Equal("Rex", pet.Name);
        Assert.True(body.Has("name", "Rex"));
        Assert.False(body.Has("name", "Mia") || body.Has("age", "3") || body.Has("x", "y"));
        Assert.Equal("UnknownCallback { Webhook = petBorn }", new UnknownCallback("petBorn", body.Json).ToString());
    }

    [Fact]
    public void Options_are_checked()
    {
        _options.MaxBodyBytes = 1;
        Assert.Equal("MaxBodyBytes", Assert.Throws<ArgumentException>(Dispatcher).ParamName);
        Assert.Equal("PublicAddress", Assert.Throws<ArgumentException>(() => new CallbackDispatcher("x", new() { PublicAddress = new("/x", UriKind.Relative) })).ParamName);
    }

    private CallbackDispatcher Dispatcher() => new("Pets", _options);

    private Task<CallbackReply> SendAsync(
        string body, CallbackRule? rule = null, string method = "POST", string? digest = null, CallbackDispatcher? dispatcher = null, CancellationToken cancellationToken = default)
    {
        var request = new CallbackRequest(method, "https://local.example/cb", name => name == "X-Digest" ? digest : null, new MemoryStream(Encoding.UTF8.GetBytes(body)));
        return (dispatcher ?? Dispatcher()).HandleAsync(rule ?? Rule, request, ReceiveAsync, cancellationToken);
    }

    private Task ReceiveAsync(CallbackBody body, CancellationToken cancellationToken)
    {
        _received.Add(body.Json.GetRawText());
        return _receiver();
    }

    /// <summary>The digest of this protocol is the URL and the body.</summary>
    private sealed class Verifier : CallbackVerifier
    {
        public override ValueTask<CallbackVerdict> VerifyAsync(CallbackRequest request, ReadOnlyMemory<byte> body, CancellationToken cancellationToken) =>
            new(request.Header("X-Digest") == $"{request.Url} {Encoding.UTF8.GetString(body.Span)}" ? CallbackVerdict.Genuine : CallbackVerdict.Forged("wrong digest"));
    }
}
