using ClientGen.Analyzers.Tests.Kit;

namespace ClientGen.Analyzers.Tests.Lifecycle;

/// <summary>Fixes of CG5001, CG5002 and CG4002.</summary>
public sealed class EndIsInFinallyFixTests
{
    private const string Ask = """
        if (await client.CheckClickToCallSupportAsync(Channel.WEB, ct) is not { WebRTCSupported: true, ClickToCallSupported: true })
            return;

        """;

    private const string Create = "client.CreateClickToCallAsync(new() { Channel = Channel.WEB, MediaAbility = MediaAbility.Voice }, ct)";

    [Fact]
    public Task A_path_that_leaves_it_open() => CheckFix.Body(
        Ask + $$"""
        await {|CG5001:{{Create}}|};
        // Nobody works then.
        if (DateTime.Now.Hour > 18)
            return;
        await client.DropClickToCallAsync(new() { Channel = Channel.WEB }); // over
        Console.WriteLine("over");
        """,
        Ask + $$"""
        await {{Create}};
        try
        {
            // Nobody works then.
            if (DateTime.Now.Hour > 18)
                return;
        }
        finally
        {
            await client.DropClickToCallAsync(new() { Channel = Channel.WEB }); // over
        }

        Console.WriteLine("over");
        """);

    [Fact]
    public Task An_exception_that_leaves_it_open() => CheckFix.Body(
        Ask + $$"""
        await {|CG5002:{{Create}}|};
        var e = await client.CheckClickToCallSupportAsync(Channel.WEB, ct);
        await client.DropClickToCallAsync(new() { Channel = Channel.WEB });
        Console.WriteLine(e);
        """,
        Ask + $$"""
        await {{Create}};
        try
        {
            var e = await client.CheckClickToCallSupportAsync(Channel.WEB, ct);
            Console.WriteLine(e);
        }
        finally
        {
            await client.DropClickToCallAsync(new() { Channel = Channel.WEB });
        }
        """);

    [Fact]
    public Task An_end_that_nobody_wrote_is_not_made_up() => CheckFix.IsNotOffered(Check.Method(Ask + $$"""
        await {|CG5001:{{Create}}|};
        Console.WriteLine("ringing");
        """));

    [Fact]
    public Task All_credentials_are_renewed() => CheckFix.Program(
        Renewing("CG4002", "await fabric.TokenByAkSkAsync(600, token, ct);"),
        Renewing("", "await fabric.TokenByAkSkAsync(600, token, ct);\n                await _client.ApplyTokenAsync(apply, ct);"));

    private static string Renewing(string id, string renew) => $$"""
        using ContactCenter.Fabric;
        using ContactCenter.Messaging;

        public sealed class Watch(IFabricClient fabric, ICcMessagingClient messaging, TokenRequest token, ApplyTokenRequest apply)
        {
            private readonly ICcMessagingClient _client = messaging.With(new CallOptions { Credentials = new StaticCredentials(new Dictionary<string, string>()) });

            public async Task RunAsync(CancellationToken ct)
            {
                for (var failures = 0; ;)
                {
                    try
                    {
                        var e = await {{(id.Length == 0 ? "_client.GetClickToCallEventsAsync(Channel.WEB, ct)" : "{|CG4002:_client.GetClickToCallEventsAsync(Channel.WEB, ct)|}")}};
                        failures = 0;
                        if (e.IsTerminal)
                            return;
                    }
                    catch (ApiException stale) when (stale.Status is 401 or 403)
                    {
                        {{renew}}
                    }
                    catch (ClientGenException) when (++failures <= 3)
                    {
                        await Task.Delay(1000, ct);
                    }
                }
            }
        }
        """;
}
