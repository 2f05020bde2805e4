using System.Text;

namespace ClientGen.Cli.Tests.Generate;

/// <summary>What is written is what the compiler sees, byte for byte.</summary>
public sealed class SameBytesTests
{
    private const string Routing = "Microsoft.AspNetCore.Routing";
    private static readonly string[] Injection = ["Microsoft.Extensions.Http", "Microsoft.Extensions.DependencyInjection.Abstractions"];

    [Fact]
    public Task Our_six_contracts_in_namespaces_that_follow_from_their_names() => SameAsync(
        [.. Directory.GetFiles(Folder("spec")).Order(StringComparer.Ordinal).Select(static path => (path, (string?)null, "true"))],
        "Contoso", [], "--root-namespace", "Contoso");

    [Fact]
    public Task Our_six_contracts_in_one_namespace() => SameAsync(
        [.. Directory.GetFiles(Folder("spec")).Order(StringComparer.Ordinal).Select(static path => (path, (string?)"Contoso.All", "true"))],
        "", [], "--namespace", "Contoso.All");

    [Fact]
    public Task The_harbour_contract_with_its_workflows() => SameAsync(
        [(Path.Combine(Folder("harbour"), "harbour.openapi.json"), "Harbour", "true"), (Path.Combine(Folder("harbour"), "docking.arazzo.yaml"), "Harbour", "true")],
        "", [], "--namespace", "Harbour");

    [Fact]
    public Task Each_contract_in_a_namespace_of_its_own() => SameAsync(
        [(Path.Combine(Folder("spec"), "fabric.openapi.yaml"), "Tokens", "true"), (Path.Combine(Folder("spec"), "rtc-voice.openapi.yaml"), "Voice.Calls", "true")],
        "", [], "-n", "fabric.openapi.yaml=Tokens", "-n", "rtc-voice.openapi.yaml=Voice.Calls");

    [Fact]
    public Task Receivers_with_endpoints_for_AspNetCore() => SameAsync(
        [(Path.Combine(Folder("spec"), "rtc-voice.openapi.yaml"), "Voice", "true")], "", [Routing], "-n", "Voice", "--features", "aspnetcore");

    [Fact]
    public Task Clients_with_registration() => SameAsync(
        [(Path.Combine(Folder("spec"), "rtc-voice.openapi.yaml"), "Voice", "true")], "", Injection, "-n", "Voice", "--features", "dependency-injection");

    [Theory]
    [InlineData("kiota")]
    [InlineData("kiota-http", "Microsoft.Kiota.Http.HttpClientLibrary")]
    public Task Models_and_clients_for_Kiota(string feature, params string[] more) => SameAsync(
        [(Path.Combine(Folder("spec"), "rtc-voice.openapi.yaml"), "Voice", "true")], "", ["Microsoft.Kiota.Abstractions", .. more], "-n", "Voice", "--features", feature);

    [Fact]
    public Task Contracts_that_are_only_referred_to_are_read_and_not_generated() => SameAsync(
        [
            (Path.Combine(Folder("spec"), "click-to-call.arazzo.yaml"), "Contoso.Calls", "true"),
            (Path.Combine(Folder("spec"), "cc-messaging.openapi.yaml"), "Contoso.Calls", "false"),
            (Path.Combine(Folder("spec"), "fabric.openapi.yaml"), "Contoso.Calls", "false"),
        ],
        "", [], "-n", "Contoso.Calls");

    [Fact]
    public async Task A_project_decides_on_contracts_namespaces_and_features()
    {
        // The real thing: MSBuild resolves the references of a project that has contracts of three uses.
        var voice = Path.Combine(Folder("spec"), "rtc-voice.openapi.yaml");
        var fabric = Path.Combine(Folder("spec"), "fabric.openapi.yaml");
        using var run = new CommandRun().With(
            "Shop.csproj",
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><RootNamespace>Contoso.Shop</RootNamespace></PropertyGroup>
              <ItemGroup>
                <FrameworkReference Include="Microsoft.AspNetCore.App" />
                <ClientGenSpec Include="{fabric}" />
                <ClientGenSpec Include="{voice}" Namespace="Voice" Generate="endpoints" />
              </ItemGroup>
            </Project>
            """);
        Restore(run.Folder);
        Assert.Equal(ExitCodes.Ok, await run.RunAsync("generate", "Shop.csproj", "-o", "out"));
        Compare(Compiler.Sees([(fabric, null, "true"), (voice, "Voice", "endpoints")], "Contoso.Shop", [Routing, .. Injection]), Path.Combine(run.Folder, "out"));
    }

    private static async Task SameAsync((string Path, string? Namespace, string Generate)[] contracts, string root, string[] references, params string[] options)
    {
        using var run = new CommandRun();
        var listed = contracts.Where(static contract => contract.Generate == "true").Select(static contract => contract.Path);
        Assert.Equal(ExitCodes.Ok, await run.RunAsync(["generate", .. listed, "-o", "out", .. options]));
        Compare(Compiler.Sees(contracts, root, references), Path.Combine(run.Folder, "out"));
    }

    private static void Compare(Dictionary<string, Microsoft.CodeAnalysis.Text.SourceText> compiler, string folder)
    {
        Assert.NotEmpty(compiler);
        Assert.Equal(compiler.Keys.Order(StringComparer.Ordinal), Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        foreach (var (name, text) in compiler)
        {
            byte[] expected = [.. text.Encoding!.GetPreamble(), .. text.Encoding.GetBytes(text.ToString())];
            Assert.True(expected.AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(folder, name))), $"{name} differs:\n{Encoding.UTF8.GetString(expected)}");
        }
    }

    private static string Folder(string name) => Path.Combine(AppContext.BaseDirectory, name).Replace('\\', '/');

    private static void Restore(string folder)
    {
        using var process = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("dotnet", ["restore", "-nodeReuse:false"])
        {
            WorkingDirectory = folder, RedirectStandardOutput = true,
        })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, output);
    }
}
