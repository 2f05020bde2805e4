namespace ContactCenter.Demo.Tests.Demo;

public sealed class WholeDemoTests
{
    [Fact]
    public async Task Everything_is_as_the_contracts_expect_and_can_be_read_in_a_pipe()
    {
        var run = await DemoRun.WithAsync();
        Assert.True(run.Code == 0, run.Output);
        Assert.DoesNotContain('\u001b', run.Output);
        foreach (var promise in (string[])
            ["168102", "168101", "168106", "168110", "tokens renewed", "gave up", "callout", "alerting", "answer", "collectInfo", "disconnect", "50 fee records", "handed over"])
        {
            Assert.Contains(promise, run.Output, StringComparison.Ordinal);
        }

        // Every row of the table says ok.
        var rows = run.Lines.Where(static line => line.StartsWith("| ", StringComparison.Ordinal) && DemoScenarios.Find(line.Split('|')[1].Trim()) is not null).ToList();
        Assert.Equal(DemoScenarios.All.Count, rows.Count);
        Assert.All(rows, static row => Assert.EndsWith("| ok |", row, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_timeline_shows_the_call_in_its_own_time()
    {
        var run = await DemoRun.WithAsync("--scenario", "text-then-call");
        var events = run.Lines.Where(static line => line.Contains("★ 1681", StringComparison.Ordinal)).Select(static line => line.Trim()).ToList();
        Assert.Collection(
            events,
            static line => Assert.StartsWith("00:04.000  messaging  ★ 168102 waiting in the queue", line, StringComparison.Ordinal),
            static line => Assert.StartsWith("00:49.000  messaging  ★ 168101 connected through ", line, StringComparison.Ordinal),
            static line => Assert.StartsWith("01:19.000  messaging  ★ 168106 transferred", line, StringComparison.Ordinal),
            static line => Assert.StartsWith("01:54.000  messaging  ★ 168110 released: The agent hung up.", line, StringComparison.Ordinal));
    }
}
