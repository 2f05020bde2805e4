using System.CommandLine;
using ContactCenter.Simulator.Scenarios;

namespace ContactCenter.Simulator.Tests.Hosting;

public sealed class CommandLineTests
{
    [Fact]
    public async Task The_list_names_every_scenario()
    {
        var (code, output, _) = await RunAsync("--list");
        Assert.Equal(0, code);
        Assert.All(ScenarioCatalogue.All, scenario => Assert.Contains(scenario.Name, output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--port 70000", "--port must be 0 to 65535.")]
    [InlineData("--scenario nothing", "There is no scenario nothing; --list shows the choices.")]
    [InlineData("--speed slow", "slow")]
    public async Task Wrong_options_are_refused(string line, string expected)
    {
        var (code, _, error) = await RunAsync(line);
        Assert.NotEqual(0, code);
        Assert.Contains(expected, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_help_names_the_options()
    {
        var (_, output, _) = await RunAsync("--help");
        foreach (var option in new[] { "--port", "--scenario", "--list", "--speed" })
            Assert.Contains(option, output, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(string line)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await SimulatorCommand.Create().Parse(line).InvokeAsync(
            new InvocationConfiguration { Output = output, Error = error }, TestContext.Current.CancellationToken);
        return (code, output.ToString(), error.ToString());
    }
}
