using ClientGen.Analyzers.Tests.Kit;
using Microsoft.CodeAnalysis.CSharp;

namespace ClientGen.Analyzers.Tests.Flow;

/// <summary>CG1001, CG1002: what an answer must have said before the next call.</summary>
public sealed class PreconditionTests
{
    private const string Create = "await {|CG1001:client.CreateClickToCallAsync(new() { Channel = Channel.WEB, MediaAbility = MediaAbility.Voice }, ct)|};";
    private const string Half = "await {|CG1002:client.CreateClickToCallAsync(new() { Channel = Channel.WEB, MediaAbility = MediaAbility.Voice }, ct)|};";
    private const string Fine = "await client.CreateClickToCallAsync(new() { Channel = Channel.WEB, MediaAbility = MediaAbility.Voice }, ct);";
    private const string Check = "var s = await client.CheckClickToCallSupportAsync(Channel.WEB, ct);";
    private const string Drop = "await client.DropClickToCallAsync(new() { Channel = Channel.WEB });";

    [Theory]
    [InlineData("")]
    [InlineData("await client.DropClickToCallAsync(new() { Channel = Channel.WEB });")]
    [InlineData("if (DateTime.UtcNow.Hour > 8)")]
    [InlineData("foreach (var _ in Enumerable.Range(0, 3))")]
    [InlineData("await Task.Delay(1, ct);")]
    public Task No_check_at_all(string before) => Kit.Check.Body($"{before} {{ try {{ {Create} }} finally {{ {Drop} }} }}".Replace("await client.DropClickToCallAsync(new() { Channel = Channel.WEB }); {", "{"));

    [Theory]
    [InlineData("")]
    [InlineData("if (s.WebRTCSupported == true)")]
    [InlineData("if (s.WebRTCSupported == true || s.ClickToCallSupported == true)")]
    [InlineData("if (s.WebRTCSupported == true && s.ClickToCallSupported != true)")]
    [InlineData("if (s is { WebRTCSupported: true })")]
    [InlineData("if (!(s.WebRTCSupported == true && s.ClickToCallSupported == true))")]
    [InlineData("if (s.WebRTCSupported == false) return;")]
    [InlineData("Console.WriteLine(s.WebRTCSupported & s.ClickToCallSupported);")]
    public Task Half_a_check(string test) => Kit.Check.Body($"{Check} {test} {{ try {{ {Half} }} finally {{ {Drop} }} }}");

    [Theory]
    [InlineData("if (s is { WebRTCSupported: true, ClickToCallSupported: true })")]
    [InlineData("if (s.WebRTCSupported == true && s.ClickToCallSupported == true)")]
    [InlineData("if (s.WebRTCSupported is true) if (s.ClickToCallSupported is true)")]
    [InlineData("if (s.WebRTCSupported != true || s.ClickToCallSupported != true) return;")]
    [InlineData("if (!(s.WebRTCSupported == true && s.ClickToCallSupported == true)) return;")]
    [InlineData("if (s is not { WebRTCSupported: true, ClickToCallSupported: true }) throw new InvalidOperationException();")]
    [InlineData("if (s.WebRTCSupported.GetValueOrDefault() && s.ClickToCallSupported.GetValueOrDefault())")]
    [InlineData("if ((s.WebRTCSupported ?? false) && (s.ClickToCallSupported ?? false))")]
    [InlineData("var ok = s.WebRTCSupported == true && s.ClickToCallSupported == true; if (ok)")]
    [InlineData("var (a, b) = (s.WebRTCSupported == true, s.ClickToCallSupported == true); if (a & b)")]
    [InlineData("bool Ok() => s.WebRTCSupported == true && s.ClickToCallSupported == true; if (Ok())")]
    [InlineData("var ok = s switch { { WebRTCSupported: true, ClickToCallSupported: true } => true, _ => false }; if (ok)")]
    [InlineData("if (new[] { s.WebRTCSupported, s.ClickToCallSupported }.All(flag => flag == true))")]
    [InlineData("if (s.WebRTCSupported is false or null) return; if (s.ClickToCallSupported is not true) return;")]
    public Task Both_answers_seen(string test) => Kit.Check.Body($"{Check} {test} {{ try {{ {Fine} }} finally {{ {Drop} }} }}");

    [Fact]
    public Task Evidence_in_a_helper() => Kit.Check.Members($$"""
        public async Task CallAsync(CancellationToken ct)
        {
            if (!await CanCallAsync(ct))
                return;
            try { {{Fine}} } finally { {{Drop}} }
        }

        private async Task<bool> CanCallAsync(CancellationToken ct)
        {
            {{Check}}
            return s.WebRTCSupported == true && s.ClickToCallSupported == true;
        }
        """);

    [Fact]
    public Task Evidence_in_a_field() => Kit.Check.Members($$"""
        private bool _canCall;

        public async Task PrepareAsync(CancellationToken ct)
        {
            {{Check}}
            _canCall = s.WebRTCSupported == true && s.ClickToCallSupported == true;
        }

        public async Task CallAsync(CancellationToken ct)
        {
            if (!_canCall)
                return;
            try { {{Fine}} } finally { {{Drop}} }
        }
        """);

