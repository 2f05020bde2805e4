namespace ClientGen.Analyzers.Programs.Tests.Shapes;

/// <summary>The ways in which people test an answer before they go on.</summary>
internal static class EvidenceShapes
{
    private const string Ids = "CG1001,CG1002,CG1005→";

    /// <summary>Templates by name: after each, exactly one call is opened and ended.</summary>
    public static IEnumerable<(string Name, string Template)> All => Inline.Concat(Spread);

    private static string Run(string before, string after = "") => $$"""
        public async Task RunAsync(CancellationToken ct)
        {
            {{before}}
            [Create]
            [Drop]
            {{after}}
        }
        """;

    private static IEnumerable<(string, string)> Inline =>
    [
        ("guard clause", Run($"var s = [Check]; if («[!1:s] || [!2:s]¦{Ids}[!1:s] && [!2:s]¦{Ids}[!1:s]¦{Ids}[!2:s]¦{Ids}[1:s] && [2:s]») return;")),
        ("nested if", Run($$"""var s = [Check]; if («[1:s]¦{{Ids}}s is not null»)  { if («[2:s]¦{{Ids}}[1:s]¦{{Ids}}!([2:s])») {""", "} }")),
        ("De Morgan", Run($"var s = [Check]; if («!([1:s] && [2:s])¦{Ids}!([1:s] || [2:s])¦{Ids}[1:s] && [2:s]») return;")),
        ("stored condition", Run($"var s = [Check]; var ok = «[1:s] && [2:s]¦{Ids}[1:s] || [2:s]¦{Ids}[2:s]»; if («!ok¦{Ids}ok») return;")),
        ("two locals", Run($"var s = [Check]; var a = [1:s]; var b = «[2:s]¦{Ids}a»; if («!(a & b)¦{Ids}!(a | b)¦{Ids}!a») throw new InvalidOperationException();")),
        ("property pattern", Run($"var s = [Check]; if («s is not [Both]¦{Ids}s is not [Only1]¦{Ids}s is not [Only2]¦{Ids}s is [Both]») return;")),
        ("pattern with name", Run($$"""if («[Check] is [Both] s¦{{Ids}}[Check] is [Only1] s¦{{Ids}}[Check] is { } s») { Console.WriteLine(s);""", "}")),
        ("ternary", Run($"var s = [Check]; var word = «[1:s]¦{Ids}true» ? «[2:s]¦{Ids}[1:s]» ? 2 : 1 : 0; if («word < 2¦{Ids}word < 1¦{Ids}word > 2») return;")),
        ("switch expression", Run($$"""var s = [Check]; var ok = s switch { «[Both]¦{{Ids}}[Only1]¦{{Ids}}[Only2]» => true, _ => «false¦{{Ids}}true» }; if (!ok) return;""")),
        ("switch statement", Run($$"""var s = [Check]; switch (s) { case «[Both]¦{{Ids}}[Only2]»: break; default: «return;¦{{Ids}}break;» }""")),
        ("counter of answers", Run($"var s = [Check]; var n = 0; if ([1:s]) n++; if («[2:s]¦{Ids}true») n++; if («n != 2¦{Ids}n < 1¦{Ids}n == 2») return;")),
        ("accumulated", Run($"var s = [Check]; var ok = true; ok &= [1:s]; ok «&=¦{Ids}|=» [2:s]; if (!ok) return;")),
        ("goto", Run($"var s = [Check]; if («[!1:s]¦{Ids}s is null») goto no; if («[!2:s]¦{Ids}[2:s]») goto no; goto yes; no: return; yes:")),
        ("deconstruction", Run($"var s = [Check]; var (a, b) = ([1:s], «[2:s]¦{Ids}true»); if («!a || !b¦{Ids}!a && !b») return;")),
        ("list of conditions", Run($$"""var s = [Check]; bool[] all = [ [1:s], [2:s] ]; if («!all.All(x => x)¦{{Ids}}!all.Any(x => x)») return;""")),
        ("exception", Run($"var s = [Check]; if («[!1:s]¦{Ids}[1:s]») throw new NotSupportedException(); _ = «[2:s]¦{Ids}[1:s]» ? 0 : throw new NotSupportedException();")),
        ("local function", Run($"var s = [Check]; if (!Ok()) return; bool Ok() => «[1:s] && [2:s]¦{Ids}[1:s]¦{Ids}[1:s] || [2:s]»;")),
        ("lambda", Run($"Func<[Support], bool> ok = s => «[1:s] && [2:s]¦{Ids}[2:s]»; if («!ok([Check])¦{Ids}ok([Check])») return;")),
        ("list pattern of a tuple", Run($"var s = [Check]; if (([1:s], [2:s]) is «not (true, true)¦{Ids}(false, false)¦{Ids}not (true, _)») return;")),
        ("question until yes", Run($$"""[Support] s; do { s = [Check]; await Task.Delay(1000, ct); } while («!([1:s] && [2:s])¦{{Ids}}!([1:s])¦{{Ids}}!([1:s] || [2:s])»);""")),
    ];

