using System.ComponentModel;
using System.Reflection;
using BenchmarkDotNet.Attributes;
using Benchmarks.Compiling;
using ClientGen.Analyzers;

namespace Benchmarks.Analyzing;

/// <summary>What the rules add to the compile of a solution of 100,000 lines: the compiler of the SDK in its server, as builds use it, with and without them.</summary>
[Description("analyzers on 100,000 lines")]
[TimesOtherProcess]
[InvocationCount(1, 1)]
[WarmupCount(2)]
[IterationCount(5)]
public class AnalyzerCost
{
    private const string Few = "1 file of 100 uses a client";
    private const string Many = "1 file of 20 uses a client";

    private string _folder = "";
    private string _server = "";

    [Params(Few, Many)]
    public string Use { get; set; } = Few;

    private static string Compiler => typeof(AnalyzerCost).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static data => data.Key == "Compiler").Value!;

    private string Arguments => Path.Combine(_folder, "solution.rsp");

    [GlobalSetup]
    public void Setup()
    {
        _folder = Directory.CreateTempSubdirectory("analyzer-cost").FullName;
        _server = Path.GetFileName(_folder);
        var lines = 0;
        foreach (var (text, i) in LargeSolution.Sources(Use == Few ? 100 : 20).Select(static (text, i) => (text, i)))
        {
            lines += text.AsSpan().Count('\n');
            File.WriteAllText(Path.Combine(_folder, $"Part{i}.cs"), text);
        }

        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var references = Directory.EnumerateFiles(framework, "System*.dll").Where(static path => !path.EndsWith(".Native.dll", StringComparison.Ordinal))
            .Append(typeof(ClientGen.ClientGenException).Assembly.Location).Append(typeof(ContactCenter.Messaging.ICcMessagingClient).Assembly.Location);
        File.WriteAllLines(
            Arguments,
            ["-nologo", "-nostdlib", "-target:library", "-nullable", "-debug:portable", $"-out:\"{Path.Combine(_folder, "Solution.dll")}\"", .. references.Select(static path => $"-r:\"{path}\""), $"\"{Path.Combine(_folder, "*.cs")}\""]);
        Console.WriteLine($"// {lines:N0} lines");
    }

    [GlobalCleanup]
    public void Cleanup() => Directory.Delete(_folder, recursive: true);

    [Benchmark(Baseline = true, Description = "compile")]
    public void Compile() => Run();

    [Benchmark(Description = "compile with the rules")]
    public void CompileWithRules() => Run($"-analyzer:{typeof(ClientAnalyzer).Assembly.Location}", "-warnaserror");

    private void Run(params string[] more) => ChildProcess.RunDotNet([Compiler, $"-shared:{_server}", "-keepalive:60", "-noconfig", $"@{Arguments}", .. more]);
}
