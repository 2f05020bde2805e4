using System.Text;

namespace ClientGen.Cli.Contracts;

/// <summary>Files on this machine; paths are full.</summary>
internal sealed class DiskTree(Surroundings surroundings) : IContractTree
{
    /// <summary>Folders that hold what tools made, or what they keep.</summary>
    private static readonly HashSet<string> Skipped = new(StringComparer.OrdinalIgnoreCase) { "bin", "obj", "node_modules", ".git", ".vs", ".idea" };

    /// <inheritdoc/>
    public string Shown(string path) => surroundings.Shown(path);

    /// <inheritdoc/>
    public bool IsFolder(string path) => Directory.Exists(path);

    /// <inheritdoc/>
    public IReadOnlyList<string> FilesBelow(string folder)
    {
        var found = new List<string>();
        var open = new Stack<DirectoryInfo>([new DirectoryInfo(folder)]);
        while (open.TryPop(out var next))
        {
            foreach (var entry in next.EnumerateFileSystemInfos())
            {
                // A link may lead back to where it stands.
                if (entry is DirectoryInfo { LinkTarget: null } inner && !Skipped.Contains(inner.Name))
                    open.Push(inner);
                else if (entry is FileInfo file && ContractFileName.MayBe(file.Name))
                    found.Add(file.FullName.Replace('\\', '/'));
            }
        }

        found.Sort(StringComparer.Ordinal);
        return found;
    }

    /// <inheritdoc/>
    public string? Read(string path)
    {
        try
        {
            return File.Exists(path) ? File.ReadAllText(path, Encoding.UTF8) : null;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new WrongInputException($"{Shown(path)} cannot be read: {problem.Message}");
        }
    }
}
