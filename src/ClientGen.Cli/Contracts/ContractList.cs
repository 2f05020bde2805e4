using ClientGen.Specs.Binding;
using ClientGen.Specs.Contracts;
using ClientGen.Specs.Reading;

namespace ClientGen.Cli.Contracts;

/// <summary>A contract that the user named, by itself or with a folder, pattern or project.</summary>
/// <param name="Path">Its path in the tree.</param>
/// <param name="Namespace">The C# namespace; null for the one that follows from the file's name.</param>
/// <param name="Use">What is wanted of it.</param>
internal sealed record ListedContract(string Path, string? Namespace = null, ContractUse Use = ContractUse.Generate);

/// <summary>Turns what the user named into contracts that are bound together.</summary>
/// <param name="tree">Where they lie.</param>
/// <param name="cancellationToken">Ends the reading.</param>
/// <param name="alias">The path that a contract is read under; its own when null. Names in C# follow from it.</param>
internal sealed class ContractList(IContractTree tree, CancellationToken cancellationToken, Func<string, string>? alias = null)
{
    private static readonly string[] Marks = ["openapi", "asyncapi", "arazzo", "swagger"];

    private readonly Dictionary<string, SpecDocument?> _read = new(StringComparer.Ordinal);
    private readonly List<ListedContract> _listed = [];

    /// <summary>What was listed, each path once, in the order of the user.</summary>
    public IReadOnlyList<ListedContract> Listed => _listed;

    /// <summary>Adds one file, whatever it holds.</summary>
    public void Add(ListedContract contract)
    {
        if (Document(contract.Path) is null)
            throw new WrongInputException($"{tree.Shown(contract.Path)} does not exist.");
        if (_listed.All(known => known.Path != contract.Path))
            _listed.Add(contract);
    }

    /// <summary>Adds the contracts among the files below a folder: those that say which standard they follow.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="matches">Tests the path below the folder.</param>
    /// <param name="progress">Told which file is read.</param>
    /// <returns>How many there were.</returns>
    public int AddBelow(string folder, Func<string, bool> matches, Action<string> progress)
    {
        var before = _listed.Count;
        foreach (var path in tree.FilesBelow(folder))
        {
            if (!matches(path[(folder.TrimEnd('/').Length + 1)..]))
                continue;
            progress($"Reading {tree.Shown(path)}");
            if (Document(path)?.Root is SpecMapping root && Marks.Any(root.Contains))
                Add(new ListedContract(path));
        }

        return _listed.Count - before;
    }

    /// <summary>The listed contracts with the files that they refer to, split into groups that have nothing to do with each other.</summary>
    public IReadOnlyList<IReadOnlyList<ContractInput>> Groups(Func<ListedContract, SpecDocument, string> @namespace)
    {
        var groups = new List<List<string>>();
        var groupOf = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var contract in _listed)
        {
            var reached = Reached(contract.Path);
            var group = reached.Select(path => groupOf.GetValueOrDefault(path)).FirstOrDefault(static known => known is not null);
            if (group is null)
                groups.Add(group = []);
            foreach (var path in reached)
                Join(path, group);
        }

        // The order within a group is the user's, and what is only referred to comes last.
        return [.. groups.Where(static group => group.Count > 0).Select(group => (IReadOnlyList<ContractInput>)[.. Inputs(group, @namespace)])];

        void Join(string path, List<string> group)
        {
            if (groupOf.TryGetValue(path, out var other) && !ReferenceEquals(other, group))
            {
                foreach (var moved in other)
                    groupOf[moved] = group;
                group.AddRange(other);
                other.Clear();
            }
            else if (groupOf.TryAdd(path, group))
            {
                group.Add(path);
            }
        }
    }

    /// <summary>The listed contracts as one build.</summary>
    /// <param name="follow">Whether files that they refer to are read too, though nothing is generated for these.</param>
    /// <param name="namespace">The C# namespace of a contract.</param>
    public IReadOnlyList<ContractInput> Together(bool follow, Func<ListedContract, SpecDocument, string> @namespace)
    {
        var paths = follow ? _listed.SelectMany(contract => Reached(contract.Path)).Distinct() : _listed.Select(static contract => contract.Path);
        return [.. Inputs([.. paths], @namespace)];
    }

    private IEnumerable<ContractInput> Inputs(List<string> group, Func<ListedContract, SpecDocument, string> @namespace)
    {
        var members = group.ToHashSet(StringComparer.Ordinal);
        var referred = group.Where(path => _listed.All(listed => listed.Path != path)).Select(static path => new ListedContract(path, Use: ContractUse.Refer));
        foreach (var contract in _listed.Where(listed => members.Contains(listed.Path)).Concat(referred))
        {
            if (Document(contract.Path) is { } document)
                yield return new ContractInput(document, @namespace(contract, document), contract.Use);
        }
    }

    /// <summary>A contract and all that it refers to, directly or through others.</summary>
    private List<string> Reached(string start)
    {
        var reached = new List<string> { start };
        for (var i = 0; i < reached.Count; i++)
        {
            if (Document(reached[i]) is not { } document)
                continue;
            foreach (var file in ContractReferences.FilesOf(document))
            {
                if (!reached.Contains(file) && Document(file) is not null)
                    reached.Add(file);
            }
        }

        return reached;
    }

    private SpecDocument? Document(string path)
    {
        if (!_read.TryGetValue(path, out var document))
        {
            cancellationToken.ThrowIfCancellationRequested();
            _read.Add(path, document = tree.Read(path) is { } text ? SpecReader.Read(alias is null ? path : alias(path), text, cancellationToken) : null);
        }

        return document;
    }

    /// <summary>The name that the compiler gives to a namespace when nobody says one.</summary>
    public static string DefaultNamespace(string? root, SpecDocument document)
    {
        var name = ContractNames.Contract(BindingContext.FileNameOf(document));
        return root is { Length: > 0 } ? $"{root}.{name}" : name;
    }
}
