using ClientGen.Specs.Model;
using ClientGen.Specs.Tests.Schemas;

namespace ClientGen.Specs.Tests.Facts;

/// <summary>Reads a bound contract the way a fact speaks of it: JSON names, JSON kinds, required or not.</summary>
internal sealed class WireModel(Contract contract)
{
    /// <summary>The body that an operation sends (<c>in</c>) or gets when it succeeds (<c>out</c>).</summary>
    public TypeRef Body(string operation, string direction)
    {
        var model = contract.Operation(operation);
        var type = direction == "in" ? model.Body?.Type : model.Answers.First(static answer => answer.IsSuccess).Type;
        return type ?? throw new InvalidOperationException($"{operation} has no JSON body.");
    }

    /// <summary>The member at a path such as <c>destinations[].to.phoneNumber</c>, looked for in every case of a union.</summary>
    public PropertyModel Member(TypeRef body, string path)
    {
        PropertyModel? found = null;
        var at = body;
        foreach (var step in path.Replace("[]", ".[]", StringComparison.Ordinal).Split('.'))
        {
            if (step == "[]")
            {
                at = at.Element ?? throw new InvalidOperationException($"{path}: no list at {ModelText.Of(at)}.");
                continue;
            }

            found = Members(at).FirstOrDefault(member => member.JsonName == step) ?? throw new InvalidOperationException($"{path}: {ModelText.Of(at)} has no {step}.");
            at = found.Type;
        }

        return found! with { Type = at };
    }

    private IEnumerable<PropertyModel> Members(TypeRef type) => contract.Types.FirstOrDefault(known => known.Name == type.Name) switch
    {
        ObjectModel record => record.Properties,
        UnionModel union => union.Cases.SelectMany(place => Members(place.Type)),
        _ => [],
    };

    /// <summary>The JSON kind that the wire carries.</summary>
    public string Kind(TypeRef type) => (type.Kind, type.Form) switch
    {
        (TypeKind.Enum, _) => Values(type) is { IsInteger: true } numbers ? numbers.AcceptsText ? "integer|string" : "integer" : "string",
        (TypeKind.Boolean, TextForm.Ordinary) => "boolean",
        (TypeKind.Int32 or TypeKind.Int64, TextForm.Ordinary) => "integer",
        (TypeKind.Int32 or TypeKind.Int64, TextForm.NumberOrText) => "integer|string",
        (TypeKind.Double or TypeKind.Decimal, TextForm.Ordinary) => "number",
        (TypeKind.List, _) => "array",
        (TypeKind.Named or TypeKind.Map, _) => "object",
        (TypeKind.Json, _) => "any",
        _ => "string",
    };

    /// <summary>The enum behind a type; null when it is none.</summary>
    public EnumModel? Values(TypeRef type) => contract.Types.OfType<EnumModel>().FirstOrDefault(values => values.Name == type.Name);

    /// <summary>A member's length or range as facts write it: <c>1..32</c>, <c>..500</c>; empty when nothing is said.</summary>
    public static string Limits(ValueLimits limits) =>
        limits.MinLength is not null || limits.MaxLength is not null ? $"{limits.MinLength}..{limits.MaxLength}"
        : limits.Minimum is not null || limits.Maximum is not null ? $"{limits.Minimum}..{limits.Maximum}"
        : "";

    /// <summary>
    /// Checks a row <c>operation in|out path kind Y|N|? [limits] [=value,value]</c>; a question mark leaves open whether the member is required,
    /// and <c>,…</c> behind values that there may be more.
    /// </summary>
    public void Check(string row)
    {
        var words = FactRows.Words(row);
        var member = Member(Body(words[0], words[1]), words[2]);

        Assert.Equal(words[3], Kind(member.Type));
        if (words[4] != "?")
            Assert.Equal(words[4] == "Y", member.Required);
        foreach (var word in words.Skip(5))
        {
            if (word[0] == '=')
                CheckValues(Values(member.Type)?.Members.Select(static value => value.Value).ToList() ?? ["true", "false"], word[1..].Split(','));
            else
                Assert.Equal(word, Limits(member.Limits));
        }
    }

    private static void CheckValues(List<string> actual, string[] expected)
    {
        if (expected[^1] == "…")
            Assert.Subset(actual.ToHashSet(), expected[..^1].ToHashSet());
        else
            Assert.Equal(expected.Order(StringComparer.Ordinal), actual.Select(static value => value.Length == 0 ? "''" : value).Order(StringComparer.Ordinal));
    }
}
