using ClientGen.Cli.Contracts;

namespace ClientGen.Cli.Diff.Revisions;

/// <summary>The files of a revision; paths start at the root of the repository.</summary>
internal sealed class GitTree : IContractTree
{
    private readonly string _folder;
    private readonly string _revision;
    private readonly string _commit;
    private readonly CancellationToken _cancellationToken;

    /// <summary>Looks up a revision.</summary>
    /// <param name="folder">A folder of the repository.</param>
    /// <param name="revision">Whatever git understands: a branch, a tag, <c>HEAD~1</c>, a hash.</param>
    /// <param name="cancellationToken">Ends git.</param>
    public GitTree(string folder, string revision, CancellationToken cancellationToken)
    {
        (_folder, _revision, _cancellationToken) = (folder, revision, cancellationToken);
        _commit = Git("rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}")?.Trim()
            ?? throw new WrongInputException($"`{revision}` is no revision of a git repository at {folder}."
                + (Path.Exists(Path.Combine(folder, revision)) ? " It is a path; write paths before --git." : ""));
    }

    /// <summary>The path from the root of the repository to a folder in it, with a slash at its end; empty for the root.</summary>
    public static string PrefixOf(string folder, CancellationToken cancellationToken)
    {
        var (code, output, _) = OtherProcess.Run("git", ["rev-parse", "--show-prefix"], folder, cancellationToken);
        return code == 0 ? output.Trim() : throw new WrongInputException($"{folder} is in no git repository.");
    }

    /// <inheritdoc/>
    public string Shown(string path) => $"{_revision}:{path}";

    /// <inheritdoc/>
    public bool IsFolder(string path) => path.Length == 0 || Git("cat-file", "-t", $"{_commit}:{path}")?.Trim() == "tree";

    /// <inheritdoc/>
    public IReadOnlyList<string> FilesBelow(string folder)
    {
        // -z: names come as they are, without quotes.
        var listed = Git("ls-tree", "-r", "-z", "--full-tree", "--name-only", _commit, "--", folder.Length == 0 ? "." : folder + "/") ?? "";
        return [.. listed.Split('\0', StringSplitOptions.RemoveEmptyEntries).Where(ContractFileName.MayBe).Order(StringComparer.Ordinal)];
    }

    /// <inheritdoc/>
    public string? Read(string path) => Git("cat-file", "blob", $"{_commit}:{path}");

    private string? Git(params string[] arguments)
    {
        var (code, output, _) = OtherProcess.Run("git", arguments, _folder, _cancellationToken);
        return code == 0 ? output : null;
    }
}
