using ContactCenter.Simulator;
using ContactCenter.Simulator.Time;

namespace ContactCenter.Demo.Tests.Demo;

public sealed class ProgrammeTests
{
    private static readonly DemoScenario SignIn = DemoScenarios.Find("sign-in")!;

    [Fact]
    public async Task What_differs_is_told_with_both_sides()
    {
        var (isOk, output) = await PlayAsync(SignIn with { Expected = ["no tokens at all"] });
        Assert.False(isOk);
        Assert.Contains("differs: expected no tokens at all; happened fabricBearer for 10 min, messagingToken for 60 min, 1 sign-in", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_facts_in_another_order_differ() =>
        Assert.False((await PlayAsync(SignIn with { Expected = [.. SignIn.Expected.Reverse()] })).IsOk);

    [Fact]
    public async Task One_difference_is_enough_and_the_rest_is_played() =>
        Assert.False((await PlayAsync(SignIn with { Expected = [] }, SignIn)).IsOk);

    [Fact]
    public async Task A_request_that_breaks_a_contract_is_a_difference()
    {
        var (isOk, output) = await PlayAsync(SignIn with
        {
            Expected = ["tokenByAkSk 400"],
            PlayAsync = static async (stage, cancellationToken) =>
            {
                using var http = new HttpClient(stage.Wire, disposeHandler: false);
                using var body = new StringContent("{}", null, "application/json");
                using var answer = await http.PostAsync(new Uri(stage.Theatre.Server, "apigovernance/api/oauth/tokenByAkSk"), body, cancellationToken);
            },
        });
        Assert.False(isOk);
        Assert.Contains("contract broken: tokenByAkSk body#/app_key is required and missing", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_does_not_end_is_a_difference()
    {
        var (isOk, output) = await PlayAsync(SignIn with { PlayAsync = static (_, cancellationToken) => Task.Delay(Timeout.Infinite, cancellationToken) });
        Assert.False(isOk);
        Assert.Contains("not finished after 2 s", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_exception_is_a_difference()
    {
        var (isOk, output) = await PlayAsync(SignIn with { PlayAsync = static (_, _) => throw new InvalidDataException("a broken scene") });
        Assert.False(isOk);
        Assert.Contains("InvalidDataException: a broken scene", output, StringComparison.Ordinal);
    }

    private static async Task<(bool IsOk, string Output)> PlayAsync(params DemoScenario[] scenarios)
    {
        using var clock = new VirtualClock();
        using var output = new StringWriter();
        await using var simulator = await SimulatorHost.StartAsync(new() { Clock = clock }, TestContext.Current.CancellationToken);
        using var programme = new Programme(new()
        {
            Server = simulator.Url, Clock = clock, Timeline = new ConsoleTimeline(output), ReceiveCallbacksAsync = CallbackEndpoints.OpenAsync, Patience = TimeSpan.FromSeconds(2),
        });
        return (await programme.PlayAsync(scenarios, TestContext.Current.CancellationToken), output.ToString());
    }
}
