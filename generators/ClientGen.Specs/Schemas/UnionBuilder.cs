using ClientGen.Specs.Binding;
using ClientGen.Specs.Model;
using ClientGen.Specs.Reading;

namespace ClientGen.Specs.Schemas;

/// <summary>Builds closed hierarchies from their layout.</summary>
internal sealed class UnionBuilder(BindingContext context, UnionPlanner unions, RecordBuilder records)
{
    private const int MostNamesShown = 5;

    /// <summary>Builds the hierarchy, and the records of cases that have no schema of their own.</summary>
    public IEnumerable<TypeModel> Build(NamedSchema named)
    {
        var plan = unions.Plan(named.Schema);
        ReportAlike(named.Schema, plan);
        yield return new UnionModel(
            plan.Name, named.Group, SchemaFacets.Documentation(SchemaChain.Of(context, named.Schema)), context.SourceOf(named.Schema),
            plan.TagName is null ? UnionKind.Structural : UnionKind.Tagged, plan.TagName, plan.Shared.ToEquatableArray(),
            InOrder(plan).Select(place => Case(place, plan)).ToEquatableArray(), plan.UnknownName)
        {
            Tag = plan.Tag,
        };
        foreach (var place in plan.Cases.Where(static place => place.Kind == CaseKind.Merges))
            yield return records.BuildMerged(place, plan, named.Group);
    }

    // A structural union tries the most demanding case first; ties keep the order of the contract.
    private static IEnumerable<CasePlan> InOrder(UnionPlan plan) =>
        plan.TagName is not null ? plan.Cases : plan.Cases.OrderByDescending(static place => place.Members is null ? 0 : Required(place.Members).Count());

    private static IEnumerable<string> Required(ObjectMembers members) => members.Names.Where(members.IsRequired);

    private UnionCaseModel Case(CasePlan place, UnionPlan plan)
    {
        var isStructural = plan.TagName is null;
        var members = isStructural ? place.Members : null;
        return new UnionCaseModel(
            place.Name, place.Type, place.Kind == CaseKind.Wraps, place.Tags.ToEquatableArray(), place.IsUntagged,
            members is null ? default : Required(members).ToEquatableArray(),
            isStructural ? EquatableArray.Of(JsonKind(place.Type)) : default,
            members is null ? default : unions.Constants(members).ToEquatableArray(),
            SchemaFacets.Documentation(SchemaChain.Of(context, place.Schema)));
    }

    private static string JsonKind(TypeRef type) => (type.Kind, type.Form) switch
    {
        (TypeKind.List, _) => "array",
        (TypeKind.Map or TypeKind.Named, _) => "object",
        (TypeKind.Boolean, TextForm.Ordinary) => "boolean",
        (TypeKind.Int32 or TypeKind.Int64 or TypeKind.Single or TypeKind.Double or TypeKind.Decimal, TextForm.Ordinary) => "number",
        (TypeKind.Json, _) => "any",
        (TypeKind.Enum, _) => "enum",
        _ => "string",
    };

    // Two objects with the same members, none of which has to be there in one case only: whatever fits one fits the other.
    private void ReportAlike(Located union, UnionPlan plan)
    {
        if (plan.TagName is not null)
            return;
        foreach (var alike in InOrder(plan).Where(static place => place.Members is not null).GroupBy(place => Looks(place.Members!)).Where(static same => same.Skip(1).Any()))
        {
            var names = alike.Select(static place => $"`{place.Name}`").ToList();
            var shown = names.Count > MostNamesShown ? string.Join(", ", names.Take(MostNamesShown)) + $" and {names.Count - MostNamesShown} more" : string.Join(", ", names);
            context.Report(BindingRules.AlikeCases, FindingSeverity.Info, union,
                $"Nothing tells the cases {shown} apart: they have the same members and require the same ones. JSON is always read as {names[0]}. Add a discriminator, or a member with its own `const` to each.");
        }
    }

    private string Looks(ObjectMembers members) => string.Join("\n", members.Names
        .Select(name => members.IsRequired(name) ? name + "!" : name).Concat(unions.Constants(members)).OrderBy(static text => text, StringComparer.Ordinal));
}
