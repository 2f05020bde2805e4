using ClientGen.Emitter;
using ClientGen.Specs.Contracts;
using ClientGen.Specs.Reading;

namespace Benchmarks.Compiling;

/// <summary>Our compiler in a process of its own, without Roslyn around it: contract files in, C# files out. Started by <see cref="ColdCompile"/>.</summary>
internal static class CompileHost
{
    /// <summary>The verb that starts it.</summary>
    public const string Verb = "compile";

    private const string Version = "0.0.0";

    /// <summary>Compiles the first contract; the others are those it refers to. Without a contract it does nothing, which tells what a process costs.</summary>
    /// <param name="args">A folder for the C# files, then the contracts.</param>
    /// <returns>0 when all of the contract was compiled.</returns>
    public static int Run(string[] args)
    {
        if (args.Length < 2)
            return 0;
        var inputs = args.Skip(1)
            .Select(static (path, index) => new ContractInput(
                SpecReader.Read(path, File.ReadAllText(path), CancellationToken.None),
                $"Cold.Contract{index}",
                index == 0 ? ContractUse.Generate : ContractUse.Refer))
            .ToList();
        var bound = ContractBinder.Bind(inputs, CancellationToken.None);
        var errors = bound.Findings.Where(static finding => finding.Severity == FindingSeverity.Error).ToList();
        foreach (var error in errors)
            Console.Error.WriteLine($"{error.Path}({error.Span.From.Line + 1},{error.Span.From.Column + 1}): {error.Id}: {error.Message}");

        var files = bound.Models
            .SelectMany(static model => ContractEmitter.Emit(model, new EmitOptions(AspNetCore: false, DependencyInjection: true, Version), CancellationToken.None))
            .ToList();
        foreach (var file in files)
            File.WriteAllText(Path.Combine(args[0], file.HintName), file.Text);
        return files.Count > 0 && errors.Count == 0 ? 0 : 1;
    }
}
