using System.Text;
using ClientGen.Http;
using ClientGen.Tests.Stubs;

namespace ClientGen.Tests.Http;

public class AnswerTests
{
    private static readonly OperationInfo Download = new("download", HttpMethod.Get, "/file") { StreamsAnswer = true };

    [Fact]
    public async Task An_outcome_is_a_value_for_every_documented_status()
    {
        var pipeline = Pets.Pipeline(new StubServer()
            .Answers(200, Pets.Json, headers: [("X-Rate", "5"), ("X-Many", "a"), ("X-Many", "b")])
            .Answers(404, """{"reason":"gone"}"""));
        var ok = Assert.IsType<GetPetOutcome.Ok>(await OutcomeAsync(pipeline));
        Assert.Equal((200, true, "Rex", 5), (ok.Status, ok.IsSuccess, ok.Body.Name, WireText.ReadInt32(ok.Headers.Find("x-rate"))));
        Assert.Equal(["a", "b"], ok.Headers["x-many"]);
        Assert.Equal("a, b", ok.Headers.Find("X-Many"));
        Assert.Equal(["X-Rate", "X-Many", "Content-Type"], ok.Headers.Keys);
        Assert.Throws<KeyNotFoundException>(() => ok.Headers["X-None"]);

        var missing = Assert.IsType<GetPetOutcome.NotFound>(await OutcomeAsync(pipeline));
        Assert.Equal((404, false, "gone"), (missing.Status, missing.IsSuccess, missing.Body.Reason));
    }

    [Fact]
    public async Task An_outcome_that_the_contract_does_not_know_throws()
    {
        var error = await Assert.ThrowsAsync<UndocumentedAnswerException>(() => OutcomeAsync(Pets.Pipeline(new StubServer().Answers(500, "?"))));
        Assert.Equal("?"u8.ToArray(), error.RawBody.ToArray());
    }

    [Fact]
    public async Task Nothing_and_text_and_maybe_json()
    {
        var pipeline = Pets.Pipeline(new StubServer()
            .Answers(204)
            .Answers(200, "中")
            .Streams(200, new MemoryStream([0xe9]), "text/plain; charset=iso-8859-1")
            .Answers(200, "é", "text/plain; charset=\"no-such\"")
            .Answers(204)
            .Answers(200, Pets.Json));
        await SendAsync(pipeline, new AnswerRule<Nothing>(AnswerBody.None));
        Assert.Equal("中", await SendAsync(pipeline, new AnswerRule<string>(AnswerBody.Text)));
        Assert.Equal("é", await SendAsync(pipeline, new AnswerRule<string>(AnswerBody.Text)));
        Assert.Equal("é", await SendAsync(pipeline, new AnswerRule<string>(AnswerBody.Text)));
        Assert.Null(await SendAsync(pipeline, new AnswerRule<Pet?>(AnswerBody.JsonOrNothing(PetJson.Instance))));
        Assert.Equal("Rex", (await SendAsync(pipeline, new AnswerRule<Pet?>(AnswerBody.JsonOrNothing(PetJson.Instance))))!.Name);
    }

    [Fact]
    public async Task A_streamed_body_is_not_read_before_it_is_asked_for()
    {
        var body = new EndlessStream();
        var server = new StubServer().Streams(200, body, "image/png", ("Content-Disposition", "attachment; filename=\"..\\\\dir/pet.png\""), ("Content-Length", "9999"));
        var pipeline = Pets.Pipeline(server, options => options.MaxAnswerBytes = 1024);
        await using var answer = await pipeline.SendAsync(pipeline.Request(Download), new AnswerRule<BinaryAnswer>(AnswerBody.Binary), default);
        Assert.Equal(0, body.BytesRead);
        Assert.Equal(("image/png", 9999L, "pet.png"), (answer.ContentType, answer.Length, answer.FileName));
        Assert.Equal(5000, await answer.Content.ReadAtLeastAsync(new byte[5000], 5000));
    }

    [Theory]
    [InlineData("attachment; filename=\"..\"", null)]
    [InlineData("attachment; filename=\"/etc/\"", null)]
    [InlineData("attachment; filename=\"C:\\\\x.txt\"", "x.txt")]
    [InlineData("attachment; filename*=UTF-8''%e4%b8%ad.txt", "中.txt")]
    [InlineData("attachment; filename*=UTF-8''..%2f..%2fpasswd", "passwd")]
    [InlineData("inline", null)]
    public async Task A_proposed_file_name_never_leaves_its_directory(string disposition, string? name)
    {
        var pipeline = Pets.Pipeline(new StubServer().Answers(200, "x", "text/plain", ("Content-Disposition", disposition)));
        using var answer = await pipeline.SendAsync(pipeline.Request(Download), new AnswerRule<BinaryAnswer>(AnswerBody.Binary), default);
        Assert.Equal(name, answer.FileName);
    }

    [Fact]
    public async Task A_streaming_operation_that_fails_is_an_ordinary_error()
    {
        var pipeline = Pets.Pipeline(new StubServer().Answers(404, """{"reason":"gone"}"""));
        var rule = new AnswerRule<BinaryAnswer>(AnswerBody.Binary) { Errors = [ErrorRule.Json(404, PetErrorJson.Instance)] };
        var error = await Assert.ThrowsAsync<ApiException>(() => pipeline.SendAsync(pipeline.Request(Download), rule, default));
        Assert.Equal("gone", error.ErrorAs<PetError>()!.Reason);
    }

    [Fact]
    public async Task A_streamed_body_that_the_server_calls_no_success_is_given_back()
    {
        // 206 is a 2xx that the rule does not know: nobody gets the stream, so it must be disposed.
        var body = new MemoryStream(Encoding.UTF8.GetBytes("x"));
        var pipeline = Pets.Pipeline(new StubServer().Streams(206, body, "image/png"));
        var rule = new AnswerRule<BinaryAnswer>(AnswerBody.Binary) { Statuses = [200] };
        await Assert.ThrowsAsync<UndocumentedAnswerException>(() => pipeline.SendAsync(pipeline.Request(Download), rule, default));
        Assert.False(body.CanRead);
    }

    private static Task<T> SendAsync<T>(ApiPipeline pipeline, AnswerRule<T> rule) => pipeline.SendAsync(pipeline.Request(Pets.List), rule, default);

    private static Task<GetPetOutcome> OutcomeAsync(ApiPipeline pipeline) => pipeline.SendForOutcomeAsync(
        pipeline.Request(Pets.List),
        static answer => answer.Status switch
        {
            200 => new GetPetOutcome.Ok(answer),
            404 => new GetPetOutcome.NotFound(answer),
            _ => (GetPetOutcome?)null,
        },
        default);

    private abstract class GetPetOutcome : ApiOutcome
    {
        private GetPetOutcome(Answer answer)
            : base(answer)
        {
        }

        public sealed class Ok(Answer answer) : GetPetOutcome(answer)
        {
            public Pet Body { get; } = answer.Json(PetJson.Instance);
        }

        public sealed class NotFound(Answer answer) : GetPetOutcome(answer)
        {
            public PetError Body { get; } = answer.Json(PetErrorJson.Instance);
        }
    }
}
