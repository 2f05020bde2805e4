using ClientGen.Cli.Contracts;
using ClientGen.Cli.Generate;
using ClientGen.Specs.Contracts;

namespace ClientGen.Cli.Init;

/// <summary>What has to be written so that a build of a project has the clients of contracts.</summary>
/// <param name="Files">New files, with their text.</param>
/// <param name="Projects">Project and props files that get items.</param>
internal sealed record InitPlan(IReadOnlyList<(string Path, string Text)> Files, IReadOnlyList<ProjectText> Projects)
{
    /// <summary>Whether all is there already.</summary>
    public bool IsEmpty => Files.Count == 0 && Projects.All(static project => project.Added.Count == 0);

    /// <summary>Plans.</summary>
    /// <param name="facts">What the project has.</param>
    /// <param name="files">New files.</param>
    /// <param name="inputs">The contracts that it is to have, with what they refer to.</param>
    /// <param name="namespaces">Their namespaces.</param>
    public static InitPlan Of(ProjectFacts facts, IReadOnlyList<(string Path, string Text)> files, IReadOnlyList<ContractInput> inputs, Namespaces namespaces)
    {
        var project = ProjectText.Read(facts.Path);
        var projects = new List<ProjectText> { project };
        var items = new List<(string Name, IReadOnlyList<(string Name, string Value)> Attributes)>();
        if (!facts.HasPackage)
            items.Add(("PackageReference", [("Include", ProjectFacts.Package), .. Version(facts.VersionsFile is null)]));
        var known = facts.Contracts.Select(static contract => contract.Path).ToHashSet(StringComparer.Ordinal);
        items.AddRange(inputs.Where(input => !known.Contains(input.Document.Path)).Select(input => Spec(facts.Path, input, namespaces)));
        project.Add(items);

        if (facts is { HasPackage: false, HasVersion: false, VersionsFile: { } versions })
        {
            projects.Add(ProjectText.Read(versions));
            projects[^1].Add(("PackageVersion", [("Include", ProjectFacts.Package), .. Version(isHere: true)]));
        }

        return new InitPlan(files, projects);
    }

    /// <summary>Does what was planned.</summary>
    public void Apply()
    {
        foreach (var (path, text) in Files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }

        foreach (var project in Projects.Where(static project => project.Added.Count > 0))
            File.WriteAllText(project.Path, project.Text);
    }

    private static IEnumerable<(string Name, string Value)> Version(bool isHere) => isHere ? [("Version", ToolVersion.Text)] : [];

    private static (string Name, IReadOnlyList<(string Name, string Value)> Attributes) Spec(string project, ContractInput input, Namespaces namespaces)
    {
        var attributes = new List<(string, string)> { ("Include", Escaped(Path.GetRelativePath(Path.GetDirectoryName(project)!, input.Document.Path).Replace('\\', '/'))) };
        if (input.Use == ContractUse.Refer)
            attributes.Add(("Generate", "false"));
        else if (namespaces.Said(input.Document) is { } name)
            attributes.Add(("Namespace", name));
        return ("ClientGenSpec", attributes);
    }

    // https://learn.microsoft.com/visualstudio/msbuild/msbuild-special-characters: these mean something in a list of files.
    private static string Escaped(string path) => string.Concat(path.Select(static c => "%$@'();?*".Contains(c) ? $"%{(int)c:X2}" : c.ToString()));
}
