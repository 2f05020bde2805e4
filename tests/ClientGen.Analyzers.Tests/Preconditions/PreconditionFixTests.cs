using ClientGen.Analyzers.Tests.Kit;

namespace ClientGen.Analyzers.Tests.Preconditions;

/// <summary>Fixes of CG1001, CG1002, CG1005 and CG1007.</summary>
public sealed class PreconditionFixTests
{
    private const string Create = "client.CreateClickToCallAsync(new() { Channel = Channel.WEB, MediaAbility = MediaAbility.Voice }, ct)";
    private const string Drop = "await client.DropClickToCallAsync(new() { Channel = Channel.WEB });";

    private static string Call(string before, string create) => $$"""
        {{before}}
        try
        {
            // Ring.
            await {{create}}; // now
        }
        finally
        {
            {{Drop}}
        }
        """;

    private static string Marked(string id) => $"{{|{id}:{Create}|}}";

    [Fact]
    public Task The_question_is_asked_before_the_call() => CheckFix.Body(
        Call("", Marked("CG1001")),
        """

        try
        {
            if (await client.CheckClickToCallSupportAsync(Channel.WEB, ct) is not { WebRTCSupported: true, ClickToCallSupported: true })
                return;
            // Ring.
            await client.CreateClickToCallAsync(new() { Channel = Channel.WEB, MediaAbility = MediaAbility.Voice }, ct); // now
        }
        finally
        {
            await client.DropClickToCallAsync(new() { Channel = Channel.WEB });
        }
        """);

    [Theory]
    [InlineData("Task", "return;")]
    [InlineData("Task<bool>", "return false;")]
    [InlineData("Task<string?>", "return null;")]
    [InlineData("Task<int>", "throw new InvalidOperationException(\"The call is not allowed now.\");")]
    public Task The_method_is_left_in_its_own_shape(string type, string leave) => CheckFix.Members(
        $$"""
        public async {{type}} CallAsync(CreateClickToCallRequest request, Channel channel)
        {
            try
            {
                await {|CG1001:client.CreateClickToCallAsync(request)|};
                {{(type == "Task" ? "" : "return default;")}}
            }
            finally
            {
                await client.DropClickToCallAsync(new() { Channel = channel });
            }
        }
        """,
        $$"""
        public async {{type}} CallAsync(CreateClickToCallRequest request, Channel channel)
        {
            try
            {
                if (await client.CheckClickToCallSupportAsync(channel) is not { WebRTCSupported: true, ClickToCallSupported: true })
                    {{leave}}
                await client.CreateClickToCallAsync(request);
                {{(type == "Task" ? "" : "return default;")}}
            }
            finally
            {
                await client.DropClickToCallAsync(new() { Channel = channel });
            }
        }
        """);

    [Fact]
    public Task A_question_whose_arguments_are_unknown_is_not_offered() => CheckFix.IsNotOffered(Check.Class("""
        public async Task CallAsync(CreateClickToCallRequest request)
        {
            try
            {
                await {|CG1001:client.CreateClickToCallAsync(request)|};
            }
            finally
            {
                await client.DropClickToCallAsync(new() { Channel = Channel.WEB });
            }
        }
        """));

    [Theory]
    [InlineData("if (s.WebRTCSupported != true)\n    return;", "if (s.WebRTCSupported != true || s.ClickToCallSupported != true)\n    return;")]
    [InlineData("if (s.WebRTCSupported is not true)\n    return;", "if (s.WebRTCSupported is not true || s.ClickToCallSupported != true)\n    return;")]
    [InlineData("if (s is not { WebRTCSupported: true })\n    return;", "if (s is not { WebRTCSupported: true, ClickToCallSupported: true })\n    return;")]
    [InlineData("if (!(s.ClickToCallSupported == true))\n    return;", "if (!(s.ClickToCallSupported == true && s.WebRTCSupported == true))\n    return;")]
    public Task The_test_gets_what_is_missing(string half, string whole) => CheckFix.Body(
        Call("var s = await client.CheckClickToCallSupportAsync(Channel.WEB, ct);\n" + half, Marked("CG1002")),
        Call("var s = await client.CheckClickToCallSupportAsync(Channel.WEB, ct);\n" + whole, Create));

    [Theory]
    [InlineData("Console.WriteLine(s.WebRTCSupported);")]
    [InlineData("if (s.WebRTCSupported != true && s.ClickToCallSupported != true)\n    return;")]
    public Task A_test_of_its_own_where_none_can_carry_it(string before) => CheckFix.Body(
        Call("var s = await client.CheckClickToCallSupportAsync(Channel.WEB, ct);\n" + before, Marked("CG1002")),
        Call("var s = await client.CheckClickToCallSupportAsync(Channel.WEB, ct);\n" + before, Create).Replace("    // Ring.", "    if (s is not { WebRTCSupported: true, ClickToCallSupported: true })\n        return;\n    // Ring."));

    [Fact]
    public Task The_result_code_is_tested_first() => CheckFix.Program(
        Outcome("Console.WriteLine({|CG1005:connected.Content|});"),
        Outcome("""
            if (connected.ResultCode != ResultCode.Success)
                            return;
                        Console.WriteLine(connected.Content);
            """));

    [Fact]
    public Task Dependent_calls_are_made_one_after_another() => CheckFix.Body(
        $$"""
        // Both at once.
        await Task.WhenAll(client.CheckClickToCallSupportAsync(Channel.WEB, ct), {{Marked("CG1007")}});
        {{Drop}}
        """,
        $$"""
        // Both at once.
        if (await client.CheckClickToCallSupportAsync(Channel.WEB, ct) is not { WebRTCSupported: true, ClickToCallSupported: true })
            return;
        await {{Create}};
        {{Drop}}
        """);

    private static string Outcome(string use) => $$"""
        using ContactCenter.Messaging;

        public sealed class Watch(ICcMessagingClient client)
        {
            public async Task RunAsync(CancellationToken ct)
            {
                if (await client.GetClickToCallEventsOutcomeAsync(Channel.WEB, ct) is GetClickToCallEventsOutcome.Ok { Body: CallConnected connected })
                {
                    {{use}}
                }
            }
        }
        """;
}
