using ClientGen.Specs.Binding;
using ClientGen.Specs.Reading;

namespace ClientGen.Cli.Contracts;

/// <summary>Which other files a contract speaks of.</summary>
internal static class ContractReferences
{
    /// <summary>The files as paths beside the contract's own, each once; addresses on the net are left out.</summary>
    public static IEnumerable<string> FilesOf(SpecDocument document) => Written(document)
        .Select(static reference => reference.Split('#')[0])
        .Where(static file => file.Length > 0 && !file.Contains("://", StringComparison.Ordinal) && ContractFileName.MayBe(file))
        .Select(file => SpecPath.Combine(document.Path, SpecPath.Decode(file)))
        .Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> Written(SpecDocument document)
    {
        var open = new Stack<SpecNode>([document.Root]);
        var seen = new HashSet<SpecNode>();
        while (open.TryPop(out var node))
        {
            if (node is SpecScalar || !seen.Add(node))
                continue;
            foreach (var child in node is SpecSequence sequence ? sequence.Items : ((SpecMapping)node).Entries.Select(static entry => entry.Value))
                open.Push(child);
            if (node is not SpecMapping mapping)
                continue;
            if (mapping.Text("$ref") is { } reference)
                yield return reference;
            if (mapping.Mapping("x-clientgen-credential")?.Text("acquire") is { } acquire && acquire.Contains('#'))
                yield return acquire;
        }

        foreach (var source in new Located(document, document.Root).Items("sourceDescriptions"))
        {
            if (source.Text("url") is { } url)
                yield return url;
        }
    }
}
