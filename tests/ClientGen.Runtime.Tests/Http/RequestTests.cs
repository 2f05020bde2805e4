using System.Text;
using ClientGen.Http;
using ClientGen.Json;
using ClientGen.Tests.Stubs;

namespace ClientGen.Tests.Http;

public class RequestTests
{
    [Fact]
    public async Task Json_goes_out_as_the_codec_writes_it()
    {
        var seen = await SendAsync(request => request.JsonBody(PetJson.Instance, new("中+'\"<", 3)));
        Assert.Equal("POST", seen.Method);
        Assert.Equal("https://pets.example/v1/pets", seen.Url);
        Assert.Equal("application/json", seen.Header("Content-Type"));
        Assert.Equal("""{"name":"中+'\"<","age":3}""", seen.Body);
        Assert.Equal(Encoding.UTF8.GetByteCount(seen.Body).ToString(), seen.Header("Content-Length"));
    }

    [Fact]
    public async Task Large_json_grows_its_buffer()
    {
        var name = new string('x', 1_000_000);
        Assert.Contains(name, (await SendAsync(request => request.JsonBody(PetJson.Instance, new(name, 3)))).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_is_written_like_a_query()
    {
        var seen = await SendAsync(request =>
        {
            request.FormField("a", "1 & 2");
            request.FormField("none", (string?)null);
            request.FormField("list", ["x", "y"]);
            request.FormField("point", new Dictionary<string, string> { ["x"] = "1" }, ParameterStyle.DeepObject);
        });
        Assert.Equal("application/x-www-form-urlencoded", seen.Header("Content-Type"));
        Assert.Equal("a=1%20%26%202&list=x&list=y&point%5Bx%5D=1", seen.Body);
    }

    [Fact]
    public async Task Multipart_has_texts_and_files()
    {
        var seen = await SendAsync(request =>
        {
            request.MultipartField("note", "中");
            request.MultipartField("pet", JsonText.ToJson(PetJson.Instance, new("Rex", 3)), "application/json");
            request.MultipartField("none", null);
            request.MultipartFile("photo", new FilePart("PNG"u8.ToArray(), "a\"b\r\n.png", "image/png"));
            request.MultipartFile("scan", new FilePart(new MemoryStream("TIFF"u8.ToArray())), "image/tiff");
        });
        Assert.StartsWith("multipart/form-data; boundary=", seen.Header("Content-Type"), StringComparison.Ordinal);
        var lines = seen.Body.Split("\r\n");
        Assert.Equal(
            [
                "Content-Type: text/plain; charset=utf-8", "Content-Disposition: form-data; name=\"note\"", "", "中",
                "Content-Type: application/json", "Content-Disposition: form-data; name=\"pet\"", "", """{"name":"Rex","age":3}""",
                "Content-Type: image/png", "Content-Disposition: form-data; name=\"photo\"; filename=\"a%22b%0D%0A.png\"", "", "PNG",
                "Content-Type: image/tiff", "Content-Disposition: form-data; name=\"scan\"; filename=\"scan\"", "", "TIFF",
            ],
            lines.Where(static line => !line.StartsWith("--", StringComparison.Ordinal)).SkipLast(1));
    }

    [Fact]
    public async Task Text_and_bytes_go_out_as_they_are()
    {
        Assert.Equal(("中", "text/plain; charset=utf-8"), Body(await SendAsync(request => request.TextBody("中"))));
        Assert.Equal(("abc", "image/png"), Body(await SendAsync(request => request.BinaryBody("abc"u8.ToArray(), "image/png"))));
        Assert.Equal(("abc", "application/octet-stream"), Body(await SendAsync(request => request.BinaryBody(new MemoryStream("abc"u8.ToArray())))));
    }

    [Fact]
    public async Task The_callers_stream_stays_open()
    {
        using var stream = new MemoryStream("abc"u8.ToArray());
        stream.Position = 1;
        Assert.Equal("bc", (await SendAsync(request => request.BinaryBody(stream))).Body);
        Assert.True(stream.CanRead);
    }

    [Fact]
    public async Task A_content_header_goes_to_the_body()
    {
        var seen = await SendAsync(request =>
        {
            request.JsonBody(PetJson.Instance, new("Rex", 3));
            request.Header("Content-Type", "application/vnd.pet+json");
            request.Header("Content-Language", "zh");
        });
        Assert.Equal("application/vnd.pet+json", seen.Header("Content-Type"));
        Assert.Equal("zh", seen.Header("Content-Language"));
    }

    [Fact]
    public async Task A_request_leaves_nothing_behind_for_the_next_one()
    {
        var server = new StubServer().Answers(200, Pets.Json).Answers(200, Pets.Json);
        var pipeline = Pets.Pipeline(server);
        var first = pipeline.Request(Pets.Create);
        first.Query("q", "1");
        first.Header("X-One", "1");
        first.Cookie("c", "1");
        first.FormField("f", "1");
        await pipeline.SendAsync(first, Pets.Rule, default);
        await pipeline.SendAsync(pipeline.Request(Pets.List), Pets.Rule, default);
        Assert.Equal(("https://pets.example/v1/pets", "", 0), (server.Requests[1].Url, server.Requests[1].Body, server.Requests[1].Headers.Count));
    }

    [Fact]
    public async Task Many_calls_at_a_time_do_not_mix()
    {
        var server = new EchoServer();
        var pipeline = Pets.Pipeline(server);
        await Parallel.ForAsync(0, 500, async (i, token) =>
        {
            var request = pipeline.Request(Pets.Create);
            request.Query("age", WireText.Of(i));
            request.JsonBody(PetJson.Instance, new("pet " + i, i));
            Assert.Equal(new Pet("pet " + i, i), await pipeline.SendAsync(request, Pets.Rule, token));
        });
    }

    [Fact]
    public async Task A_body_that_nobody_read_during_the_call_is_gone_and_says_so()
    {
        var server = new CarelessServer();
        var pipeline = Pets.Pipeline(server);
        for (var i = 0; i < 2; i++)
        {
            var call = pipeline.Request(Pets.Create);
            call.JsonBody(PetJson.Instance, new("Rex", 3));
            await pipeline.SendAsync(call, Pets.Rule, default);
        }

        // Also when its buffer serves another call by now.
        var next = pipeline.Request(Pets.Create);
        next.JsonBody(PetJson.Instance, new("Mia", 1));
        foreach (var content in server.Contents)
            await Assert.ThrowsAsync<InvalidOperationException>(() => content.CopyToAsync(new MemoryStream()));
    }

    [Fact]
    public async Task A_buffer_that_is_still_being_sent_is_not_used_again()
    {
        var slow = new SlowServer();
        var pipeline = Pets.Pipeline(slow);
        using var caller = new CancellationTokenSource();
        var first = pipeline.Request(Pets.Create);
        first.JsonBody(PetJson.Instance, new("first", 1));
        var call = pipeline.SendAsync(first, Pets.Rule, caller.Token);
        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);

        var second = pipeline.Request(Pets.Create);
        second.JsonBody(PetJson.Instance, new("second", 2));
        Assert.Equal("""{"name":"first","age":1}""", await slow.FinishAsync());
    }

    [Fact]
    public async Task Call_options_add_headers_and_replace_equal_ones()
    {
        var server = new StubServer().Answers(200, Pets.Json);
        await Pets.Pipeline(server).With(new() { Headers = new Dictionary<string, string> { ["accept"] = "application/xml", ["X-Trace"] = "1" } }).GetPetAsync();
        Assert.Equal(("application/xml", "1"), (server.Requests[0].Header("Accept"), server.Requests[0].Header("X-Trace")));
        Assert.Throws<ArgumentException>(() => Pets.Pipeline(server).With(new() { Headers = new Dictionary<string, string> { ["X: evil"] = "1" } }));
        Assert.Throws<ArgumentException>(() => Pets.Pipeline(server).With(new() { Deadline = TimeSpan.Zero }));
    }

    private static (string Body, string? Type) Body(Seen seen) => (seen.Body, seen.Header("Content-Type"));

    private static async Task<Seen> SendAsync(Action<ApiRequest> fill)
    {
        var server = new StubServer().Answers(200, Pets.Json);
        var pipeline = Pets.Pipeline(server);
        var request = pipeline.Request(Pets.Create);
        fill(request);
        await pipeline.SendAsync(request, Pets.Rule, default);
        return server.Requests[0];
    }

    /// <summary>Answers what it is sent, later.</summary>
    private sealed class EchoServer : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await Task.Yield();
            var body = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
            await Task.Delay(1, cancellationToken);
            return new() { Content = new ByteArrayContent(body) };
        }
    }

    /// <summary>Does not look at bodies.</summary>
    private sealed class CarelessServer : HttpMessageHandler
    {
        public List<HttpContent> Contents { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Contents.Add(request.Content!);
            return Task.FromResult(new HttpResponseMessage { Content = new StringContent(Pets.Json) });
        }
    }

    /// <summary>Goes on reading a body after its call was cancelled, as a connection may.</summary>
    private sealed class SlowServer : HttpMessageHandler
    {
        private readonly Sink _sink = new();
        private Task _reading = Task.CompletedTask;

        public async Task<string> FinishAsync()
        {
            _sink.Door.SetResult();
            await _reading;
            return Encoding.UTF8.GetString(_sink.Seen);
        }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            _reading = request.Content!.CopyToAsync(_sink, CancellationToken.None);
            await Task.Delay(Timeout.Infinite, cancellationToken);
            throw new InvalidOperationException();
        }

        private sealed class Sink : MemoryStream
        {
            public TaskCompletionSource Door { get; } = new();

            public byte[] Seen { get; private set; } = [];

            public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
            {
                await Door.Task;
                Seen = buffer.ToArray();
            }

            public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
                WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
        }
    }
}
