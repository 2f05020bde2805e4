using System.CommandLine;
using System.Text;
using ClientGen.Cli.Rules.Config;
using ClientGen.Cli.Terminal;

namespace ClientGen.Cli.Rules;

/// <summary><c>clientgen rules set</c>: writes severities and options into <c>.editorconfig</c> and <c>.globalconfig</c>.</summary>
internal sealed class RulesSetVerb : Verb
{
    private readonly Argument<string[]> _words = new("rules")
    {
        Description = "Ids, categories, all, or one clientgen_ option, and behind them the severity (error, warning, suggestion, silent, none, default) or the value.",
        HelpName = "rule... severity", Arity = new ArgumentArity(2, 200),
    };

    private readonly Option<string?> _file = new("--file")
    {
        Description = "The file to write; the nearest .editorconfig or .globalconfig from the current folder up, or a new one here, when absent.", HelpName = "path",
    };

    private readonly Option<bool> _dryRun = Options.DryRun();

    /// <inheritdoc/>
    public override string Name => "set";

    /// <inheritdoc/>
    public override string Description => "Sets the severity of rules, or an option, and keeps every other line as it is.";

    /// <inheritdoc/>
    public override IReadOnlyList<Example> Examples =>
    [
        new("clientgen rules set CG3001 CG3002 error", "Makes two rules errors."),
        new("clientgen rules set Polling suggestion --dry-run", "Shows what would make a whole category quieter."),
        new("clientgen rules set CG3001 default", "Takes the setting away."),
        new("clientgen rules set clientgen_max_call_depth 6", "Sets an option."),
        new("clientgen rules set all none --file tests/.editorconfig", "Switches every rule about code off below a folder."),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Exits =>
    [
        "0    the settings hold",
        "1    they are written, and another file or section says otherwise and wins",
        "2    wrong arguments, or a file that cannot be read or written",
        "130  interrupted",
    ];

    /// <inheritdoc/>
    public override void Describe(Command command)
    {
        command.Arguments.Add(_words);
        command.Options.Add(_file);
        command.Options.Add(_dryRun);
    }

    /// <inheritdoc/>
    public override Task<int> RunAsync(ParseResult arguments, Surroundings surroundings, CancellationToken cancellationToken)
    {
        var words = arguments.GetValue(_words)!;
        var selection = RuleSelection.Read(words[..^1]);
        var value = ValueOf(selection, words[^1]);
        var isDry = arguments.GetValue(_dryRun);
        var files = arguments.GetValue(_file) is { } named ? [Named(selection, value, surroundings, named)] : Nearest(selection, value, surroundings.Folder);

        foreach (var file in files.Where(static file => file.Edits.Count > 0))
        {
            if (!isDry)
                File.WriteAllText(file.Path, file.Text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            surroundings.Terminal.Line(new Piece($"{(file.Exists ? "changed" : "added"),-8} ", Tone.Doubtful), surroundings.Shown(file.Path));
            foreach (var edit in file.Edits)
                surroundings.Terminal.Line(new Piece($"    {edit}", edit.StartsWith('+') ? Tone.Good : Tone.Bad));
        }

        if (files.All(static file => file.Edits.Count == 0))
            surroundings.Terminal.Line("Nothing to change.");
        else if (isDry)
            surroundings.Terminal.Line("Nothing was written. Run the same command without --dry-run.");
        return Task.FromResult(Holds(selection, value, surroundings, files) ? ExitCodes.Ok : ExitCodes.Found);
    }

    private static string ValueOf(RuleSelection selection, string word)
    {
        if (selection.Option is { } option)
        {
            return option.Takes(word) || word == Severities.Default ? word
                : throw new WrongInputException($"{option.Key} cannot be {word}: {option.Values.Replace("|", " or ").Replace("..", " to ")}, or {Severities.Default}.");
        }

        return Severities.Normal(word) ?? throw new WrongInputException($"{word} is no severity: {string.Join(", ", Severities.All)}.");
    }

    private static ConfigFile Named(RuleSelection selection, string value, Surroundings surroundings, string path)
    {
        var file = ConfigFile.Read(surroundings.Full(path));
        var isMixed = !file.IsGlobal && selection.Categories.Count > 0 && selection.Needs.Editor;
        if (selection.Needs.Global && !file.IsGlobal && !isMixed)
            throw new WrongInputException($"{path} speaks of C# files, and findings about contracts stand in none. Only {ConfigFile.GlobalName} reaches them.");
        if (isMixed && selection.Needs.Global)
            surroundings.Terminal.Note($"{path} speaks of C# files; the rules about contracts are left out.");
        selection.Write(file, value, ofCode: true, ofContracts: file.IsGlobal);
        return file;
    }

    /// <summary>The files that speak for a folder: for C# files one kind, for contracts and whole projects the other.</summary>
    private static IReadOnlyList<ConfigFile> Nearest(RuleSelection selection, string value, string folder)
    {
        var (needsGlobal, needsEditor) = selection.Needs;
        var files = new List<ConfigFile>();
        if (needsEditor)
        {
            files.Add(Nearest(folder, ConfigSet.EditorName));
            selection.Write(files[^1], value, ofCode: true, ofContracts: false);
        }

        if (needsGlobal)
        {
            files.Add(Nearest(folder, ConfigFile.GlobalName));
            selection.Write(files[^1], value, ofCode: false, ofContracts: true);
        }

        return files;
    }

    // What lies above the repository belongs to somebody else.
    private static ConfigFile Nearest(string folder, string name)
    {
        for (var next = folder; next is not null; next = Path.GetDirectoryName(next))
        {
            if (File.Exists(Path.Combine(next, name)))
                return ConfigFile.Read(Path.Combine(next, name));
            if (Path.Exists(Path.Combine(next, ".git")))
                break;
        }

        return ConfigFile.Read(Path.Combine(folder, name));
    }

    /// <summary>Looks whether what was set is what holds now, and says what wins where it is not.</summary>
    private static bool Holds(RuleSelection selection, string value, Surroundings surroundings, IReadOnlyList<ConfigFile> files)
    {
        var holds = true;
        var folders = files.Select(static file => Path.GetDirectoryName(file.Path)!).Distinct().ToList();
        // A folder on the way from the file to where we are may say otherwise.
        if (folders.Any(folder => !Path.GetRelativePath(folder, surroundings.Folder).StartsWith("..", StringComparison.Ordinal)))
            folders.Add(surroundings.Folder);
        foreach (var folder in folders.Distinct())
        {
            var settings = new EffectiveSettings(ConfigSet.Of(folder, files));
            foreach (var rule in selection.Rules.Where(rule => !rule.IsOfContracts || files.Any(static file => file.IsGlobal)))
                Tell(rule.Id, settings.Of(rule), value == Severities.Default ? rule.Severity : value, folder);
            if (selection.Option is { } option)
                Tell(option.Key, settings.Of(option), value == Severities.Default ? option.Usual : value, folder);
        }

        return holds;

        void Tell(string name, (string Value, ConfigSetting? Source) found, string wanted, string folder)
        {
            if (found.Value == wanted)
                return;
            holds = false;
            surroundings.Terminal.Note($"In {surroundings.Shown(folder)} {name} is {found.Value}"
                + (found.Source is { } source ? $": {surroundings.Shown(source.File)}({source.Line}) says so and wins." : ": two files of one level say it, which unsays it."));
        }
    }
}
