using System.Text;

namespace ClientGen.Cli.Contracts;

/// <summary>Files on this machine; paths are full.</summary>
internal sealed class DiskTree(Surroundings surroundings) : IContractTree
{
    private const long MaxMegabytes = 200;

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
                else if (entry is FileInfo file && ContractFileName.MayBe(file.Name) && file.ResolveLinkTarget(returnFinalTarget: true) is not { Exists: false })
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
            return File.Exists(path) ? ReadText(path) : null;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new WrongInputException($"{Shown(path)} cannot be read: {problem.Message}");
        }
    }

    /// <summary>Reads a file that may be anything, a device without an end included.</summary>
    private string ReadText(string path)
    {
        using var file = File.OpenRead(path);
        using var text = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (var read = file.Read(buffer); read > 0; read = file.Read(buffer))
        {
            if (text.Length > MaxMegabytes << 20)
                throw new WrongInputException($"{Shown(path)} is larger than {MaxMegabytes} MB, which no contract is.");
            text.Write(buffer, 0, read);
        }

        text.Position = 0;
        using var reader = new StreamReader(text, Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        return reader.ReadToEnd();
    }
}