    private static IEnumerable<(string, string)> Spread =>
    [
        ("helper", $$"""
            public async Task RunAsync(CancellationToken ct) { if («!await CanAsync(ct)¦{{Ids}}await CanAsync(ct)») return; [Create] [Drop] }
            private async Task<bool> CanAsync(CancellationToken ct) { var s = [Check]; return «[1:s] && [2:s]¦{{Ids}}[1:s]¦{{Ids}}[2:s]¦{{Ids}}true»; }
            """),
        ("helper that throws", $$"""
            public async Task RunAsync(CancellationToken ct) { «await EnsureAsync(ct);¦{{Ids}}» [Create] [Drop] }
            private async Task EnsureAsync(CancellationToken ct) { var s = [Check]; if («!([1:s] && [2:s])¦{{Ids}}!([2:s])¦{{Ids}}[1:s] && [2:s]») throw new InvalidOperationException("no"); }
            """),
        ("helper of the answer", $$"""
            public async Task RunAsync(CancellationToken ct) { if (!IsFine([Check])) return; [Create] [Drop] }
            private static bool IsFine([Support] s) { if («[!1:s]¦{{Ids}}[1:s]») return false; return «[2:s]¦{{Ids}}true»; }
            """),
        ("extension", $$"""
            public sealed class Desk([Client] client)
            {
                public async Task RunAsync(CancellationToken ct) { if (!([Check]).IsFine()) return; [Create] [Drop] }
                [Helpers]
            }
            internal static class Extensions { public static bool IsFine(this [Support] s) => «s is [Both]¦{{Ids}}s is [Only1]¦{{Ids}}s is not null»; }
            """),
        ("field", $$"""
            private bool _can;
            public async Task LoadAsync(CancellationToken ct) { var s = [Check]; _can = «[1:s] && [2:s]¦{{Ids}}[1:s]»; }
            public async Task RunAsync(CancellationToken ct) { if («!_can¦{{Ids}}_can») return; [Create] [Drop] }
            """),
        ("property", $$"""
            private [Support]? _s;
            public bool CanCall => «_s is [Both]¦{{Ids}}_s is [Only1]¦{{Ids}}_s is not null»;
            public async Task LoadAsync(CancellationToken ct) => _s = [Check];
            public async Task RunAsync(CancellationToken ct) { if («!CanCall¦{{Ids}}CanCall») return; [Create] [Drop] }
            """),
        ("parameter", $$"""
            public async Task LoadAsync(CancellationToken ct) { var s = [Check]; await GoAsync(s, ct); }
            private async Task GoAsync([Support] s, CancellationToken ct) { if («[!1:s] || [!2:s]¦{{Ids}}[!2:s]») return; [Create] [Drop] }
            """),
        ("evidence before the helper", $$"""
            public async Task RunAsync(CancellationToken ct) { var s = [Check]; if («[1:s] && [2:s]¦{{Ids}}[1:s]¦{{Ids}}[1:s] || [2:s]») await GoAsync(ct); }
            private async Task GoAsync(CancellationToken ct) { [Create] [Drop] }
            """),
        ("record", $$"""
            private sealed record Abilities(bool First, bool Second) { public bool All => «First && Second¦{{Ids}}First || Second¦{{Ids}}Second»; }
            public async Task RunAsync(CancellationToken ct) { var s = [Check]; var a = new Abilities([1:s], «[2:s]¦{{Ids}}true»); if (!a.All) return; [Create] [Drop] }
            """),
        ("out parameter", $$"""
            public async Task RunAsync(CancellationToken ct) { var s = [Check]; if (!TryRead(s, out var ok) || !ok) return; [Create] [Drop] }
            private static bool TryRead([Support] s, out bool ok) { ok = «[2:s]¦{{Ids}}true»; return «[1:s]¦{{Ids}}true»; }
            """),
        ("lambda of the rest", $$"""
            public async Task RunAsync(CancellationToken ct) { var s = [Check]; await WhenAsync(«[1:s] && [2:s]¦{{Ids}}[1:s]», async () => { [Create] [Drop] }); }
            private static async Task WhenAsync(bool condition, Func<Task> run) { if («condition¦{{Ids}}!condition») await run(); }
            """),
        ("task kept", $$"""
            public async Task RunAsync(CancellationToken ct) { var asked = [CheckTask]; await Task.Yield(); var s = await asked; if («[!1:s] || [!2:s]¦{{Ids}}[!1:s] && [!2:s]») return; [Create] [Drop] }
            """),
        ("in try", $$"""
            public async Task RunAsync(CancellationToken ct)
            {
                bool ok;
                try { var s = [Check]; ok = «[1:s] && [2:s]¦{{Ids}}[2:s]»; }
                catch (Exception problem) when (problem is not OperationCanceledException) { ok = «false¦{{Ids}}true»; }
                if (!ok) return;
                [Create]
                [Drop]
            }
            """),
        ("two fields", $$"""
            private bool _first, _second;
            public async Task RunAsync(CancellationToken ct) { await ReadAsync(ct); if («!(_first && _second)¦{{Ids}}!(_first || _second)¦{{Ids}}!_first») return; [Create] [Drop] }
            private async Task ReadAsync(CancellationToken ct) { var s = [Check]; _first = [1:s]; _second = «[2:s]¦{{Ids}}true»; }
            """),
        ("interface with one implementation", $$"""
            public sealed class Desk([Client] client, IAsk ask)
            {
                public async Task RunAsync(CancellationToken ct) { if («!await ask.CanAsync(ct)¦{{Ids}}await ask.CanAsync(ct)») return; [Create] [Drop] }
                [Helpers]
            }
            public interface IAsk { Task<bool> CanAsync(CancellationToken ct); }
            internal sealed class Ask([Client] client) : IAsk { public async Task<bool> CanAsync(CancellationToken ct) => [Check] is «[Both]¦{{Ids}}[Only1]¦{{Ids}}{ }»; }
            """),
    ];
}
