using ClientGen.Emitter.Clients;
using ClientGen.Emitter.Writing;
using ClientGen.Specs.Model;
using ClientGen.Specs.Reading;

namespace ClientGen.Emitter.Types;

/// <summary>How a case says by which tag JSON chooses it, so that analyzers can tell families of events apart.</summary>
internal static class CaseText
{
    /// <summary>The attributes of an object that may be a case; none for a plain object.</summary>
    public static IEnumerable<string> Of(ObjectModel model, EmitScope scope) =>
        scope.Find<UnionModel>(model.Base) is { } union && union.Cases.FirstOrDefault(place => place.Name == model.Name) is { } place ? Of(union, place) : [];

    /// <summary>The attributes of a case; none where no tag tells cases apart.</summary>
    public static IEnumerable<string> Of(UnionModel union, UnionCaseModel place)
    {
        if (union.TagName is { } tag)
            yield return FactText.Attribute("UnionCase", place.Tags.Select(Value).OfType<string>().Prepend(CSharp.Literal(tag)));
    }

    private static string? Value(string json) => JsonText.Read(json) switch
    {
        SpecScalar { AsString: { } text } => CSharp.Literal(text),
        SpecScalar scalar when scalar.TryGetBoolean(out var truth) => CSharp.Literal(truth),
        SpecScalar scalar when scalar.TryGetInt64(out var whole) => CSharp.Literal(whole),
        _ => null,
    };
}
