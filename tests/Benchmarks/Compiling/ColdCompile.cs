using System.ComponentModel;
using BenchmarkDotNet.Attributes;

namespace Benchmarks.Compiling;

/// <summary>A contract becomes C# in a process that nobody has warmed up, from its start to its end.</summary>
[Description("cold compile")]
[TimesOtherProcess]
[InvocationCount(1, 1)]
[WarmupCount(1)]
[IterationCount(5)]
public class ColdCompile
{
    private const int WideOperations = 1_000;

    private string _folder = "";
    private string _contract = "";
    private string[] _referredTo = [];

    [Params("cc-messaging (YAML, 21 operations)", "wide (JSON, 1,000 operations)", "wide (YAML, 1,000 operations)")]
    public string Contract { get; set; } = "";

    private static string Self => typeof(ColdCompile).Assembly.Location;

    private static string NSwagTool => Path.Combine(Repository.Root, "build", "nswag", "node_modules", "nswag", "bin", "binaries", "Net100", "dotnet-nswag.dll");

    private string OwnOutput => Path.Combine(_folder, "ClientGen");

    private string NSwagOutput => Path.Combine(_folder, "NSwag.cs");

    [GlobalSetup]
    public void Setup()
    {
        _folder = Directory.CreateTempSubdirectory("cold-compile").FullName;
        Directory.CreateDirectory(OwnOutput);
        if (Contract.StartsWith("cc-messaging", StringComparison.Ordinal))
        {
            _contract = Path.Combine(Repository.Root, "spec", "cc-messaging.openapi.yaml");
            _referredTo = [Path.Combine(Repository.Root, "spec", "fabric.openapi.yaml")];
        }
        else
        {
            var isJson = Contract.Contains("JSON", StringComparison.Ordinal);
            _contract = Path.Combine(_folder, isJson ? "wide.openapi.json" : "wide.openapi.yaml");
            File.WriteAllText(_contract, isJson ? WideContract.Json(WideOperations) : WideContract.Yaml(WideOperations));
        }
    }

    [GlobalCleanup]
    public void Cleanup()
    {
        if (Directory.EnumerateFiles(OwnOutput).Any())
            Console.WriteLine($"// {Contract}: ClientGen wrote {Directory.GetFiles(OwnOutput).Length} files, {Directory.GetFiles(OwnOutput).Sum(static file => new FileInfo(file).Length):N0} bytes");
        if (File.Exists(NSwagOutput))
            Console.WriteLine($"// {Contract}: NSwag wrote {new FileInfo(NSwagOutput).Length:N0} bytes");
        Directory.Delete(_folder, recursive: true);
    }

    [Benchmark(Baseline = true, Description = "NSwag process")]
    public void NSwagProcess()
    {
        if (!File.Exists(NSwagTool))
            throw new InvalidOperationException("NSwag is not installed. Run `npm ci` in build/nswag.");
        ChildProcess.RunDotNet(
            NSwagTool, "openapi2csclient", $"/Input:{_contract}", $"/Output:{NSwagOutput}", "/ClassName:Client", "/Namespace:Cold", "/JsonLibrary:SystemTextJson",
            "/OperationGenerationMode:SingleClientFromOperationId", "/GenerateNullableReferenceTypes:true", "/GenerateOptionalPropertiesAsNullable:true");
    }

    [Benchmark(Description = "ClientGen process")]
    public void ClientGenProcess() => ChildProcess.RunDotNet([Self, CompileHost.Verb, OwnOutput, _contract, .. _referredTo]);

    [Benchmark(Description = "an empty process")]
    public void EmptyProcess() => ChildProcess.RunDotNet(Self, CompileHost.Verb);
}

/// <summary>The work happens in another process, so the bytes allocated in this one say nothing.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class TimesOtherProcessAttribute : Attribute;
