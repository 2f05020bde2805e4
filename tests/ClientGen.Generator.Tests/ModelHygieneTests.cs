using System.Collections;
using System.Reflection;
using ClientGen.Specs.Contracts;
using ClientGen.Specs.Reading;

namespace ClientGen.Generator.Tests;

/// <summary>What travels between compiler runs is plain values: nothing in it can keep a compilation or a syntax tree alive.</summary>
public class ModelHygieneTests
{
    [Fact]
    public void Two_bindings_give_equal_models_with_equal_hashes()
    {
        var (first, second) = (Bind(Contracts.Tides), Bind(Contracts.Tides));
        Assert.Equal(first, second);
        Assert.Equal(first.GetHashCode(), second.GetHashCode());
        Assert.NotEqual(first, Bind(Contracts.Tides.Replace("depth", "draught")));
    }

    [Fact]
    public void A_walk_over_the_model_meets_only_our_records_and_plain_values()
    {
        var met = new HashSet<string>();
        Walk(Bind(Contracts.Tides), met, []);
        Assert.Contains("ClientGen.Specs.Model.ObjectModel", met);
        Assert.All(met, static type => Assert.True(
            type.StartsWith("ClientGen.Specs.Model.", StringComparison.Ordinal) || type.StartsWith("ClientGen.Specs.Contracts.BoundContracts", StringComparison.Ordinal)
            || type is "ClientGen.Specs.Reading.Finding" or "ClientGen.Specs.Reading.SourceSpan" or "ClientGen.Specs.Reading.TextPosition",
            $"{type} must not travel between compiler runs."));
    }

    private static BoundContracts Bind(string text) =>
        ContractBinder.Bind([new ContractInput(SpecReader.Read(Contracts.Path, text, default), "Tides")], default);

    private static void Walk(object? value, HashSet<string> met, HashSet<object> seen)
    {
        if (value is null or string || value.GetType() is { IsPrimitive: true } or { IsEnum: true } || !seen.Add(value))
            return;
        if (value is IEnumerable items)
        {
            foreach (var item in items)
                Walk(item, met, seen);
            return;
        }

        met.Add(value.GetType().FullName!.Split('[')[0]);
        foreach (var field in value.GetType().GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public))
            Walk(field.GetValue(value), met, seen);
    }
}
