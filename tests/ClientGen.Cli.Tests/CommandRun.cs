namespace ClientGen.Cli.Tests;

/// <summary>A folder with files in which command lines are run.</summary>
internal sealed class CommandRun : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("clientgen-");

    /// <summary>The folder.</summary>
    public string Folder => _folder.FullName;

    /// <summary>What the last command wrote to standard output.</summary>
    public string Text { get; private set; } = "";

    /// <summary>What it wrote to standard error.</summary>
    public string Notes { get; private set; } = "";

    /// <summary>What it told of its progress.</summary>
    public IReadOnlyList<string> Progress { get; private set; } = [];

    /// <summary>Writes a file.</summary>
    public CommandRun With(string path, string text)
    {
        var full = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
        return this;
    }

    /// <summary>Reads a file.</summary>
    public string Read(string path) => File.ReadAllText(Path.Combine(Folder, path));

    /// <summary>Runs a command line.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> RunAsync(params string[] arguments)
    {
        var terminal = new TestTerminal();
        var code = await CommandLine.RunAsync(arguments, terminal, Folder);
        (Text, Notes, Progress) = (terminal.Text, terminal.Notes, terminal.Progress);
        return code;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
