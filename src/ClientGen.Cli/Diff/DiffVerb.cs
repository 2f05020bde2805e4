using System.CommandLine;
using ClientGen.Cli.Diff.Reports;
using ClientGen.Cli.Diff.Revisions;
using ClientGen.Cli.Findings;
using ClientGen.Specs.Binding;
using ClientGen.Specs.Contracts;
using ClientGen.Specs.Reading;
using Version = ClientGen.Cli.Diff.Revisions.Version;

namespace ClientGen.Cli.Diff;

/// <summary><c>clientgen diff</c>: what a change of a contract means for those who call it.</summary>
internal sealed class DiffVerb : Verb
{
    private readonly Argument<string> _old = new("old")
    {
        Description = "The old version: a file, a folder, or revision:path as git writes it. With --git: the path to compare, the current folder when absent.", Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Argument<string> _new = new("new") { Description = "The new version.", Arity = ArgumentArity.ZeroOrOne };

    private readonly Option<string[]> _git = new("--git")
    {
        Description = "Compares a path in one revision with the same path in another, or with the work tree.", HelpName = "revision", Arity = new ArgumentArity(1, 2), AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<string?> _current = new("--current") { Description = "The version before the change; info.version of the old contract when absent.", HelpName = "version" };
    private readonly Option<string> _form = Options.Form(ReportForm.Text, ReportForm.Json, ReportForm.Sarif, ReportForm.Markdown);
    private readonly Option<string> _failOn = Options.OneOf("--fail-on", "The least impact that makes the exit code 1.", "breaking", "breaking", "risky", "never");
    private readonly Option<string> _show = Options.OneOf(
        "--show", "The least impact that is listed; all of them count for the version.", "compatible", "breaking", "risky", "compatible");

    /// <summary>Makes the verb.</summary>
    public DiffVerb()
    {
        _current.Validators.Add(static result =>
        {
            if (result.Tokens.Count > 0 && SemanticVersion.Parse(result.Tokens[0].Value) is null)
                result.AddError($"{result.Tokens[0].Value} is no version such as 1.4.2.");
        });
    }

    /// <inheritdoc/>
    public override string Name => "diff";

    /// <inheritdoc/>
    public override string Description => "Lists every change between two versions of contracts, what each means for callers, and the next version.";

    /// <inheritdoc/>
    public override IReadOnlyList<Example> Examples =>
    [
        new("clientgen diff pets-v1.yaml pets-v2.yaml --current 1.4.2", "Compares two files and proposes the version after 1.4.2."),
        new("clientgen diff HEAD~1:spec/pets.yaml spec/pets.yaml", "Compares a file with what it was one commit ago."),
        new("clientgen diff spec --git main", "Compares every contract below spec with the branch main."),
        new("clientgen diff --git v1.0 v2.0 --format markdown", "Writes the changes between two tags, for release notes."),
        new("clientgen diff spec --git origin/main --fail-on risky --show risky", "In CI: fails when somebody has to look, and shows why."),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Exits =>
    [
        "0    nothing as bad as --fail-on was found",
        "1    something was",
        "2    wrong arguments, or a file or revision that cannot be read",
        "130  interrupted",
    ];

    /// <inheritdoc/>
    public override void Describe(Command command)
    {
        command.Arguments.Add(_old);
        command.Arguments.Add(_new);
        foreach (var option in (Option[])[_git, _current, _form, _failOn, _show])
            command.Options.Add(option);
        command.Validators.Add(result =>
        {
            var (usesGit, hasNew) = (result.GetResult(_git) is not null, result.GetResult(_new) is { Tokens.Count: > 0 });
            if (!usesGit && !hasNew)
                result.AddError("Name an old and a new version, or --git with a revision.");
            else if (usesGit && hasNew)
                result.AddError("With --git there is one path at most.");
        });
    }

    /// <inheritdoc/>
    public override Task<int> RunAsync(ParseResult arguments, Surroundings surroundings, CancellationToken cancellationToken)
    {
        var result = surroundings.Terminal.Watch("Reading contracts", progress => Compare(arguments, surroundings, progress, cancellationToken));
        foreach (var finding in result.Errors)
            surroundings.Terminal.Note($"{finding} What depends on it was not compared.");

        var least = arguments.GetValue(_show) switch { "breaking" => Impact.Breaking, "risky" => Impact.Risky, _ => Impact.Compatible };
        Write(surroundings, result, least, Options.FormOf(arguments, _form));
        var limit = arguments.GetValue(_failOn) switch { "breaking" => Impact.Breaking, "risky" => Impact.Risky, _ => (Impact?)null };
        return Task.FromResult(limit is { } bound && result.Changes.Any(change => change.Worst >= bound) ? ExitCodes.Found : ExitCodes.Ok);
    }

    private DiffResult Compare(ParseResult arguments, Surroundings surroundings, Action<string> progress, CancellationToken cancellationToken)
    {
        var (before, after) = Versions(arguments, surroundings, cancellationToken);
        // Names in C# follow from file names; of two files that are compared by name, the new one's counts.
        var fileName = before.IsFile && after.IsFile ? SpecPath.FileName(after.Path) : null;
        var (old, oldNamed) = before.Read(fileName, progress, cancellationToken);
        var (@new, newNamed) = after.Read(null, progress, cancellationToken);
        var pairs = Version.Pair(oldNamed, newNamed);
        var changes = ContractDiff.Compare(old, @new, pairs, progress, cancellationToken);
        var current = arguments.GetValue(_current) is { } said ? SemanticVersion.Parse(said) : VersionOf(pairs);
        return new DiffResult(changes, current, [.. Errors(old, before).Concat(Errors(@new, after))]);
    }

    private (Version Old, Version New) Versions(ParseResult arguments, Surroundings surroundings, CancellationToken cancellationToken)
    {
        if (arguments.GetValue(_git) is not { Length: > 0 } revisions)
            return (Version.Parse(arguments.GetValue(_old)!, surroundings, cancellationToken), Version.Parse(arguments.GetValue(_new)!, surroundings, cancellationToken));
        var path = arguments.GetValue(_old) ?? ".";
        var inGit = path.StartsWith('.') ? path : "./" + path;
        return (
            Version.InRevision(revisions[0], inGit, surroundings, cancellationToken),
            revisions.Length > 1 ? Version.InRevision(revisions[1], inGit, surroundings, cancellationToken) : Version.Parse(path, surroundings, cancellationToken));
    }

    /// <summary>The version that the old contracts state, when they agree.</summary>
    private static SemanticVersion? VersionOf(IReadOnlyList<(ContractInput? Old, ContractInput? New)> pairs)
    {
        var stated = pairs.Where(static pair => pair.Old is { Use: ContractUse.Generate })
            .Select(static pair => new Located(pair.Old!.Document, pair.Old.Document.Root).Child("info")?.Text("version")).OfType<string>().Distinct().ToList();
        return stated is [var only] ? SemanticVersion.Parse(only) : null;
    }

    private static IEnumerable<Finding> Errors(DiffSide side, Version version) => side.Findings
        .Where(static finding => finding.Severity == FindingSeverity.Error).Select(finding => finding with { Path = version.Tree.Shown(finding.Path) });

    private static void Write(Surroundings surroundings, DiffResult result, Impact least, ReportForm form)
    {
        var shown = result with { Listed = [.. result.Changes.Where(change => change.Worst >= least)] };
        switch (form)
        {
            case ReportForm.Json:
                JsonDiffReport.Write(surroundings.Terminal, shown);
                break;
            case ReportForm.Sarif:
                SarifDiffReport.Write(surroundings.Terminal, shown);
                break;
            case ReportForm.Markdown:
                MarkdownReport.Write(surroundings.Terminal, shown);
                break;
            default:
                TextReport.Write(surroundings.Terminal, shown);
                break;
        }
    }
}
