using System.CommandLine;

namespace ContactCenter.Demo;

/// <summary>A command line that plays scenarios.</summary>
internal sealed class PlayCommand
{
    private const int Differs = 1;
    private const int WrongArguments = 2;

    /// <summary>128 + SIGINT, as shells report it.</summary>
    private const int Interrupted = 130;

    private readonly RootCommand _command;
    private readonly Option<string[]> _scenario = new("--scenario")
    {
        Description = "What to play; may be repeated. All scenarios when absent.", HelpName = "name", Arity = ArgumentArity.OneOrMore, AllowMultipleArgumentsPerToken = false,
    };

    private readonly Option<bool> _list = new("--list") { Description = "Lists the scenarios and ends." };

    /// <summary>Makes the command.</summary>
    /// <param name="description">What it does.</param>
    /// <param name="more">Options beside <c>--scenario</c> and <c>--list</c>.</param>
    public PlayCommand(string description, IEnumerable<Option> more)
    {
        _scenario.Validators.Add(static result =>
        {
            foreach (var name in result.Tokens.Select(static token => token.Value).Where(static name => DemoScenarios.Find(name) is null))
                result.AddError($"There is no scenario {name}. Scenarios: {string.Join(", ", DemoScenarios.All.Select(static scenario => scenario.Name))}.");
        });
        _command = new(description) { _scenario, _list };
        foreach (var option in more)
            _command.Options.Add(option);
    }

    /// <summary>Reads the arguments and plays.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="output">Where help and lists go.</param>
    /// <param name="error">Where complaints go.</param>
    /// <param name="playAsync">Plays the chosen scenarios; tells whether all was as expected.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(
        string[] arguments, TextWriter output, TextWriter error, Func<ParseResult, IReadOnlyList<DemoScenario>, CancellationToken, Task<bool>> playAsync)
    {
        _command.SetAction(async (parsed, cancellationToken) =>
        {
            if (parsed.GetValue(_list))
                return await ListAsync(output);
            var names = parsed.GetValue(_scenario) ?? [];
            try
            {
                return await playAsync(parsed, names.Length == 0 ? DemoScenarios.All : [.. names.Select(static name => DemoScenarios.Find(name)!)], cancellationToken) ? 0 : Differs;
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                await error.WriteLineAsync("Interrupted.");
                return Interrupted;
            }
        });
        var parsed = _command.Parse(arguments);
        var code = await parsed.InvokeAsync(new() { Output = output, Error = error });
        return parsed.Errors.Count > 0 ? WrongArguments : code;
    }

    private static async Task<int> ListAsync(TextWriter output)
    {
        foreach (var scenario in DemoScenarios.All)
            await output.WriteLineAsync($"{scenario.Name,-24} {scenario.Summary}");
        return 0;
    }
}
