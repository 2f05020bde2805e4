using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ClientGen.Generator.Tests;

/// <summary>When generated code serves Kiota, and what that costs while typing.</summary>
public class KiotaTests
{
    private const string Adapter = "namespace Microsoft.Kiota.Abstractions { public interface IRequestAdapter { } }";

    private static readonly Project WithKiota = Project.Ordinary with { References = [Assembly("Microsoft.Kiota.Abstractions", Adapter)] };

    private static readonly Project WithHttp = Project.Ordinary with
    {
        References = [Assembly("Microsoft.Kiota.Abstractions", Adapter), Assembly("Microsoft.Kiota.Http.HttpClientLibrary", "")],
    };

    [Fact]
    public void A_reference_is_enough() => Assert.Contains("tides.openapi.Types.Harbour.Kiota.g.cs", Run(WithKiota).Files.Keys);

    [Fact]
    public void Whatever_assembly_the_adapter_comes_from() =>
        Assert.Contains("tides.openapi.Client-Kiota.g.cs", Run(Project.Ordinary with { References = [Assembly("Bundle", Adapter)] }).Files.Keys);

    [Theory]
    [InlineData("Bundle", "namespace Microsoft.Kiota.Abstractions { internal interface IRequestAdapter { } }")]
    [InlineData("Microsoft.Kiota.Abstractions", "")]
    [InlineData("Bundle", "")]
    public void Without_an_adapter_that_can_be_used_nothing_is_added(string name, string text) =>
        Assert.DoesNotContain(Run(Project.Ordinary with { References = [Assembly(name, text)] }).Files.Keys, IsKiota);

    [Theory]
    [InlineData("false")]
    [InlineData("False ")]
    public void The_property_turns_it_off(string value)
    {
        var off = Run(WithKiota.With("ClientGenKiota", value)).Files;
        Assert.Equal(Run(Project.Ordinary with { References = [] }).Files, off);
        Assert.DoesNotContain(off.Keys, IsKiota);
    }

    [Theory]
    [InlineData("true")]
    [InlineData("")]
    public void Any_other_value_leaves_it_on(string value) => Assert.Contains(Run(WithKiota.With("ClientGenKiota", value)).Files.Keys, IsKiota);

    [Fact]
    public void Kiotas_own_retries_are_switched_off_where_its_library_is_there()
    {
        Assert.StartsWith("#define CLIENTGEN_KIOTA_HTTP\n", Run(WithHttp).Files["ClientGen.KiotaTransport.g.cs"]);
        Assert.DoesNotContain("#define", Run(WithKiota).Files["ClientGen.KiotaTransport.g.cs"]);
    }

    [Fact]
    public void A_project_without_contracts_gets_no_helpers() => Assert.Empty(new GeneratorRun(WithKiota).Files);

    [Fact]
    public void Typing_looks_for_Kiota_and_does_nothing_else()
    {
        var run = Run(WithKiota).AddSource("internal class Unrelated;");
        Assert.Equal(
            ("Unchanged", "Cached", "Cached", "Cached", "Cached"),
            (run.Reasons(Stages.Kiota), run.Reasons(Stages.Options), run.Reasons(Stages.TypeSource), run.Reasons(Stages.ClientSource), run.Reasons("Output")));
    }

    [Fact]
    public void One_schema_changes_its_two_files()
    {
        var run = Run(WithKiota);
        var before = run.Files;
        var after = run.Save(Contracts.Path, static text => text.Replace("depth:", "draught:")).Files;

        Assert.Equal(
            ["tides.openapi.Types.Harbour.Kiota.g.cs", "tides.openapi.Types.Harbour.g.cs"],
            after.Where(file => before[file.Key] != file.Value).Select(static file => file.Key).Order(StringComparer.Ordinal));
    }

    private static GeneratorRun Run(Project project) => new(project, (Contracts.Path, Contracts.Tides));

    private static bool IsKiota(string name) => name.Contains("Kiota", StringComparison.Ordinal);

    private static MetadataReference Assembly(string name, string text)
    {
        using var image = new MemoryStream();
        var core = MetadataReference.CreateFromFile(typeof(object).Assembly.Location);
        Assert.True(CSharpCompilation.Create(name, [CSharpSyntaxTree.ParseText(text)], [core], new(OutputKind.DynamicallyLinkedLibrary)).Emit(image).Success);
        return MetadataReference.CreateFromImage(image.ToArray(), filePath: $"/references/{name}.dll");
    }
}
