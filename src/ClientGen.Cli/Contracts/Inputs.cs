namespace ClientGen.Cli.Contracts;

/// <summary>Turns the arguments of a verb into contracts on disk.</summary>
/// <param name="surroundings">Where it runs.</param>
/// <param name="cancellationToken">Ends the reading.</param>
/// <param name="tree">Where they lie; on disk when null.</param>
internal sealed class Inputs(Surroundings surroundings, CancellationToken cancellationToken, IContractTree? tree = null)
{
    private readonly ContractList _list = new(tree ?? new DiskTree(surroundings), cancellationToken);

    /// <summary>What the arguments name.</summary>
    public ContractList List => _list;

    /// <summary>The project among the arguments; null when there is none.</summary>
    public MsBuildProject? Project { get; private set; }

    /// <summary>Adds what an argument names: a file, a folder, a pattern or a project.</summary>
    public void Add(string argument, bool withReferences, Action<string> progress)
    {
        if (Glob.Is(argument))
        {
            var (folder, matches) = Glob.Split(argument);
            AddFolder(argument, folder, matches, progress);
            return;
        }

        var path = surroundings.Full(argument).Replace('\\', '/');
        if (Directory.Exists(path))
        {
            AddFolder(argument, argument, static _ => true, progress);
        }
        else if (ContractFileName.IsProject(path))
        {
            if (!File.Exists(path))
                throw new WrongInputException($"{argument} does not exist.");
            if (Project is not null)
                throw new WrongInputException($"{argument} is a second project; name one at a time.");
            progress($"Asking MSBuild about {argument}");
            Project = MsBuildProject.Load(path, withReferences, cancellationToken);
            foreach (var contract in Project.Contracts)
                _list.Add(contract);
        }
        else
        {
            _list.Add(new ListedContract(path));
        }
    }

    private void AddFolder(string argument, string folder, Func<string, bool> matches, Action<string> progress)
    {
        var path = surroundings.Full(folder).Replace('\\', '/');
        if (!Directory.Exists(path))
            throw new WrongInputException($"The folder {folder} does not exist.");
        if (_list.AddBelow(path, matches, progress) == 0)
            throw new WrongInputException($"{argument} holds no contract: no .yaml, .yml or .json file with `openapi`, `asyncapi` or `arazzo` at its top.");
    }
}
