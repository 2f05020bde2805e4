namespace ClientGen.Analyzers.Programs.Tests.Shapes;

/// <summary>The ways in which people poll: where they stop, how they count failures, how they wait.</summary>
internal static class LoopShapes
{
    private const string Stop = "«[Terminal:e]¦CG2001→[TerminalBut:e]¦CG2002→[TerminalAnd:e]¦CG2001,CG2002→[Wrong:e]»";
    private const string Wait = "«await Task.Delay(1000, ct);¦CG3008→»";

    /// <summary>Templates by name: a call is opened, watched and ended.</summary>
    public static IEnumerable<(string Name, string Template)> All => Loops.Select(static loop => (loop.Name, Whole(loop.Members)));

    private static string Whole(string members) => $$"""
        public async Task RunAsync(CancellationToken ct)
        {
            if ([Check] is not [Both])
                return;
            [Create]
            try
            {
                await WatchAsync(ct);
            }
            finally
            {
                [Drop]
            }
        }

        {{members}}
        """;

    private static IEnumerable<(string Name, string Members)> Loops =>
    [
        ("while true, filter counts", $$"""
            private async Task WatchAsync(CancellationToken ct)
            {
                var failures = 0;
                while (true)
                {
                    try { [Poll:e] failures = 0; if ({{Stop}}) return; }
                    [Filtered:«++failures <= 2¦CG3004→failures <= 2¦CG3005,CG3004→++failures <= 20¦CG3003→++failures <= 0¦CG3004→true»] { {{Wait}} }
                }
            }
            """),
        ("while true, catch counts", $$"""
            private async Task WatchAsync(CancellationToken ct)
            {
                for (var failures = 0; ; )
                {
                    try { [Poll:e] failures = 0; if ({{Stop}}) break; }
                    [Failure] { «failures++;¦CG3004→» if («failures > 2¦CG3004→failures > 1000000¦CG3003→failures > 0») throw; {{Wait}} }
                }
            }
            """),
        ("do while with a flag", $$"""
            private async Task WatchAsync(CancellationToken ct)
            {
                var over = false;
                var failures = 0;
                do
                {
                    try { [Poll:e] failures = 0; over = {{Stop}}; }
                    [Failure] { «failures += 1;¦CG3004→» {{Wait}} }
                }
                while («!over && failures < 3¦CG3004→!over¦CG2001→failures < 3¦CG3003→!over && failures < 1»);
            }
            """),
        ("cancellation and attempts left", $$"""
            private const int Most = «3¦CG3005,CG3004→50»;
            private async Task WatchAsync(CancellationToken ct)
            {
                var left = Most;
                while (!ct.IsCancellationRequested && «left > 0¦CG3004→true»)
                {
                    try { [Poll:e] left = Most; if ({{Stop}}) return; }
                    [Failure] { «left--;¦CG3004→» {{Wait}} }
                }
            }
            """),
        ("helper polls once", $$"""
            private int _failures;
            private async Task WatchAsync(CancellationToken ct) { while («await StepAsync(ct)¦CG2001→await StepAsync(ct) || true») { } }
            private async Task<bool> StepAsync(CancellationToken ct)
            {
                try { [Poll:e] _failures = 0; return !({{Stop}}); }
                [Failure] { «_failures++;¦CG3004→» if («_failures > 2¦CG3004→_failures < 0») return false; {{Wait}} return true; }
            }
            """),
        ("switch over the event", $$"""
            private async Task WatchAsync(CancellationToken ct)
            {
                var failures = 0;
                while (true)
                {
                    try
                    {
                        [Poll:e]
                        failures = 0;
                        switch ([Subject:e])
                        {
                            case «[Arms]¦CG2001→[ArmsBut]¦CG2002→[ArmsAnd]»: return;
                            default: «continue;¦CG2002→return;»
                        }
                    }
                    [Filtered:failures++ < 2] { {{Wait}} }
                }
            }
            """),
        ("switch expression decides", $$"""
            private async Task WatchAsync(CancellationToken ct)
            {
                var go = true;
                var failures = 0;
                while (go)
                {
                    try { [Poll:e] failures = 0; go = [Subject:e] switch { «[Arms]¦CG2001→[ArmsBut]¦CG2002→[ArmsAnd]» => false, _ => «true¦CG2002→false» }; }
                    [Filtered:failures++ < 2] { {{Wait}} }
                }
            }
            """),
        ("retry helper with a lambda", $$"""
            private async Task WatchAsync(CancellationToken ct)
            {
                while (true)
                {
                    var e = await AgainAsync(async () => { [Poll:x] return x; }, ct);
                    if ({{Stop}}) return;
                }
            }
            private static async Task<T> AgainAsync<T>(Func<Task<T>> run, CancellationToken ct)
            {
                for (var i = 0; ; i++)
                {
                    try { return await run(); }
                    [Filtered:«i < 2¦CG3005,CG3004→i < 30¦CG3004→i >= 0»] { {{Wait}} }
                }
            }
            """),
        ("recursion", $$"""
            private Task WatchAsync(CancellationToken ct) => WatchAsync(0, ct);
            private async Task WatchAsync(int failures, CancellationToken ct)
            {
                bool failed = false, over = false;
                try { [Poll:e] over = {{Stop}}; }
                [Failure] { failed = true; }
                if (over || «failures > 1¦CG3004,CG3005→failures > 200») return;
                if (failed) { {{Wait}} }
                await WatchAsync(failed ? «failures + 1¦CG3004,CG3005→failures» : 0, ct);
            }
            """),
        ("inner loop of attempts", $$"""
            private async Task WatchAsync(CancellationToken ct)
            {
                for (;;)
                {
                    [Event]? last = null;
                    for (var attempt = 1; last is null && «attempt <= 3¦CG3004→attempt > 0¦CG3005,CG3004→attempt <= 33¦CG3003→attempt <= 1»; attempt++)
                    {
                        try { [Poll:e] last = e; }
                        [Failure] { {{Wait}} }
                    }
                    if (last is null || {{Stop.Replace(":e]", ":last]")}}) return;
                }
            }
            """),
        ("local function", $$"""
            private async Task WatchAsync(CancellationToken ct)
            {
                var failures = 0;
                while (await NextAsync()) { }
                async Task<bool> NextAsync()
                {
                    try { [Poll:e] failures = 0; return «![Terminal:e]¦CG2001→![TerminalBut:e]¦CG2002→![TerminalAnd:e]¦CG2001,CG2002→[Terminal:e]»; }
                    [Filtered:«++failures <= 2¦CG3004→failures <= 2»] { {{Wait}} return true; }
                }
            }
            """),
        ("finally counts nothing", $$"""
            private async Task WatchAsync(CancellationToken ct)
            {
                var failures = 0;
                var polls = 0;
                while (true)
                {
                    try { [Poll:e] failures = 0; if ({{Stop}}) return; }
                    [Failure] { if («++failures == 3¦CG3004→failures == 3») return; {{Wait}} }
                    finally { polls++; }
                }
            }
            """),
        ("async iterator of one's own", $$"""
            private async Task WatchAsync(CancellationToken ct) { await foreach (var e in ReadAsync(ct)) Console.WriteLine(e); }
            private async IAsyncEnumerable<[Event]> ReadAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
            {
                var failures = 0;
                while (true)
                {
                    [Event]? last = null;
                    try { [Poll:e] last = e; failures = 0; }
                    [Filtered:«++failures < 3¦CG3004→failures < 3»] { {{Wait}} }
                    if (last is null) continue;
                    yield return last;
                    if ({{Stop.Replace(":e]", ":last]")}}) yield break;
                }
            }
            """),
        ("goto", $$"""
            private async Task WatchAsync(CancellationToken ct)
            {
                var failures = 0;
                again:
                try { [Poll:e] failures = 0; if ({{Stop}}) return; }
                [Failure] { «failures++;¦CG3004→» if («failures >= 3¦CG3004→failures < 0») return; {{Wait}} }
                goto again;
            }
            """),
        ("token source as flag", $$"""
            private async Task WatchAsync(CancellationToken ct)
            {
                using var over = CancellationTokenSource.CreateLinkedTokenSource(ct);
                var failures = 0;
                while (!over.IsCancellationRequested)
                {
                    try { [Poll:e] failures = 0; if ({{Stop}}) over.Cancel(); }
                    [Failure] { if («++failures > 2¦CG3004→failures > 2») over.Cancel(); else { {{Wait}} } }
                }
            }
            """),
        ("field as flag", $$"""
            private bool _isOver;
            private int _failures;
            private async Task WatchAsync(CancellationToken ct)
            {
                _isOver = false;
                _failures = 0;
                while (!_isOver) await StepAsync(ct);
            }
            private async Task StepAsync(CancellationToken ct)
            {
                try { [Poll:e] _failures = 0; Look(e); }
                [Failure] { «_failures++;¦CG3004→» if (_failures > 2) _isOver = true; else { {{Wait}} } }
            }
            private void Look([Event] e) { if ({{Stop}}) _isOver = true; }
            """),
    ];
}
