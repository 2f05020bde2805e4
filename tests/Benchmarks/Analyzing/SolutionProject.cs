using System.Reflection;
using System.Text.Json;
using Benchmarks.Compiling;

namespace Benchmarks.Analyzing;

/// <summary>The large solution as a project on disk, and the command line that compiles it.</summary>
internal sealed class SolutionProject : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("rules-cost").FullName;
    // Not the folder's name: the server's pipe is a file beside it.
    private readonly string _server = Guid.NewGuid().ToString("N");
    private readonly string _response;

    /// <summary>Writes it.</summary>
    /// <param name="plain">How many files come to one that uses a client, itself counted.</param>
    public SolutionProject(int plain)
    {
        foreach (var (text, i) in LargeSolution.Sources(plain).Select(static (text, i) => (text, i)))
        {
            Lines += text.AsSpan().Count('\n');
            File.WriteAllText(Path.Combine(_folder, $"Part{i}.cs"), text);
        }

        File.WriteAllText(Path.Combine(_folder, "Solution.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>disable</ImplicitUsings>
              </PropertyGroup>
              <ItemGroup>
                <Reference Include="{typeof(ClientGen.ClientGenException).Assembly.Location}" />
                <Reference Include="{typeof(ContactCenter.Messaging.ICcMessagingClient).Assembly.Location}" />
              </ItemGroup>
            </Project>
            """);
        _response = Path.Combine(_folder, "compile.rsp");
        File.WriteAllLines(_response, CompilerArguments().Select(static argument => argument.Contains('"', StringComparison.Ordinal) ? argument : $"\"{argument}\""));
    }

    /// <summary>How many lines it has.</summary>
    public int Lines { get; }

    private static string Compiler => Path.GetFullPath(typeof(SolutionProject).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static data => data.Key == "Compiler").Value!);

    /// <summary>Compiles it in a compiler server of its own, as builds do: with the analyzers and generators that every project of the SDK has.</summary>
    /// <param name="more">Further arguments of the compiler.</param>
    /// <returns>What the compiler printed.</returns>
    public string Compile(params string[] more)
    {
        return ChildProcess.RunDotNet([Compiler, $"-shared:{_server}", "-keepalive:60", "-noconfig", $"@{_response}", .. more]);
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // What the SDK would start the compiler with, asked of the SDK.
    private IEnumerable<string> CompilerArguments()
    {
        var project = Path.Combine(_folder, "Solution.csproj");
        ChildProcess.RunDotNet("restore", project);
        var output = ChildProcess.RunDotNet(
            "msbuild", project, "-t:Compile", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true", "-getItem:CscCommandLineArgs");
        using var said = JsonDocument.Parse(output);
        foreach (var item in said.RootElement.GetProperty("Items").GetProperty("CscCommandLineArgs").EnumerateArray())
        {
            var argument = item.GetProperty("Identity").GetString()!;
            if (argument is "/noconfig")
                continue;
            // Files of the project are named from its folder.
            var path = argument[(argument.IndexOf(':', StringComparison.Ordinal) + 1)..];
            yield return path.StartsWith("obj/", StringComparison.Ordinal) || !argument.StartsWith('/') ? argument.Replace(path, Path.Combine(_folder, path), StringComparison.Ordinal) : argument;
        }
    }
}
