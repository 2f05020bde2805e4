using ClientGen.Analyzers.Tests.Kit;

namespace ClientGen.Analyzers.Tests.Timeouts;

/// <summary>CG3001: a token ends no single poll too early, while whole loops may end when their caller likes.</summary>
public sealed class TokenTests
{
    private const string Poll = "await client.GetClickToCallEventsAsync(Channel.WEB, cts.Token)";

    /// <summary>A loop as the contract wants it.</summary>
    /// <param name="before">In front of the loop.</param>
    /// <param name="each">In front of each poll.</param>
    /// <param name="poll">The poll.</param>
    private static string Loop(string before = "", string each = "", string poll = Poll) => $$"""
        public async Task WatchAsync(CancellationToken ct)
        {
            {{before}}
            var failures = 0;
            while (true)
            {
                {{each}}
                ClickToCallEvent e;
                try
                {
                    e = {{poll}};
                    failures = 0;
                }
                catch (ClientGenException) when (++failures <= 3)
                {
                    await Task.Delay(1000, ct);
                    continue;
                }

                if (e.IsTerminal)
                    return;
            }
        }
        """;

    [Theory]
    [InlineData("using var cts = new CancellationTokenSource({|CG3001:10_000|});")]
    [InlineData("using var cts = new CancellationTokenSource({|CG3001:TimeSpan.FromSeconds(59.9)|});")]
    [InlineData("using var cts = new CancellationTokenSource(delay: {|CG3001:TimeSpan.FromSeconds(2) * 10|});")]
    [InlineData("using var cts = new CancellationTokenSource({|CG3001:TimeSpan.FromSeconds(45)|}, TimeProvider.System);")]
    [InlineData("using var cts = CancellationTokenSource.CreateLinkedTokenSource(ct); cts.CancelAfter({|CG3001:10_000|});")]
    [InlineData("using var cts = new CancellationTokenSource(); cts.CancelAfter({|CG3001:TimeSpan.FromMilliseconds(2500)|});")]
    [InlineData("using var limit = new CancellationTokenSource({|CG3001:10_000|}); using var cts = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);")]
    [InlineData("const int Seconds = 20; using var cts = new CancellationTokenSource({|CG3001:TimeSpan.FromSeconds(Seconds)|});")]
    public Task A_limit_for_each_poll_is_too_short(string each) => Members(Loop(each: each));

    [Theory]
    [InlineData("using var cts = new CancellationTokenSource(); ", "cts.CancelAfter({|CG3001:10_000|});")]
    [InlineData("var cts = new CancellationTokenSource(); ", "if (!cts.TryReset()) cts = new CancellationTokenSource(); cts.CancelAfter({|CG3001:10_000|});")]
    public Task A_limit_is_set_anew_for_each_poll(string before, string each) => Members(Loop(before, each));

    [Theory]
    [InlineData("using var cts = new CancellationTokenSource(10_000);", "")]
    [InlineData("using var cts = new CancellationTokenSource(TimeSpan.FromSeconds(30));", "")]
    [InlineData("using var cts = CancellationTokenSource.CreateLinkedTokenSource(ct); cts.CancelAfter(TimeSpan.FromSeconds(30));", "")]
    [InlineData("using var total = new CancellationTokenSource(30_000);", "using var cts = CancellationTokenSource.CreateLinkedTokenSource(ct, total.Token);")]
    [InlineData("using var total = new CancellationTokenSource(30_000);", "using var cts = CancellationTokenSource.CreateLinkedTokenSource(total.Token); cts.CancelAfter(TimeSpan.FromSeconds(75));")]
    [InlineData("", "using var cts = new CancellationTokenSource(TimeSpan.FromSeconds(60));")]
    [InlineData("", "using var cts = new CancellationTokenSource(Timeout.InfiniteTimeSpan);")]
    [InlineData("", "using var cts = new CancellationTokenSource(Timeout.Infinite);")]
    [InlineData("", "using var cts = CancellationTokenSource.CreateLinkedTokenSource(ct); cts.CancelAfter(TimeSpan.FromMinutes(2));")]
    [InlineData("", "using var cts = new CancellationTokenSource(10_000); cts.CancelAfter(TimeSpan.FromMinutes(2));")]
    [InlineData("", "using var cts = new CancellationTokenSource(TimeSpan.FromSeconds(Environment.ProcessorCount));")]
    [InlineData("var limit = TimeSpan.FromSeconds(10); if (ct.CanBeCanceled) limit = TimeSpan.FromMinutes(2);", "using var cts = new CancellationTokenSource(limit);")]
    public Task Limits_that_no_poll_notices(string before, string each) => Members(Loop(before, each));

