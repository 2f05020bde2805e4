using ClientGen.Specs.Model;

namespace ClientGen.Cli.Diff.Protocol;

/// <summary>Members of answers that callers have to test before they go on.</summary>
internal static class EvidenceDiff
{
    private static readonly ChangeKind Added = new("evidence-flag-added", "A member of an answer must now be tested before going on");
    private static readonly ChangeKind Removed = new("evidence-flag-removed", "A member of an answer need no longer be tested");

    /// <summary>The kinds of this family.</summary>
    public static IReadOnlyList<ChangeKind> Kinds { get; } = [Added, Removed];

    /// <summary>Compares.</summary>
    public static void Compare(DiffRun run, ContractModel old, ContractModel @new)
    {
        var (before, after) = (Flags(old), Flags(@new));
        foreach (var (key, flag) in before.Where(flag => !after.ContainsKey(flag.Key)))
        {
            Add(
                Removed, Impact.Compatible, flag, Twin(@new, flag),
                $"`{key.Operation}` gave evidence only when `{flag.Type}.{flag.Property.JsonName}` was {key.Value}; this need no longer be tested.");
        }

        foreach (var (key, flag) in after.Where(flag => !before.ContainsKey(flag.Key)))
            Add(Added, Impact.Breaking, Twin(old, flag), flag, $"`{key.Operation}` now gives evidence only when `{flag.Type}.{flag.Property.JsonName}` is {key.Value}.");

        void Add(ChangeKind kind, Impact wire, Flag? was, Flag? @is, string message) => run.List.Add(new Change(kind, message)
        {
            Wire = wire, Traffic = Traffic.Received,
            Old = was is null ? null : run.Old.PlaceOf($"{was.Source}/properties/{Specs.Reading.SpecPointer.Escape(was.Property.JsonName)}") ?? run.Old.PlaceOf(was.Source),
            New = @is is null ? null : run.New.PlaceOf($"{@is.Source}/properties/{Specs.Reading.SpecPointer.Escape(@is.Property.JsonName)}") ?? run.New.PlaceOf(@is.Source),
            Touches = [.. new[] { was, @is }.OfType<Flag>().Select(static flag => new Touch(flag.Source, flag.Property.JsonName))],
        });
    }

    private static Dictionary<(string Operation, string Type, string Property, string Value), Flag> Flags(ContractModel model)
    {
        var flags = new Dictionary<(string, string, string, string), Flag>();
        foreach (var (type, property) in Properties(model))
        {
            foreach (var fact in property.Facts.Where(static fact => fact.Attribute == "EvidenceFlag" && fact.Arguments.Count >= 2))
                flags.TryAdd((fact.Arguments[0].Trim('"'), type.Name, property.JsonName, fact.Arguments[1]), new Flag(type.Name, type.Source, property));
        }

        return flags;
    }

    private static Flag? Twin(ContractModel model, Flag flag) => Properties(model)
        .Where(other => other.Type.Name == flag.Type && other.Property.JsonName == flag.Property.JsonName)
        .Select(static other => new Flag(other.Type.Name, other.Type.Source, other.Property)).FirstOrDefault();

    private static IEnumerable<(TypeModel Type, PropertyModel Property)> Properties(ContractModel model) => model.Types.SelectMany(static type => type switch
    {
        ObjectModel record => record.Properties.Select(property => ((TypeModel)record, property)),
        UnionModel union => union.Shared.Select(property => ((TypeModel)union, property)),
        _ => [],
    });

    private sealed record Flag(string Type, string Source, PropertyModel Property);
}
