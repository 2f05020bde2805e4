using System.Diagnostics.CodeAnalysis;

namespace ClientGen.Specs.Reading;

/// <summary>The files that one build lists. Finds what a <c>$ref</c> means among them; opens no file and no URL.</summary>
/// <remarks>Immutable and safe to use from several threads.</remarks>
public sealed class SpecSet
{
    private readonly Dictionary<string, SpecDocument> _byPath = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SpecDocument?> _byPathIgnoringCase = new(StringComparer.OrdinalIgnoreCase);
    private readonly Lazy<SpecNames> _names;

    /// <summary>Makes a set. Of two documents with the same path the first counts.</summary>
    public SpecSet(IReadOnlyList<SpecDocument> documents)
    {
        Documents = documents;
        foreach (var document in documents)
        {
            var path = SpecPath.Normalize(document.Path);
            if (_byPath.ContainsKey(path))
                continue;

            _byPath.Add(path, document);
            // Null where two files differ in case only: then only the exact name will do.
            _byPathIgnoringCase[path] = _byPathIgnoringCase.ContainsKey(path) ? null : document;
        }

        _names = new Lazy<SpecNames>(() => SpecNames.Of(documents));
    }

    /// <summary>The documents, in the order of the build.</summary>
    public IReadOnlyList<SpecDocument> Documents { get; }

    /// <summary>Finds what a reference means; one step, a <c>$ref</c> found there is not followed.</summary>
    /// <param name="from">The document that holds the reference.</param>
    /// <param name="reference">A URI reference: <c>#/components/schemas/Pet</c>, <c>common.yaml#/Pet</c>, <c>#anchor</c>, an <c>$id</c>.</param>
    /// <param name="document">The document that holds the value.</param>
    /// <param name="node">The value.</param>
    /// <param name="reason">Why there is none and what would help, as sentences for a <c>CG9105</c> finding; else empty.</param>
    /// <returns>Whether the reference leads to a value.</returns>
    public bool TryResolve(
        SpecDocument from,
        string reference,
        [NotNullWhen(true)] out SpecDocument? document,
        [NotNullWhen(true)] out SpecNode? node,
        out string reason)
    {
        var hash = reference.IndexOf('#');
        var file = hash < 0 ? reference : reference.Substring(0, hash);
        var fragment = hash < 0 ? "" : SpecPath.Decode(reference.Substring(hash + 1));

        node = null;
        if (!TryFindRoot(from, file, out document, out var root))
        {
            reason = NotListed(file);
            return false;
        }

        if (fragment.Length == 0 || fragment[0] == '/')
        {
            if (SpecPointer.TryFind(root, fragment, out node, out reason))
                return true;
        }
        else if (_names.Value.TryFindAnchor(document, root, fragment, out node))
        {
            reason = "";
            return true;
        }
        else
        {
            reason = $"`{Shown.Short(document.Path)}` has no `$anchor: {Shown.Short(fragment)}`. A path inside the file starts with `#/`.";
        }

        document = null;
        return false;
    }

    private bool TryFindRoot(
        SpecDocument from, string file, [NotNullWhen(true)] out SpecDocument? document, [NotNullWhen(true)] out SpecNode? root)
    {
        document = file.Length == 0 ? from : FindFile(from, SpecPath.Decode(file));
        root = document?.Root;
        return root is not null || _names.Value.TryFindId(from, file, out document, out root);
    }

    private SpecDocument? FindFile(SpecDocument from, string file)
    {
        var path = SpecPath.Combine(from.Path, file);
        return _byPath.TryGetValue(path, out var exact) ? exact
            : _byPathIgnoringCase.TryGetValue(path, out var similar) ? similar
            : null;
    }

    private string NotListed(string file)
    {
        var name = SpecPath.FileName(file);
        var meant = Suggestion.For(name, Documents.Select(static document => SpecPath.FileName(document.Path)));
        return $"`{Shown.Short(file)}` is none of the files that the build lists, and nothing else is opened."
            + (meant is null || meant == name ? " Add the file to the build." : $" Did you mean `{Shown.Short(meant)}`?");
    }
}