    [Fact]
    public Task A_limit_for_all_polls_covers_the_one_in_front_of_the_loop() => Members("""
        public async Task<ClickToCallEvent> FirstEventAsync(CancellationToken ct)
        {
            using var cts = CancellationTokenSource.CreateLinkedTokenSource(ct);
            cts.CancelAfter(TimeSpan.FromSeconds(30));
            var e = await NextAsync(cts.Token);
            while (e is NoEvent)
                e = await NextAsync(cts.Token);
            return e;
        }

        private Task<ClickToCallEvent> NextAsync(CancellationToken ct) => client.GetClickToCallEventsAsync(Channel.WEB, ct);
        """);

    [Fact]
    public Task A_limit_for_a_recursion_is_one_for_all_polls() => Members("""
        public async Task<ClickToCallEvent> WithinAsync()
        {
            using var cts = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            return await NextAsync(cts.Token);
        }

        private async Task<ClickToCallEvent> NextAsync(CancellationToken ct)
        {
            var e = await client.GetClickToCallEventsAsync(Channel.WEB, ct);
            return e is NoEvent ? await NextAsync(ct) : e;
        }
        """);

    [Fact]
    public Task A_limit_for_polls_that_goto_repeats() => Members("""
        public async Task<ClickToCallEvent> WithinAsync()
        {
            using var cts = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        again:
            var e = await client.GetClickToCallEventsAsync(Channel.WEB, cts.Token);
            if (e is NoEvent)
                goto again;
            return e;
        }
        """);

    [Fact]
    public Task A_caller_limits_the_whole_run() => Members("""
        public async Task DemoAsync()
        {
            using var cts = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            await WatchAsync(cts.Token);
        }

        """ + Loop(poll: "await client.GetClickToCallEventsAsync(Channel.WEB, ct)"));

    [Fact]
    public Task A_caller_limits_a_stream() => Members("""
        public async Task DemoAsync(CancellationToken ct)
        {
            using var cts = CancellationTokenSource.CreateLinkedTokenSource(ct);
            cts.CancelAfter(TimeSpan.FromSeconds(30));
            await foreach (var e in client.ClickToCallEventsAsync(Channel.WEB, cts.Token))
                Console.WriteLine(e);
            await foreach (var e in client.ClickToCallEventsAsync(Channel.WEB).WithCancellation(cts.Token))
                Console.WriteLine(e);
        }
        """);

    [Fact]
    public Task A_helper_polls_once_with_what_it_is_given() => Members("""
        public async Task<ClickToCallEvent> OnceAsync()
        {
            using var cts = new CancellationTokenSource({|CG3001:TimeSpan.FromSeconds(10)|});
            return await NextAsync(cts.Token);
        }

        public async Task<ClickToCallEvent> PatientAsync()
        {
            using var cts = new CancellationTokenSource(TimeSpan.FromMinutes(2));
            return await NextAsync(cts.Token);
        }

        private Task<ClickToCallEvent> NextAsync(CancellationToken ct) => client.GetClickToCallEventsAsync(Channel.WEB, ct);
        """);

    [Fact]
    public Task A_helper_is_given_the_time() => Members("""
        public Task<ClickToCallEvent> HastyAsync() => NextAsync({|CG3001:TimeSpan.FromSeconds(10)|});

        public Task<ClickToCallEvent> PatientAsync() => NextAsync(TimeSpan.FromSeconds(90));

        public Task<ClickToCallEvent> HastyInSecondsAsync() => WithinAsync({|CG3001:10|});

        public Task<ClickToCallEvent> PatientInSecondsAsync() => WithinAsync(90);

        private async Task<ClickToCallEvent> NextAsync(TimeSpan limit)
        {
            using var cts = new CancellationTokenSource(limit);
            return await client.GetClickToCallEventsAsync(Channel.WEB, cts.Token);
        }

        private async Task<ClickToCallEvent> WithinAsync(int seconds)
        {
            using var cts = new CancellationTokenSource();
            cts.CancelAfter(TimeSpan.FromSeconds(seconds));
            return await client.GetClickToCallEventsAsync(Channel.WEB, cts.Token);
        }
        """);

