using System.Net;
using System.Text.Json.Nodes;
using ContactCenter.Simulator.Tests.Support;

namespace ContactCenter.Simulator.Tests.Messaging;

public sealed class ChatTests
{
    [Fact]
    public async Task A_customer_waits_for_an_agent_talks_and_leaves()
    {
        await using var simulator = await SimulatorHost.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        using var customer = await Customer.SignedInAsync(simulator);

        Assert.Equal("0", (await customer.SendMessageAsync("CONNECT"))["resultCode"]);
        var place = await QueueAsync(customer);
        Assert.Equal("0", place["resultCode"]);
        Assert.Equal(1, place.Body!["position"]!.GetValue<int>());
        Assert.Equal(3, place.Body["totalWaitTime"]!.GetValue<int>());

        var hello = Assert.Single(await MessagesAsync(customer));
        Assert.Equal(("AGENT", "CHAT", "TEXT", "visitor-1"), (Text(hello, "sourceType"), Text(hello, "controlType"), Text(hello, "mediaType"), Text(hello, "to")));
        Assert.Equal("160021", (await QueueAsync(customer))["resultCode"]);

        Assert.Equal("sendUserMessage successfully.", (await customer.SendMessageAsync("CHAT"))["resultDesc"]);
        Assert.Equal("I am looking into it.", Text(Assert.Single(await MessagesAsync(customer)), "content"));

        Assert.Equal("disconnect successfully", (await customer.SendMessageAsync("DISCONNECT"))["resultDesc"]);
        var goodbye = Assert.Single(await MessagesAsync(customer));
        Assert.Equal("DISCONNECT", Text(goodbye, "controlType"));
        Assert.Equal("160004", (await QueueAsync(customer))["resultCode"]);
        Assert.Empty(simulator.Violations);
    }

    [Fact]
    public async Task Without_a_conversation_there_is_nothing_to_say()
    {
        await using var simulator = await SimulatorHost.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        using var customer = await Customer.SignedInAsync(simulator);

        Assert.Equal("13", (await customer.SendMessageAsync("CHAT"))["resultCode"]);
        Assert.Equal("13", (await customer.SendMessageAsync("DISCONNECT"))["resultCode"]);
        Assert.Empty(await MessagesAsync(customer));
    }

    [Fact]
    public async Task A_robot_answers_first_and_an_agent_after_the_transfer()
    {
        await using var simulator = await Play.ScenarioAsync("robot-first");
        using var customer = await Customer.SignedInAsync(simulator);
        await customer.SendMessageAsync("CONNECT");
        var robot = Assert.Single(await MessagesAsync(customer));
        Assert.Equal("ROBOT", Text(robot, "sourceType"));
        var rated = await customer.PostAsync(
            $"{Customer.Calls}/robot/feedbacksatisfaction", $$"""{"feedback":1,"from":"visitor-1","interIdx":"{{Text(robot, "interIdx")}}"}""");
        Assert.Equal("0", rated["resultCode"]);

        Assert.Equal("0", (await customer.SendMessageAsync("TRANS2AGENT"))["resultCode"]);
        Assert.Equal("AGENT", Text(Assert.Single(await MessagesAsync(customer)), "sourceType"));
        Assert.Equal("13", (await customer.SendMessageAsync("TRANS2AGENT"))["resultCode"]);
        simulator.AssertKeepsContracts();
    }

    [Fact]
    public async Task History_is_read_page_by_page()
    {
        await using var simulator = await SimulatorHost.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        using var customer = await Customer.SignedInAsync(simulator);
        await customer.SendMessageAsync("CONNECT");
        await MessagesAsync(customer);
        await customer.SendMessageAsync("CHAT");
        await MessagesAsync(customer);

        var page = await customer.PostAsync(
            $"{Customer.Messaging}/queryHistoryChatMessage", """{"channelId":"channel-1","userId":"visitor-1","limit":"1","offset":"1"}""");
        Assert.Equal("I am looking into it.", Text(Assert.Single(page.Body!["messageList"]!.AsArray())!, "content"));
        simulator.AssertKeepsContracts();
    }

    [Fact]
    public async Task A_token_speaks_for_its_own_customer_only()
    {
        await using var simulator = await SimulatorHost.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        using var customer = await Customer.SignedInAsync(simulator);
        var reply = await customer.PostAsync(
            $"{Customer.Messaging}/send",
            """{"channel":"WEB","controlType":"CONNECT","from":"someone-else","mediaType":"TEXT","sourceType":"CUSTOMER","to":"channel-1"}""");

        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.Equal("13", reply["resultCode"]);
    }

    private static Task<Reply> QueueAsync(Customer customer) =>
        customer.PostAsync($"{Customer.Messaging}/queryQueueInfo", """{"userId":"visitor-1","channelConfigId":"channel-1","channel":"WEB"}""");

    private static async Task<JsonArray> MessagesAsync(Customer customer) => (await customer.PollChatAsync()).Body!["downlinkMessages"]!.AsArray();

    private static string? Text(JsonNode? message, string member) => message![member]?.ToString();
}