    [Fact]
    public Task Half_of_the_evidence_in_a_field() => Kit.Check.Members($$"""
        private bool _canCall;

        public async Task PrepareAsync(CancellationToken ct)
        {
            {{Check}}
            _canCall = s.WebRTCSupported == true;
        }

        public async Task CallAsync(CancellationToken ct)
        {
            if (!_canCall)
                return;
            try { {{Create}} } finally { {{Drop}} }
        }
        """);

    [Fact]
    public Task Started_together() => Kit.Check.Body($$"""
        await Task.WhenAll(client.CheckClickToCallSupportAsync(Channel.WEB, ct), {|CG1007:client.CreateClickToCallAsync(new() { Channel = Channel.WEB, MediaAbility = MediaAbility.Voice }, ct)|});
        {{Drop}}
        """);

    [Fact]
    public Task A_wrapper_whose_callers_all_ask_is_fine() => Kit.Check.Program($$"""
        using ContactCenter.Messaging;

        public sealed class Calls(ICcMessagingClient client)
        {
            public async Task StartAsync(CancellationToken ct)
            {
                {{Fine}}
            }

            public async Task StopAsync()
            {
                {{Drop}}
            }
        }

        public sealed class Page(ICcMessagingClient client, Calls calls)
        {
            public async Task ClickAsync(CancellationToken ct)
            {
                {{Check}}
                if (s is { WebRTCSupported: true, ClickToCallSupported: true })
                {
                    try { await calls.StartAsync(ct); } finally { await calls.StopAsync(); }
                }
            }
        }
        """);

    [Fact]
    public Task Opaque_judgement_is_left_alone() => Kit.Check.Program($$"""
        using ContactCenter.Messaging;

        public interface IPolicy { bool Allows(ClickToCallSupport support); }

        public sealed class Page(ICcMessagingClient client, IPolicy policy)
        {
            public async Task ClickAsync(CancellationToken ct)
            {
                {{Check}}
                if (policy.Allows(s))
                {
                    try { {{Fine}} } finally { {{Drop}} }
                }
            }
        }
        """);

    [Fact]
    public Task A_carrier_that_computes_from_its_parts_is_understood() => Kit.Check.Program($$"""
        using ContactCenter.Messaging;

        public sealed record Both(bool First, bool Second) { public bool All => First && Second; }

        public sealed class Page(ICcMessagingClient client)
        {
            public async Task ClickAsync(CancellationToken ct)
            {
                {{Check}}
                var both = new Both(s.WebRTCSupported == true, s.ClickToCallSupported == true);
                if (both.All)
                {
                    try { {{Fine}} } finally { {{Drop}} }
                }
            }
        }
        """);

    [Fact]
    public Task A_loop_inside_the_handler_of_a_route_is_judged() => Kit.Check.Program("""
        using ContactCenter.Messaging;
        using Microsoft.AspNetCore.Builder;

        public static class Routes
        {
            public static void Map(WebApplication app) => app.MapPost("/watch", async (ICcMessagingClient client, CancellationToken ct) =>
            {
                while (true)
                {
                    var e = await {|CG3003:client.GetClickToCallEventsAsync(Channel.WEB, ct)|};
                    if (e.IsTerminal)
                        return;
                }
            });
        }
        """);

    [Fact]
    public async Task The_path_names_no_lines_of_generated_files()
    {
        var own = CSharpSyntaxTree.ParseText(Kit.Check.Method($"if (Settings.IsOn(client)) {Fine}"), path: "Program0.cs", cancellationToken: TestContext.Current.CancellationToken);
        var generated = CSharpSyntaxTree.ParseText("""
            public static class Settings
            {
                public static bool IsOn(object? options)
                {
                    if (options is null)
                        return false;
                    return true;
                }
            }
            """, path: "Settings.g.cs", cancellationToken: TestContext.Current.CancellationToken);

        var found = Assert.Single(await RuleRun.DiagnosticsAsync(Shipped.Compile([own, generated])), static each => each.Id == "CG1001");

        Assert.Contains("'Settings.IsOn(client)' is true", found.GetMessage(), StringComparison.Ordinal);
        Assert.DoesNotContain("options", found.GetMessage(), StringComparison.Ordinal);
        Assert.All(found.AdditionalLocations, place => Assert.Same(own, place.SourceTree));
    }

    // What only the interface can call is private all the same.
    [Fact]
    public Task Callers_of_an_explicit_implementation_may_stand_in_another_file() => Kit.Check.Files(["""
        using ContactCenter.Messaging;

        public interface ICalls
        {
            Task BeginAsync(CancellationToken ct);
        }

        public sealed class Calls(ICcMessagingClient client) : ICalls
        {
            async Task ICalls.BeginAsync(CancellationToken ct)
            {
                await client.CreateClickToCallAsync(new() { Channel = Channel.WEB, MediaAbility = MediaAbility.Voice }, ct);
                try
                {
                    await foreach (var e in client.ClickToCallEventsAsync(Channel.WEB, ct))
                        Console.WriteLine(e);
                }
                finally
                {
                    await client.DropClickToCallAsync(new() { Channel = Channel.WEB }, CancellationToken.None);
                }
            }
        }
        """, """
        using ContactCenter.Messaging;

        public sealed class Desk(ICcMessagingClient client, ICalls calls)
        {
            public async Task OpenAsync(CancellationToken ct)
            {
                if (await client.CheckClickToCallSupportAsync(Channel.WEB, ct) is { WebRTCSupported: true, ClickToCallSupported: true })
                    await calls.BeginAsync(ct);
            }
        }
        """]);
}