    [Fact]
    public Task A_helper_has_a_default() => Members("""
        public Task<ClickToCallEvent> HastyAsync() => NextAsync();

        private async Task<ClickToCallEvent> NextAsync(int milliseconds = {|CG3001:5000|})
        {
            using var cts = new CancellationTokenSource(milliseconds);
            return await client.GetClickToCallEventsAsync(Channel.WEB, cts.Token);
        }
        """);

    [Fact]
    public Task A_default_that_nobody_uses() => Members("""
        public Task<ClickToCallEvent> PatientAsync() => NextAsync(90_000);

        private async Task<ClickToCallEvent> NextAsync(int milliseconds = 5000)
        {
            using var cts = new CancellationTokenSource(milliseconds);
            return await client.GetClickToCallEventsAsync(Channel.WEB, cts.Token);
        }
        """);

    [Theory]
    [InlineData("private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);")]
    [InlineData("private const int Limit = 10_000;")]
    [InlineData("private static TimeSpan Limit => new(0, 0, 10);")]
    [InlineData("private TimeSpan Limit { get; } = TimeSpan.FromMinutes(1) / 6;")]
    [InlineData("private TimeSpan Limit = TimeSpan.FromSeconds(10);")]
    public Task A_limit_is_kept_in_a_member(string member) => Members(member + """

        public async Task<ClickToCallEvent> NextAsync()
        {
            using var cts = new CancellationTokenSource({|CG3001:Limit|});
            return await client.GetClickToCallEventsAsync(Channel.WEB, cts.Token);
        }
        """);

    [Theory]
    [InlineData("public TimeSpan Limit { get; set; } = TimeSpan.FromSeconds(10);")]
    [InlineData("public TimeSpan Limit { get; init; } = TimeSpan.FromSeconds(10);")]
    [InlineData("public TimeSpan Limit = TimeSpan.FromSeconds(10);")]
    [InlineData("private TimeSpan Limit => TimeSpan.Parse(Console.ReadLine()!);")]
    [InlineData("private TimeSpan Limit = TimeSpan.FromSeconds(10); public void Wait() => Limit = TimeSpan.FromMinutes(2);")]
    [InlineData("private TimeSpan Limit { get; set; } = TimeSpan.FromSeconds(10); public void Wait(TimeSpan limit) => Limit = limit;")]
    public Task A_limit_that_others_may_set(string member) => Members(member + """

        public async Task<ClickToCallEvent> NextAsync()
        {
            using var cts = new CancellationTokenSource(Limit);
            return await client.GetClickToCallEventsAsync(Channel.WEB, cts.Token);
        }
        """);

    [Fact]
    public Task A_field_holds_the_source_of_the_poll() => Members("""
        private CancellationTokenSource? _poll;

        public async Task<ClickToCallEvent> NextAsync()
        {
            _poll = new CancellationTokenSource({|CG3001:5000|});
            return await client.GetClickToCallEventsAsync(Channel.WEB, _poll.Token);
        }

        public void Hurry() => _poll?.CancelAfter(1000);
        """);

    [Fact]
    public Task A_field_holds_the_source_of_the_whole_session() => Members("""
        private readonly CancellationTokenSource _session = new(TimeSpan.FromSeconds(30));

        public Task<ClickToCallEvent> NextAsync() => client.GetClickToCallEventsAsync(Channel.WEB, _session.Token);

        public void Stop() => _session.CancelAfter(TimeSpan.FromSeconds(5));

        public async Task<ClickToCallEvent> NextOrStopAsync()
        {
            var poll = client.GetClickToCallEventsAsync(Channel.WEB, _session.Token);
            _session.CancelAfter(TimeSpan.FromSeconds(5));
            return await poll;
        }
        """);

    [Fact]
    public Task Short_limits_for_other_calls_are_fine() => Members("""
        public async Task<ClickToCallEvent> StartAsync(CancellationToken ct)
        {
            using (var quick = CancellationTokenSource.CreateLinkedTokenSource(ct))
            {
                quick.CancelAfter(TimeSpan.FromSeconds(5));
                await client.DropClickToCallAsync(new DropClickToCallRequest { Channel = Channel.WEB }, quick.Token);
            }

            return await client.GetClickToCallEventsAsync(Channel.WEB, ct);
        }
        """);

