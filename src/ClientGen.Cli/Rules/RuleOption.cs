using System.Globalization;

namespace ClientGen.Cli.Rules;

/// <summary>An option of the rules: a <c>clientgen_*</c> key of <c>.editorconfig</c> or <c>.globalconfig</c>.</summary>
/// <param name="Key">The key.</param>
/// <param name="Values">What it can be: words, or the least and the greatest number.</param>
/// <param name="Usual">What it is where nobody says otherwise.</param>
/// <param name="Meaning">What it does.</param>
/// <param name="IsGlobal">Whether it counts for a whole project, so that only <c>.globalconfig</c> can say it.</param>
internal sealed record RuleOption(string Key, string Values, string Usual, string Meaning, bool IsGlobal = false)
{
    /// <summary>Every option.</summary>
    public static IReadOnlyList<RuleOption> All { get; } =
    [
        new("clientgen_report_unknown", "true|false", "false", "Also says where a verdict hangs on code that cannot be seen."),
        new("clientgen_analyze_tests", "true|false", "false", "Looks at test projects too.", IsGlobal: true),
        new("clientgen_max_call_depth", "0..8", "4", "How many calls deep helpers are followed."),
        new("clientgen_retry_tolerance", "0..10", "1", "Attempts beyond the contract's bound that are still accepted."),
        new("clientgen_obligation_paths", "all|normal", "all", "normal switches CG5002 off, which reports what only an exception leaves open."),
    ];

    /// <summary>Whether it can have a value.</summary>
    public bool Takes(string value) => Read(value) == value;

    /// <summary>What a value counts as: a number outside the range as the nearest one inside, what cannot be read as the default.</summary>
    public string Read(string value)
    {
        if (Values.Split("..") is not [var least, var most])
            return Values.Split('|').FirstOrDefault(word => word.Equals(value.Trim(), StringComparison.OrdinalIgnoreCase)) ?? Usual;
        if (!int.TryParse(value.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return Usual;
        number = Math.Clamp(number, int.Parse(least, CultureInfo.InvariantCulture), int.Parse(most, CultureInfo.InvariantCulture));
        return number.ToString(CultureInfo.InvariantCulture);
    }
}
