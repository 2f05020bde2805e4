using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ClientGen.Analyzers;

/// <summary>The <c>clientgen_*</c> keys of <c>.editorconfig</c> and <c>.globalconfig</c>. Keys that nobody knows are ignored.</summary>
/// <param name="ReportUnknown"><c>clientgen_report_unknown</c>: also say where the verdict hangs on code that cannot be seen. Default <c>false</c>.</param>
/// <param name="AnalyzeTests"><c>clientgen_analyze_tests</c>: look at test projects too. Default <c>false</c>.</param>
/// <param name="MaxCallDepth"><c>clientgen_max_call_depth</c>: how many calls deep helpers are followed, 0 to 8. Default 4.</param>
/// <param name="RetryTolerance"><c>clientgen_retry_tolerance</c>: attempts beyond the contract's bound that are still accepted, 0 to 10. Default 1.</param>
/// <param name="ExceptionalObligations"><c>clientgen_obligation_paths = all</c>: report CG5002 where only an exception leaves something open. Default <c>all</c>; <c>normal</c> switches it off.</param>
internal sealed record RuleOptions(bool ReportUnknown, bool AnalyzeTests, int MaxCallDepth, int RetryTolerance, bool ExceptionalObligations)
{
    /// <summary>What holds where nobody says otherwise.</summary>
    public static readonly RuleOptions Usual = new(ReportUnknown: false, AnalyzeTests: false, MaxCallDepth: 4, RetryTolerance: 1, ExceptionalObligations: true);

    /// <summary>The options of a whole compilation: <c>.globalconfig</c>, or properties of the project.</summary>
    public static RuleOptions Of(AnalyzerConfigOptionsProvider provider) => Read(provider.GlobalOptions);

    /// <summary>The options of one file: <c>.editorconfig</c> over what holds everywhere.</summary>
    public static RuleOptions Of(AnalyzerConfigOptionsProvider provider, SyntaxTree tree) => Read(provider.GetOptions(tree));

    private static RuleOptions Read(AnalyzerConfigOptions options) => new(
        Flag(options, "clientgen_report_unknown"),
        Flag(options, "clientgen_analyze_tests"),
        Number(options, "clientgen_max_call_depth", 4, 0, 8),
        Number(options, "clientgen_retry_tolerance", 1, 0, 10),
        !(options.TryGetValue("clientgen_obligation_paths", out var paths) && paths.Trim().Equals("normal", StringComparison.OrdinalIgnoreCase)));

    private static bool Flag(AnalyzerConfigOptions options, string key) =>
        options.TryGetValue(key, out var text) && bool.TryParse(text.Trim(), out var value) && value;

    private static int Number(AnalyzerConfigOptions options, string key, int usual, int least, int most) =>
        options.TryGetValue(key, out var text) && int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? Math.Min(Math.Max(value, least), most)
            : usual;
}
