namespace ClientGen.Specs.Reading;

/// <summary>Reads a contract: any text becomes a document, and problems become findings with a place.</summary>
public static class SpecReader
{
    private const char ByteOrderMark = '\uFEFF';

    /// <summary>Reads a text as JSON or YAML and says which kind of contract it is.</summary>
    /// <param name="path">The file's name as the build knows it. <c>.json</c>, <c>.yaml</c> and <c>.yml</c> decide the format;
    /// otherwise a text that starts with a bracket is JSON.</param>
    /// <param name="text">The text, within <see cref="ReadingLimits"/>.</param>
    /// <param name="cancellationToken">Looked at every few thousand values.</param>
    /// <returns>The document, with everything that could be understood.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled. Nothing else is ever thrown for a text.</exception>
    public static SpecDocument Read(string path, string text, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();

        var format = FormatOf(path, text);
        var source = new SpecText(text);
        var findings = new FindingList(path, source);
        var root = ReadRoot(format, source, findings, cancellationToken);
        var (kind, version) = SpecIdentity.Identify(root, findings);
        return new SpecDocument(path, text, format, root, kind, version, findings.Items);
    }

    private static SpecNode ReadRoot(SpecFormat format, SpecText source, FindingList findings, CancellationToken cancellationToken)
    {
        if (source.Text.Length > ReadingLimits.TextLength)
        {
            findings.Error(ReadingRules.Limit, 0, 0, FormattableString.Invariant(
                $"The text has {source.Text.Length:N0} characters; at most {ReadingLimits.TextLength:N0} are read. Split it into several files."));
            return new SpecScalar(source, null, 0, 0, 0, ScalarKind.Null, "");
        }

        var readable = ReadableText.Of(source, findings);
        var start = readable.Text.Length > 0 && readable.Text[0] == ByteOrderMark ? 1 : 0;
        return format == SpecFormat.Json
            ? new JsonSpecReader(readable, findings, cancellationToken).Read(start)
            : YamlRepair.Read(readable, start, findings, cancellationToken);
    }

    private static SpecFormat FormatOf(string path, string text)
    {
        if (path.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
            return SpecFormat.Json;
        if (path.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".yml", StringComparison.OrdinalIgnoreCase))
            return SpecFormat.Yaml;

        foreach (var character in text)
        {
            if (character != ByteOrderMark && !char.IsWhiteSpace(character))
                return character is '{' or '[' ? SpecFormat.Json : SpecFormat.Yaml;
        }

        return SpecFormat.Yaml;
    }
}
