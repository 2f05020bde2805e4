using ClientGen.Cli.Terminal;
using ClientGen.Specs.Contracts;
using ClientGen.Specs.Reading;

namespace ClientGen.Cli.Init;

/// <summary>Says what was set up, and how to go on.</summary>
internal static class InitReport
{
    /// <summary>Writes the report.</summary>
    public static void Write(Surroundings surroundings, InitPlan plan, BoundContracts bound, bool isDry)
    {
        var terminal = surroundings.Terminal;
        foreach (var (path, _) in plan.Files)
            terminal.Line(new("added    ", Tone.Good), surroundings.Shown(path));
        foreach (var project in plan.Projects.Where(static project => project.Added.Count > 0))
        {
            terminal.Line(new("changed  ", Tone.Doubtful), surroundings.Shown(project.Path));
            foreach (var line in project.Added)
                terminal.Line(new Piece($"    + {line}", Tone.Good));
        }

        foreach (var finding in bound.Findings.Where(static finding => finding.Severity == FindingSeverity.Error))
            terminal.Note((finding with { Path = surroundings.Shown(finding.Path) }).ToString());
        terminal.Line(new Piece(
            plan.IsEmpty ? "Everything is set up already." : isDry ? "Nothing was written. Run the same command without --dry-run." : "Run `dotnet build`; then there are:", Tone.Strong));
        foreach (var model in bound.Models)
        {
            foreach (var name in new[] { model.Client?.Name, model.Workflows?.Name }.OfType<string>())
                terminal.Line($"    {model.Namespace}.{name}");
        }
    }
}
