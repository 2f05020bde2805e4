using System.Text;
using ClientGen.Http;
using ClientGen.Json;
using ClientGen.Streams;
using ClientGen.Tests.Stubs;

namespace ClientGen.Tests.Streams;

/// <summary>The examples of the HTML standard, "Interpreting an event stream", under every kind of newline and however the bytes arrive.</summary>
public class WhatwgExamplesTests
{
    private static readonly string[] Newlines = ["\n", "\r", "\r\n"];
    private static readonly int[] Chunks = [1, 2, 3, 7, 4096];

    public static TheoryData<string, string> Ways
    {
        get
        {
            var ways = new TheoryData<string, string>();
            foreach (var newline in Newlines)
            {
                foreach (var chunk in Chunks)
                    ways.Add(newline.Replace("\r", "CR", StringComparison.Ordinal).Replace("\n", "LF", StringComparison.Ordinal), chunk.ToString());
            }

            return ways;
        }
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Messages_of_one_and_two_lines(string newline, string chunk) => Assert.Equal(
        ["/message/This is the first message.", "/message/This is the second message, it\nhas two lines.", "/message/This is the third message."],
        await EventsAsync(
            """
            data: This is the first message.

            data: This is the second message, it
            data: has two lines.

            data: This is the third message.


            """,
            newline,
            chunk));

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Events_of_several_types(string newline, string chunk) => Assert.Equal(
        ["/add/73857293", "/remove/2153", "/add/113411"],
        await EventsAsync(
            """
            event: add
            data: 73857293

            event: remove
            data: 2153

            event: add
            data: 113411


            """,
            newline,
            chunk));

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Three_lines_of_data(string newline, string chunk) =>
        Assert.Equal(["/message/YHOO\n+2\n10"], await EventsAsync("data: YHOO\ndata: +2\ndata: 10\n\n", newline, chunk));

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Comment_id_reset_of_the_id_and_a_leading_space(string newline, string chunk) => Assert.Equal(
        ["1/message/first event", "/message/second event", "/message/ third event"],
        await EventsAsync(
            """
            : test stream

            data: first event
            id: 1

            data:second event
            id

            data:  third event


            """,
            newline,
            chunk));

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Empty_data_a_newline_and_a_block_that_is_not_ended(string newline, string chunk) => Assert.Equal(
        ["/message/", "/message/\n"],
        await EventsAsync("data\n\ndata\ndata\n\ndata:", newline, chunk));

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_space_after_the_colon_is_ignored(string newline, string chunk) =>
        Assert.Equal(["/message/test", "/message/test"], await EventsAsync("data:test\n\ndata: test\n\n", newline, chunk));

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_byte_order_mark_and_other_scripts(string newline, string chunk) =>
        Assert.Equal(["中/message/🐕"], await EventsAsync("\uFEFFid: 中\ndata: 🐕\n\n", newline, chunk));

    private static async Task<List<string>> EventsAsync(string stream, string newline, string chunk)
    {
        var text = stream.Replace("\n", newline.Replace("CR", "\r", StringComparison.Ordinal).Replace("LF", "\n", StringComparison.Ordinal), StringComparison.Ordinal);
        var body = new TrickleStream(Encoding.UTF8.GetBytes(text), chunk: int.Parse(chunk));
        var pipeline = Pets.Pipeline(new StubServer().Streams(200, body, "text/event-stream; charset=utf-8"));
        var events = EventStream.RunEventsAsync(pipeline, () => pipeline.Request(new("events", HttpMethod.Get, "/events")), Codecs.String, resume: false, default);
        return await events.Select(static e => $"{e.Id}/{e.Type}/{e.Data}").ToListAsync();
    }
}
