using ClientGen.Cli.Rules.Config;

namespace ClientGen.Cli.Rules;

/// <summary>The rules or the option that somebody wants to set.</summary>
/// <param name="Ids">Single rules.</param>
/// <param name="Categories">Whole categories.</param>
/// <param name="Option">An option; null where rules are meant.</param>
internal sealed record RuleSelection(IReadOnlyList<KnownRule> Ids, IReadOnlyList<string> Categories, RuleOption? Option)
{
    private const string All = "all";

    /// <summary>Every rule that is meant.</summary>
    public IEnumerable<KnownRule> Rules => KnownRule.All.Where(rule => Ids.Contains(rule) || Categories.Contains(rule.Category));

    /// <summary>Reads names: ids, categories with or without <c>ClientGen.</c>, <c>all</c>, or one option.</summary>
    public static RuleSelection Read(IReadOnlyList<string> names)
    {
        var ids = new List<KnownRule>();
        var categories = new List<string>();
        foreach (var name in names)
        {
            if (RuleOption.All.FirstOrDefault(option => Same(option.Key, name)) is { } option)
                return names.Count == 1 ? new RuleSelection([], [], option) : throw new WrongInputException($"{option.Key} is an option and is set by itself.");
            if (KnownRule.All.FirstOrDefault(rule => Same(rule.Id, name)) is { } rule)
                ids.Add(rule);
            else if (KnownRule.Categories.FirstOrDefault(category => Same(category, name) || Same(category, "ClientGen." + name)) is { } category)
                categories.Add(category);
            else if (Same(All, name))
                categories.AddRange(KnownRule.Categories);
            else
                throw new WrongInputException($"{name} is no rule, no category and no option. Run `clientgen rules list` to see them.");
        }

        return new RuleSelection(ids, categories, null);
    }

    /// <summary>Whether something of it can only be said in a file that counts for the whole project, and whether something can be said of C# files.</summary>
    public (bool Global, bool Editor) Needs => Option is { } option
        ? (option.IsGlobal, !option.IsGlobal)
        : (Rules.Any(static rule => rule.IsOfContracts), Rules.Any(static rule => !rule.IsOfContracts));

    /// <summary>Writes the part of it that belongs into a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="value">A severity, or the value of the option; <c>default</c> takes away.</param>
    /// <param name="ofCode">Whether rules about code belong there.</param>
    /// <param name="ofContracts">Whether rules about contracts, and what counts for whole projects, belong there.</param>
    public void Write(ConfigFile file, string value, bool ofCode, bool ofContracts)
    {
        if (Option is { } option && (option.IsGlobal ? ofContracts : ofCode))
            Write(file, option.Key, value);
        foreach (var category in Categories.Where(_ => ofCode).Where(static category => KnownRule.All.Any(rule => rule.Category == category && !rule.IsOfContracts)))
        {
            Write(file, KnownRule.CategoryKey(category), value);
            // What is said of one rule would win over what is said of its category.
            foreach (var rule in KnownRule.All.Where(rule => rule.Category == category))
                file.Remove(rule.Key);
        }

        foreach (var rule in Rules.Where(rule => rule.IsOfContracts ? ofContracts : ofCode && Ids.Contains(rule)))
            Write(file, rule.Key, value);
    }

    private static void Write(ConfigFile file, string key, string value)
    {
        if (value == Severities.Default)
            file.Remove(key);
        else
            file.Set(key, value);
    }

    private static bool Same(string left, string right) => left.Equals(right, StringComparison.OrdinalIgnoreCase);
}
