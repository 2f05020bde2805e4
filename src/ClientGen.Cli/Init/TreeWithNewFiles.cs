using ClientGen.Cli.Contracts;

namespace ClientGen.Cli.Init;

/// <summary>A disk with files on it that are only going to be written.</summary>
/// <param name="disk">The disk.</param>
/// <param name="files">The files.</param>
internal sealed class TreeWithNewFiles(IContractTree disk, IReadOnlyList<(string Path, string Text)> files) : IContractTree
{
    /// <inheritdoc/>
    public string Shown(string path) => disk.Shown(path);

    /// <inheritdoc/>
    public bool IsFolder(string path) => disk.IsFolder(path);

    /// <inheritdoc/>
    public IReadOnlyList<string> FilesBelow(string folder) => disk.FilesBelow(folder);

    /// <inheritdoc/>
    public string? Read(string path) => files.FirstOrDefault(file => file.Path.Replace('\\', '/') == path).Text ?? disk.Read(path);
}
