using ClientGen.Cli.Contracts;
using ClientGen.Specs.Binding;
using ClientGen.Specs.Reading;

namespace ClientGen.Cli.Generate;

/// <summary>Which namespace each contract compiles into.</summary>
internal sealed class Namespaces
{
    private readonly Dictionary<string, string> _byFile = new(StringComparer.OrdinalIgnoreCase);
    private readonly string? _ofAll;
    private readonly string? _root;

    /// <summary>Reads what was chosen.</summary>
    /// <param name="chosen"><c>namespace</c> for all contracts, or <c>file=namespace</c>.</param>
    /// <param name="root">What default namespaces begin with.</param>
    public Namespaces(IEnumerable<string> chosen, string? root)
    {
        _root = root;
        foreach (var text in chosen)
        {
            var at = text.IndexOf('=');
            if (at < 0)
                _ofAll = text;
            else
                _byFile[text[..at]] = text[(at + 1)..];
        }
    }

    /// <summary>The namespace of a contract: the one for its file, the one for all, the project's, or the one that follows from its name.</summary>
    public string Of(ListedContract contract, SpecDocument document) => Said(document) ?? contract.Namespace ?? ContractList.DefaultNamespace(_root, document);

    /// <summary>The namespace that was chosen for a contract; null when none was.</summary>
    public string? Said(SpecDocument document) => _byFile.GetValueOrDefault(BindingContext.FileNameOf(document)) ?? _ofAll;
}
