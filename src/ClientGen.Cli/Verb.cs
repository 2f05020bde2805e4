using System.CommandLine;
using ClientGen.Cli.Terminal;

namespace ClientGen.Cli;

/// <summary>One verb of the command line. A new verb is a class of this kind and a line in <see cref="CommandLine"/>.</summary>
internal abstract class Verb
{
    /// <summary>The word on the command line.</summary>
    public abstract string Name { get; }

    /// <summary>What it does, in a sentence.</summary>
    public abstract string Description { get; }

    /// <summary>Command lines to learn from, with what each does.</summary>
    public abstract IReadOnlyList<Example> Examples { get; }

    /// <summary>What its exit codes mean.</summary>
    public abstract IReadOnlyList<string> Exits { get; }

    /// <summary>Verbs that follow this one on the command line; one that has some does nothing by itself.</summary>
    public virtual IReadOnlyList<Verb> Verbs => [];

    /// <summary>Adds arguments and options.</summary>
    public virtual void Describe(Command command)
    {
    }

    /// <summary>Does the work; nothing where other verbs follow, since their help is shown then.</summary>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public virtual Task<int> RunAsync(ParseResult arguments, Surroundings surroundings, CancellationToken cancellationToken) => Task.FromResult(ExitCodes.Ok);
}

/// <summary>A command line and what it does.</summary>
/// <param name="Line">The command line.</param>
/// <param name="Meaning">What it does.</param>
internal sealed record Example(string Line, string Meaning);

/// <summary>Where a verb runs.</summary>
/// <param name="Terminal">What it writes to.</param>
/// <param name="Folder">The folder that relative paths start from.</param>
internal sealed record Surroundings(ITerminal Terminal, string Folder)
{
    /// <summary>The full path of what the user named.</summary>
    public string Full(string path) => Path.GetFullPath(path, Folder);

    /// <summary>A path as the user would type it: relative below the folder, full elsewhere.</summary>
    public string Shown(string path)
    {
        var relative = Path.GetRelativePath(Folder, path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative.Replace('\\', '/');
    }
}
