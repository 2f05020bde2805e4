namespace ClientGen.Cli.Contracts;

/// <summary>A place that holds contracts: a disk, or a revision of a repository. Paths have forward slashes.</summary>
internal interface IContractTree
{
    /// <summary>What people call a file of this place, such as <c>HEAD~1:spec/pets.yaml</c>.</summary>
    string Shown(string path);

    /// <summary>Whether there is such a folder.</summary>
    bool IsFolder(string path);

    /// <summary>Files below a folder that may be contracts, in ordinal order.</summary>
    IReadOnlyList<string> FilesBelow(string folder);

    /// <summary>The text of a file; null when there is none.</summary>
    string? Read(string path);
}
