using ClientGen.Analyzers.Tests.Kit;

namespace ClientGen.Analyzers.Tests.Polling;

/// <summary>Fixes of CG2001, CG2002, CG2007 and CG3003 to CG3008.</summary>
public sealed class PollingFixTests
{
    private const string Poll = "client.GetClickToCallEventsAsync(Channel.WEB, ct)";

    private static string Loop(string body, string id = "", string bound = " when (++failures <= 3)", string pause = "        await Task.Delay(1000, ct);\n", string after = "") => $$"""
        var failures = 0;
        while (true)
        {
            ClickToCallEvent e;
            try
            {
                e = await {{(id.Length == 0 ? Poll : $"{{|{id}:{Poll}|}}")}};{{after}}
                failures = 0;
            }
            catch (ClientGenException){{bound}}
            {
        {{pause}}        continue;
            }

            {{body}}
        }
        """;

    private const string Stop = "if (e.IsTerminal)\n        break;";

    private static string Stream(string body) => $$"""
        await foreach (var e in client.ClickToCallEventsAsync(Channel.WEB, ct))
        {
            {{body}}
        }
        """;

    [Fact]
    public Task The_loop_stops() => CheckFix.Body(
        Loop("Console.WriteLine(e); // every event", "CG2001"),
        Loop("Console.WriteLine(e); // every event\n    if (e.IsTerminal)\n        break;"));

    [Fact]
    public Task The_loop_stops_although_some_ways_pass_its_end_by() => CheckFix.Body(
        Loop("if (e is CallQueued)\n        continue;\n    Console.WriteLine(e);", "CG2001"),
        Loop("if (e is CallQueued)\n        continue;\n    Console.WriteLine(e);", after: "\n        if (e.IsTerminal)\n            break;"));

    [Fact]
    public Task The_stream_takes_the_place_of_the_loop() => CheckFix.Body(
        Loop("Console.WriteLine(e); // every event", "CG2001"), Stream("Console.WriteLine(e); // every event"), index: 1);

    [Theory]
    [InlineData("if (e.IsTerminal || e is NoEvent)\n        break;", Stop)]
    [InlineData("if (e is QueueTimedOut or CallFailed or CallReleased or NoEvent)\n        break;", "if (e is QueueTimedOut or CallFailed or CallReleased)\n        break;")]
    [InlineData("if (e is NoEvent)\n        break;\n    if (e.IsTerminal)\n        break;", "if (e is NoEvent)\n        continue;\n    if (e.IsTerminal)\n        break;")]
    public Task The_loop_goes_on(string before, string after) => CheckFix.Body(Loop(before, "CG2002"), Loop(after));

    [Fact]
    public Task Failures_are_counted() => CheckFix.Body(
        """
        while (true)
        {
            try
            {
                var e = await {|CG3004:client.GetClickToCallEventsAsync(Channel.WEB, ct)|};
                if (e.IsTerminal)
                    return;
            }
            catch (ClientGenException)
            {
                // Perhaps the next one.
                await Task.Delay(1000, ct);
            }
        }
        """,
        """
        var failures = 0;
        while (true)
        {
            try
            {
                var e = await client.GetClickToCallEventsAsync(Channel.WEB, ct);
                failures = 0;
                if (e.IsTerminal)
                    return;
            }
            catch (ClientGenException) when (++failures <= 3)
            {
                // Perhaps the next one.
                await Task.Delay(1000, ct);
            }
        }
        """);

    [Fact]
    public Task The_bound_is_lowered() => CheckFix.Body(Loop(Stop, "CG3005", " when (++failures <= 9)"), Loop(Stop));

    [Fact]
    public Task The_bound_in_a_constant_is_lowered() => CheckFix.Body(
        "const int Most = 9;\n" + Loop(Stop, "CG3005", " when (++failures <= Most)"), "const int Most = 3;\n" + Loop(Stop, bound: " when (++failures <= Most)"));

    [Fact]
    public Task The_next_attempt_waits() => CheckFix.Body(Loop(Stop, "CG3008", pause: ""), Loop(Stop));

    [Fact]
    public Task A_time_out_is_no_failure() => CheckFix.Body(
        Loop(Ended, "CG3009").Replace("catch (ClientGenException)", HangUp("") + "catch (ClientGenException)"),
        Loop(Ended).Replace("catch (ClientGenException)", HangUp(" when (ct.IsCancellationRequested)") + "catch (ClientGenException)"));

    [Fact]
    public Task A_time_out_that_nobody_would_take_is_left_to_people() => CheckFix.IsNotOffered(Check.Method(
        Loop(Ended, "CG3009", bound: " when (++failures <= 3 && ct.CanBeCanceled)").Replace("catch (ClientGenException)", HangUp("") + "catch (TransportException)")));

    private const string Ended = "if (e.IsTerminal)\n        return;";

    private static string HangUp(string filter) =>
        $"catch (DeadlineExceededException){filter} // too long\n    {{\n        await client.DropClickToCallAsync(new() {{ Channel = Channel.WEB }});\n        return;\n    }}\n    ";

    [Fact]
    public Task The_stream_retries() => CheckFix.Body(
        """
        while (true)
        {
            var e = await {|CG3003:client.GetClickToCallEventsAsync(Channel.WEB, ct)|}; // what is new
            if (e.IsTerminal)
                return;
            Console.WriteLine(e);
        }
        """,
        """
        await foreach (var e in client.ClickToCallEventsAsync(Channel.WEB, ct)) // what is new
        {
            if (e.IsTerminal)
                return;
            Console.WriteLine(e);
        }
        """);

    [Fact]
    public Task A_loop_that_is_no_simple_one_is_left_alone() => CheckFix.IsNotOffered(Check.Method("""
        for (var i = 0; ; i++)
        {
            var e = await {|CG3003:client.GetClickToCallEventsAsync(Channel.WEB, ct)|};
            if (e.IsTerminal)
                return;
            Console.WriteLine(i);
        }
        """));

    [Theory]
    [InlineData("if ({|CG2007:answer.Event!.Value|} == Tide.Over)\n                return;", "if (answer.Event == Tide.Over)\n                return;")]
    [InlineData("Console.WriteLine({|CG2007:answer.Event!.Value|}); // told\n            if (answer.Event == Tide.Over)\n                return;",
        "if (answer.Event is { } known)\n                Console.WriteLine(known); // told\n            if (answer.Event == Tide.Over)\n                return;")]
    public Task A_missing_event_is_tested(string before, string after) => CheckFix.Program(Tides(before), Tides(after));

    private static string Tides(string body) => $$"""
        public enum Tide { Rising = 1, [ProtocolEvent(Terminal = true)] Over = 2 }

        public sealed record TideAnswer(Tide? Event);

        public interface IHarbour
        {
            [ProtocolOperation("watchTide"), Poll(MinTimeoutMs = 60000)]
            Task<TideAnswer> WatchTideAsync(CancellationToken cancellationToken = default);
        }

        public sealed class Watch(IHarbour harbour)
        {
            public async Task RunAsync(CancellationToken ct)
            {
                while (true)
                {
                    var answer = await harbour.WatchTideAsync(ct);
                    {{body}}
                }
            }
        }
        """;
}
