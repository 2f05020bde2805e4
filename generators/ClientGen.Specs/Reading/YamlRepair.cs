namespace ClientGen.Specs.Reading;

/// <summary>
/// Reads YAML that may be half-written. A YAML parser stops at the first mistake, and with it would go every type below the line
/// that someone is typing; so the line is blanked, which moves nothing, and the text is read again.
/// </summary>
internal static class YamlRepair
{
    private const int MostRepairs = 12;

    /// <summary>Characters that are read again in all, so that large files get fewer repairs: 8 Mi.</summary>
    private const int MostCharacters = 8 * 1024 * 1024;

    /// <summary>Reads a text from an offset.</summary>
    public static SpecNode Read(SpecText source, int start, FindingList findings, CancellationToken cancellationToken)
    {
        var attempt = Attempt.Make(source, start, findings, cancellationToken);
        var best = attempt;
        var failures = new List<YamlFailure>();
        var failuresBeforeBest = 0;
        var repairs = Math.Min(MostRepairs, MostCharacters / Math.Max(1, source.Text.Length));
        while (attempt.Failure is { } failure && failures.Count < repairs && WithoutLine(source, failure.Start) is { } blanked)
        {
            failures.Add(failure);
            source = blanked;
            attempt = Attempt.Make(source, start, findings, cancellationToken);
            // A repair that loses more than it wins is none.
            if (attempt.Nodes <= best.Nodes)
                continue;

            best = attempt;
            failuresBeforeBest = failures.Count;
        }

        return best.Keep(findings, failures.Take(failuresBeforeBest));
    }

    /// <summary>The text with the last line that is not blank, at or before an offset, overwritten by spaces; null without one.</summary>
    private static SpecText? WithoutLine(SpecText source, int offset)
    {
        var text = source.Text;
        for (var line = source.Position(offset).Line; line >= 0; line--)
        {
            var start = source.LineStart(line);
            var length = source.LineStart(line + 1) - start;
            if (text.Substring(start, length).Trim().Length == 0)
                continue;

            var blanked = text.ToCharArray();
            for (var at = start; at < start + length; at++)
            {
                if (blanked[at] is not ('\r' or '\n'))
                    blanked[at] = ' ';
            }

            return new SpecText(new string(blanked));
        }

        return null;
    }

    private sealed record Attempt(SpecNode Root, int Nodes, YamlFailure? Failure, FindingList Findings)
    {
        public static Attempt Make(SpecText source, int start, FindingList findings, CancellationToken cancellationToken)
        {
            var own = findings.Fresh();
            var reader = new YamlSpecReader(source, own, cancellationToken);
            var root = reader.Read(start);
            return new Attempt(root, reader.Nodes, reader.Failure, own);
        }

        /// <summary>Hands over what this attempt found, with the failures that led to it, in the order of the text.</summary>
        public SpecNode Keep(FindingList findings, IEnumerable<YamlFailure> failuresBefore)
        {
            var failures = Failure is null ? failuresBefore : failuresBefore.Append(Failure);
            var syntax = findings.Fresh();
            foreach (var failure in failures)
                syntax.Error(ReadingRules.Syntax, failure.Start, failure.Length, failure.Message);

            findings.AddRange(syntax.Items.Concat(Findings.Items).OrderBy(static finding => finding.Span.Start));
            return Root;
        }
    }
}
