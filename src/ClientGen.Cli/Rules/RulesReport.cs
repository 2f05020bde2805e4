using System.Text.Json;
using ClientGen.Cli.Findings;
using ClientGen.Cli.Rules.Config;
using ClientGen.Cli.Terminal;

namespace ClientGen.Cli.Rules;

/// <summary>Writes what holds of rules and options.</summary>
internal static class RulesReport
{
    /// <summary>Writes the report.</summary>
    public static void Write(Surroundings surroundings, EffectiveSettings settings, ReportForm form)
    {
        if (form == ReportForm.Json)
            WriteJson(surroundings, settings);
        else
            WriteText(surroundings, settings);
    }

    private static void WriteText(Surroundings surroundings, EffectiveSettings settings)
    {
        var terminal = surroundings.Terminal;
        foreach (var category in KnownRule.Categories)
        {
            terminal.Line(new Piece(category, Tone.Strong));
            terminal.Table(
                ["id", "severity", "default", "fix", "title"],
                KnownRule.All.Where(rule => rule.Category == category).Select(rule => Row(surroundings, settings, rule)));
            terminal.Line();
        }

        terminal.Line(new Piece("Options", Tone.Strong));
        terminal.Table(["key", "value", "default", "values", "meaning"], RuleOption.All.Select(option => Row(surroundings, settings, option)));
        terminal.Line();
        terminal.Line($"Each rule has a page: {KnownRule.All[0].Page.Replace(KnownRule.All[0].Id, "ID")}");
    }

    private static IReadOnlyList<Piece> Row(Surroundings surroundings, EffectiveSettings settings, KnownRule rule)
    {
        var (severity, source) = settings.Of(rule);
        return [new(rule.Id, Tone.Plain), new(severity, ToneOf(severity)), new(rule.Severity, Tone.Quiet), rule.HasFix ? "yes" : "", $"{rule.Title}{Said(surroundings, source)}"];
    }

    private static IReadOnlyList<Piece> Row(Surroundings surroundings, EffectiveSettings settings, RuleOption option)
    {
        var (value, source) = settings.Of(option);
        return [option.Key, value, new(option.Usual, Tone.Quiet), option.Values, $"{option.Meaning}{Said(surroundings, source)}"];
    }

    private static string Said(Surroundings surroundings, ConfigSetting? source) => source is null ? "" : $" [{surroundings.Shown(source.File)}({source.Line})]";

    private static void WriteJson(Surroundings surroundings, EffectiveSettings settings) => JsonReport.Write(surroundings.Terminal, json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("rules");
        foreach (var rule in KnownRule.All)
        {
            var (severity, source) = settings.Of(rule);
            json.WriteStartObject();
            json.WriteString("id", rule.Id);
            json.WriteString("title", rule.Title);
            json.WriteString("category", rule.Category);
            json.WriteString("default", rule.Severity);
            json.WriteString("severity", severity);
            WriteSource(json, surroundings, source);
            json.WriteBoolean("fix", rule.HasFix);
            json.WriteString("page", rule.Page);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("options");
        foreach (var option in RuleOption.All)
        {
            var (value, source) = settings.Of(option);
            json.WriteStartObject();
            json.WriteString("key", option.Key);
            json.WriteString("values", option.Values);
            json.WriteString("default", option.Usual);
            json.WriteString("value", value);
            WriteSource(json, surroundings, source);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void WriteSource(Utf8JsonWriter json, Surroundings surroundings, ConfigSetting? source)
    {
        if (source is null)
        {
            json.WriteNull("source");
            return;
        }

        json.WriteStartObject("source");
        json.WriteString("file", surroundings.Shown(source.File));
        json.WriteNumber("line", source.Line);
        json.WriteEndObject();
    }

    private static Tone ToneOf(string severity) => severity switch
    {
        "error" => Tone.Bad,
        "warning" => Tone.Doubtful,
        "none" or "silent" => Tone.Quiet,
        _ => Tone.Plain,
    };
}
