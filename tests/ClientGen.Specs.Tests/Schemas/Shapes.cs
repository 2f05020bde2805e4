using ClientGen.Specs.Model;

namespace ClientGen.Specs.Tests.Schemas;

/// <summary>Binds a few component schemas and says what became of them.</summary>
internal static class Shapes
{
    /// <summary>The types that <c>components/schemas</c> becomes, one line each.</summary>
    /// <param name="version">The OpenAPI version, such as <c>3.0.3</c>.</param>
    /// <param name="schemas">YAML, as it stands below <c>schemas:</c>, without indentation.</param>
    public static string Of(string version, string schemas)
    {
        var contract = Contract.Bind(Text(version, schemas));
        Assert.Empty(contract.Findings);
        return ModelText.Of(contract.Types);
    }

    /// <summary>What a member <c>m</c> of <c>Thing</c> becomes; <c>O</c> is an object and <c>T</c> an enum that its schema can refer to.</summary>
    public static string OfMember(string version, string schema)
    {
        var contract = Contract.Bind(Text(version, $$"""
            Thing: { type: object, properties: { m: {{schema}} } }
            T: { type: string, enum: [x] }
            O: { type: object, properties: { b: { type: string } } }
            """));
        Assert.Empty(contract.Findings);
        return ModelText.Of(((ObjectModel)contract.Type("Thing")).Properties[0])["m?".Length..].TrimStart(':', ' ');
    }

    /// <summary>A contract with nothing but these schemas; marks are kept.</summary>
    public static string Text(string version, string schemas) =>
        $"openapi: {version}\ninfo: {{ title: t, version: '1' }}\ncomponents:\n  schemas:\n    " + schemas.ReplaceLineEndings("\n    ") + "\n";
}
