using ClientGen.Cli.Contracts;
using ClientGen.Specs.Binding;
using ClientGen.Specs.Contracts;
using ClientGen.Specs.Names;
using ClientGen.Specs.Reading;

namespace ClientGen.Cli.Diff.Revisions;

/// <summary>Where one version of contracts is: a file or folder, on disk or in a revision.</summary>
/// <param name="Tree">The disk or the revision.</param>
/// <param name="Path">The path in it.</param>
internal sealed record Version(IContractTree Tree, string Path)
{
    /// <summary>Reads an argument: a path, or <c>revision:path</c> as git writes it.</summary>
    public static Version Parse(string argument, Surroundings surroundings, CancellationToken cancellationToken)
    {
        var path = surroundings.Full(argument).Replace('\\', '/');
        var colon = argument.IndexOf(':');
        // A drive letter is no revision.
        if (colon <= 1 || File.Exists(path) || Directory.Exists(path))
            return new Version(new DiskTree(surroundings), path);
        return InRevision(argument[..colon], argument[(colon + 1)..], surroundings, cancellationToken);
    }

    /// <summary>A path in a revision; one that starts with a dot is relative to the current folder, as in git.</summary>
    public static Version InRevision(string revision, string path, Surroundings surroundings, CancellationToken cancellationToken)
    {
        var tree = new GitTree(surroundings.Folder, revision, cancellationToken);
        var full = path.StartsWith('.') ? SpecPath.Normalize(GitTree.PrefixOf(surroundings.Folder, cancellationToken) + path) : path.Trim('/');
        return new Version(tree, full);
    }

    /// <summary>Whether it is one file.</summary>
    public bool IsFile => !Tree.IsFolder(Path);

    /// <summary>Reads and binds it.</summary>
    /// <param name="fileName">The name that a single file is to have, so that C# names are alike in both versions; null for its own.</param>
    /// <param name="progress">Told what is read.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public (DiffSide Side, IReadOnlyDictionary<string, ContractInput> Named) Read(string? fileName, Action<string> progress, CancellationToken cancellationToken)
    {
        var isFile = IsFile;
        var alias = isFile && fileName is not null ? SpecPath.Combine(Path, fileName) : Path;
        var root = isFile ? SpecPath.Normalize(Path[..(Path.LastIndexOf('/') + 1)]) : Path.TrimEnd('/');
        var inputs = Inputs(alias);
        // Where it refers to a file of that name itself, it keeps its own.
        if (inputs.Select(static input => input.Document.Path).Distinct().Count() < inputs.Count)
            inputs = Inputs(alias = Path);
        if (isFile && inputs[0].Document.Kind == SpecKind.Unknown)
            throw new WrongInputException($"{Tree.Shown(Path)} is no contract: `openapi`, `asyncapi` or `arazzo` at its top has to name a version that is known.");

        var side = new DiffSide(inputs, path => Tree.Shown(path == alias ? Path : path), cancellationToken);
        return (side, inputs.ToDictionary(input => Below(root, input.Document)));

        IReadOnlyList<ContractInput> Inputs(string name)
        {
            var list = new ContractList(Tree, cancellationToken, path => path == Path ? name : path);
            if (isFile)
                list.Add(new ListedContract(Path));
            else if (list.AddBelow(Path, static _ => true, progress) == 0)
                throw new WrongInputException($"{Tree.Shown(Path)} holds no contract.");
            return list.Together(follow: true, (_, document) => NamespaceOf(root, document));
        }
    }

    private static string Below(string root, SpecDocument document) =>
        root.Length == 0 ? document.Path : System.IO.Path.GetRelativePath("/" + root.TrimStart('/'), "/" + document.Path.TrimStart('/')).Replace('\\', '/');

    // The same in both versions, and of its own for each file.
    private static string NamespaceOf(string root, SpecDocument document) =>
        string.Join('.', Below(root, document).Split('/').Select(static part => Naming.Pascal(part, "Part")));

    /// <summary>Says which contract is which: by path, else by name.</summary>
    public static IReadOnlyList<(ContractInput? Old, ContractInput? New)> Pair(
        IReadOnlyDictionary<string, ContractInput> old, IReadOnlyDictionary<string, ContractInput> @new)
    {
        var pairs = new List<(ContractInput?, ContractInput?)>();
        var rest = new Dictionary<string, ContractInput>(@new);
        var gone = new List<ContractInput>();
        foreach (var (path, input) in old)
        {
            if (rest.Remove(path, out var same))
                pairs.Add((input, same));
            else
                gone.Add(input);
        }

        foreach (var input in gone)
        {
            var moved = rest.FirstOrDefault(other => BindingContext.FileNameOf(other.Value.Document) == BindingContext.FileNameOf(input.Document));
            if (moved.Key is not null)
                rest.Remove(moved.Key);
            pairs.Add((input, moved.Value));
        }

        pairs.AddRange(rest.Values.Select(static input => ((ContractInput?)null, (ContractInput?)input)));
        // Parts that others refer to are compared where they are used.
        return [.. pairs.Where(static pair => (pair.Item2 ?? pair.Item1)!.Document.Kind is not (SpecKind.Schema or SpecKind.Unknown) || (pair.Item2 ?? pair.Item1)!.Use == ContractUse.Generate)];
    }
}
