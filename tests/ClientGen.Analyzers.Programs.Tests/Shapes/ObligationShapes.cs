namespace ClientGen.Analyzers.Programs.Tests.Shapes;

/// <summary>The ways in which people make sure that a call ends.</summary>
internal static class ObligationShapes
{
    private const string Ask = "if ([Check] is not [Both]) return;";

    /// <summary>Templates by name.</summary>
    public static IEnumerable<(string Name, string Template)> All =>
    [
        ("try finally", $$"""
            public async Task RunAsync(bool quick, CancellationToken ct)
            {
                {{Ask}}
                [Create]
                «try { if (quick) return; await Task.Delay(1000, ct); } finally { [Drop] }¦CG5001→if (quick) return; await Task.Delay(1000, ct); [Drop]¦CG5001,CG5002→try { await Task.Delay(1000, ct); } finally { if (quick) [Drop] }»
            }
            """),
        ("every path", $$"""
            public async Task RunAsync(int seconds, CancellationToken ct)
            {
                {{Ask}}
                [Create]
                if (seconds == 0) { «[Drop]¦CG5001→» return; }
                if (seconds < 10) { Console.WriteLine("short"); «[Drop]¦CG5001→» }
                else { Console.WriteLine("long"); «[Drop]¦CG5001→» }
            }
            """),
        ("order", $$"""
            public async Task RunAsync(CancellationToken ct)
            {
                «{{Ask}} [Create] [Drop]¦CG1001,CG1002→[Create] {{Ask}} [Drop]¦CG1001→[Create] [Drop]¦CG5101,CG1001,CG1002→{{Ask}} [Create] [Create] [Drop]»
            }
            """),
        ("local function ends", $$"""
            public async Task RunAsync(CancellationToken ct)
            {
                {{Ask}}
                [Create]
                try { await Task.Delay(100, ct); } finally { await EndAsync(); }
                async Task EndAsync() { «[Drop]¦CG5001,CG5002→await Task.Yield();» }
            }
            """),
        ("lambda ends", $$"""
            public async Task RunAsync(CancellationToken ct)
            {
                {{Ask}}
                Func<Task> end = async () => { [Drop] };
                [Create]
                try { await Task.Delay(100, ct); } finally { «await end();¦CG5001,CG5002→» }
            }
            """),
        ("disposable", $$"""
            public sealed class Desk([Client] client)
            {
                public async Task RunAsync(CancellationToken ct)
                {
                    {{Ask}}
                    [Create]
                    await using var end = new End(client);
                    await Task.Delay(100, ct);
                }
                [Helpers]
            }
            internal sealed class End([Client] client) : IAsyncDisposable
            {
                public async ValueTask DisposeAsync() { «[Drop]¦CG5001,CG5002→await Task.Yield();» }
                [Helpers]
            }
            """),
        ("another button", $$"""
            private bool _isOpen;
            public async Task StartAsync(CancellationToken ct) { {{Ask}} [Create] _isOpen = true; }
            public async Task StopAsync() { if (!_isOpen) return; [Drop] _isOpen = false; }
            """),
        ("catch and rethrow", $$"""
            public async Task RunAsync(CancellationToken ct)
            {
                {{Ask}}
                [Create]
                try { await Task.Delay(100, ct); }
                catch { «[Drop]¦CG5002,CG5001→» throw; }
                [Drop]
            }
            """),
        ("polled before", $$"""
            public async Task RunAsync(CancellationToken ct)
            {
                {{Ask}}
                «[Create] try { await OnceAsync(ct);¦CG1004→await OnceAsync(ct); [Create] try {¦CG1004,CG1001→try { await OnceAsync(ct);»
                }
                finally { [Drop] }
            }
            private async Task OnceAsync(CancellationToken ct)
            {
                for (var failures = 0; failures < 3;)
                {
                    try { [Poll:e] failures = 0; if ([Terminal:e]) return; }
                    [Failure] { failures++; await Task.Delay(1000, ct); }
                }
            }
            """),
        ("loop of calls", $$"""
            public async Task RunAsync(int calls, CancellationToken ct)
            {
                for (var i = 0; i < calls; i++)
                {
                    if («[Check] is not [Both]¦CG1002→[Check] is not [Only1]») continue;
                    [Create]
                    try { await Task.Delay(100, ct); }
                    finally { «[Drop]¦CG5001,CG5002,CG5101→» }
                }
            }
            """),
    ];
}
