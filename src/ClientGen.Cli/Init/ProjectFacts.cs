using ClientGen.Cli.Contracts;

namespace ClientGen.Cli.Init;

/// <summary>What a project has already, wherever it is written.</summary>
/// <param name="Path">The project file.</param>
/// <param name="RootNamespace">Where default namespaces begin.</param>
/// <param name="Contracts">The contracts that it lists.</param>
/// <param name="HasPackage">Whether it references the package, whatever the version.</param>
/// <param name="VersionsFile">The file with the versions of packages; null where the project has them itself.</param>
/// <param name="HasVersion">Whether that file knows the version of the package.</param>
internal sealed record ProjectFacts(
    string Path, string RootNamespace, IReadOnlyList<ListedContract> Contracts, bool HasPackage, string? VersionsFile, bool HasVersion)
{
    /// <summary>The package that brings the generator, the analyzers and the runtime.</summary>
    public const string Package = "ClientGen";

    /// <summary>Asks MSBuild.</summary>
    public static ProjectFacts Load(string path, CancellationToken cancellationToken)
    {
        var answer = MsBuild.Ask(
            path, ["RootNamespace", "ManagePackageVersionsCentrally", "DirectoryPackagesPropsPath"], ["ClientGenSpec", "PackageReference", "PackageVersion"], [], cancellationToken);
        var isCentral = MsBuild.Property(answer, "ManagePackageVersionsCentrally").Equals("true", StringComparison.OrdinalIgnoreCase);
        return new ProjectFacts(
            path, MsBuild.Property(answer, "RootNamespace"), [.. MsBuild.Items(answer, "ClientGenSpec").Select(MsBuildProject.Contract)],
            Has("PackageReference"), isCentral ? MsBuild.Property(answer, "DirectoryPackagesPropsPath") : null, Has("PackageVersion"));

        bool Has(string item) => MsBuild.Items(answer, item).Any(static found => Package.Equals(MsBuild.Metadata(found, "Identity"), StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Finds the project: the one that was named, else the only one in the folder, else the only one below it.</summary>
    public static string Find(Surroundings surroundings, string? named)
    {
        if (named is not null)
        {
            var path = surroundings.Full(named);
            return !ContractFileName.IsProject(path) ? throw new WrongInputException($"{named} is no C# project (.csproj).")
                : File.Exists(path) ? path
                : throw new WrongInputException($"{named} does not exist.");
        }

        var here = Directory.GetFiles(surroundings.Folder, "*.csproj").Order(StringComparer.Ordinal).ToList();
        var found = here.Count > 0 ? here : Below(surroundings.Folder);
        return found switch
        {
            [var only] => only,
            [] => throw new WrongInputException("There is no .csproj here or below. Name one with --project, or make one: dotnet new console."),
            _ => throw new WrongInputException($"There are {found.Count} projects: {string.Join(", ", found.Take(5).Select(surroundings.Shown))}{(found.Count > 5 ? ", …" : "")}. Name one with --project."),
        };
    }

    private static List<string> Below(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*.csproj", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, MaxRecursionDepth = 4 }).Order(StringComparer.Ordinal)];
}