    [Fact]
    public Task A_branch_that_polls_sets_its_own_limit() => Members("""
        public async Task<object?> AskAsync(bool poll)
        {
            using var cts = new CancellationTokenSource(TimeSpan.FromSeconds(5));
            if (poll)
            {
                cts.CancelAfter(TimeSpan.FromSeconds(90));
                return await client.GetClickToCallEventsAsync(Channel.WEB, cts.Token);
            }

            return await client.CheckClickToCallSupportAsync(Channel.WEB, cts.Token);
        }
        """);

    [Fact]
    public Task A_helper_runs_what_it_is_given_with_a_token_of_its_own() => Members("""
        public Task<ClickToCallEvent> HastyAsync() => WithinAsync(t => client.GetClickToCallEventsAsync(Channel.WEB, t), {|CG3001:TimeSpan.FromSeconds(10)|});

        public Task<ClickToCallEvent> PatientAsync() => WithinAsync(t => client.GetClickToCallEventsAsync(Channel.WEB, t), TimeSpan.FromSeconds(90));

        public Task<ClickToCallSupport> CheckAsync() => WithinAsync(t => client.CheckClickToCallSupportAsync(Channel.WEB, t), TimeSpan.FromSeconds(5));

        private static async Task<T> WithinAsync<T>(Func<CancellationToken, Task<T>> work, TimeSpan limit)
        {
            using var cts = new CancellationTokenSource(limit);
            return await work(cts.Token);
        }
        """);

    [Fact]
    public Task A_helper_repeats_what_it_is_given() => Members("""
        public async Task<ClickToCallEvent> FirstAsync()
        {
            using var total = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            return await UntilAsync(t => client.GetClickToCallEventsAsync(Channel.WEB, t), e => e is not NoEvent, total.Token);
        }

        private static async Task<T> UntilAsync<T>(Func<CancellationToken, Task<T>> work, Func<T, bool> isDone, CancellationToken ct)
        {
            while (true)
            {
                var result = await work(ct);
                if (isDone(result))
                    return result;
            }
        }
        """);

    [Fact]
    public Task A_decorator_ends_every_call() => Members("""
        public async Task<ClickToCallEvent> GetClickToCallEventsAsync(Channel channel, CancellationToken cancellationToken = default)
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter({|CG3001:Patience|});
            try
            {
                return await client.GetClickToCallEventsAsync(channel, limit.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
            {
                throw new TimeoutException("No answer.", e);
            }
        }

        public async Task<ClickToCallSupport> CheckClickToCallSupportAsync(Channel channel, CancellationToken cancellationToken = default)
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(Patience);
            return await client.CheckClickToCallSupportAsync(channel, limit.Token).ConfigureAwait(false);
        }

        private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
        """);

    [Fact]
    public Task One_limit_of_two_polls_is_told_once() => Members("""
        public async Task<(ClickToCallEvent, ClickToCallEvent)> TwoAsync(ICcMessagingClient other)
        {
            using var cts = new CancellationTokenSource({|CG3001:TimeSpan.FromSeconds(10)|});
            var first = await client.GetClickToCallEventsAsync(Channel.WEB, cts.Token);
            return (first, await other.GetClickToCallEventsAsync(Channel.WEB, cts.Token));
        }
        """);

    /// <summary>Facts are looked for only in files that mention them: with their whole names too, and apart from those who use them.</summary>
    [Fact]
    public Task A_contract_of_ones_own_in_a_file_of_its_own() => Check.Only(["CG3001"],
        """
        public interface ITides
        {
            [ProtocolOperationAttribute("watchTide"), PollAttribute(MinTimeoutMs = 60000)]
            Task<string> WatchAsync(CancellationToken ct);
        }
        """,
        """
        public sealed class Pier(ITides tides)
        {
            public async Task<string> LookAsync()
            {
                using var cts = new CancellationTokenSource({|CG3001:TimeSpan.FromSeconds(10)|});
                return await tides.WatchAsync(cts.Token);
            }
        }
        """);

    // Whether these programs poll on as the contract wants it is for other rules to say.
    private static Task Members(string marked) => Check.Only(["CG3001"], Check.Class(marked));
}
