using ClientGen.Cli.Rules.Config;

namespace ClientGen.Cli.Rules;

/// <summary>How severe the rules are in one place, and what their options are.</summary>
/// <param name="set">The settings of the place.</param>
internal sealed class EffectiveSettings(ConfigSet set)
{
    /// <summary>How severe a rule is, and what says so; nothing says so where the default holds.</summary>
    public (string Severity, ConfigSetting? Source) Of(KnownRule rule)
    {
        // Findings of the generator know neither C# files nor categories.
        string[] keys = rule.IsOfContracts ? [rule.Key] : [rule.Key, KnownRule.CategoryKey(rule.Category), "dotnet_analyzer_diagnostic.severity"];
        foreach (var key in keys)
        {
            if ((rule.IsOfContracts ? set.InGlobal(key) : set.Find(key)) is { } setting && Severities.Normal(setting.Value) is { } severity)
                return (severity == Severities.Default ? rule.Severity : severity, setting);
        }

        return (rule.Severity, null);
    }

    /// <summary>What an option is, and what says so.</summary>
    public (string Value, ConfigSetting? Source) Of(RuleOption option)
    {
        var setting = option.IsGlobal ? set.InGlobal(option.Key) : set.Find(option.Key);
        return (setting is null ? option.Usual : option.Read(setting.Value), setting);
    }
}
