using System.Runtime.CompilerServices;
using ClientGen.Emitter.Workflows;
using ClientGen.Specs.Contracts;
using ClientGen.Specs.Model;
using ClientGen.Specs.Reading;
using ClientGen.Testing;

namespace ClientGen.Emitter.Tests.Workflows;

/// <summary>Contracts with workflows, from text to C#.</summary>
internal static class WorkflowContracts
{
    private static readonly EmitOptions Options = new(AspNetCore: false, DependencyInjection: false, Version: "1.0.0");

    public static BoundContracts Bind(params (string Path, string Text, string Namespace)[] files) => ContractBinder.Bind(
        [.. files.Select(static file => new ContractInput(SpecReader.Read(file.Path, file.Text, TestContext.Current.CancellationToken), file.Namespace))],
        TestContext.Current.CancellationToken);

    /// <summary>The workflow files alone, for people to read.</summary>
    public static string Workflows(BoundContracts contracts) => string.Concat(contracts.Models
        .SelectMany(model => WorkflowEmitter.Emit(model, [.. contracts.Models], Options, TestContext.Current.CancellationToken))
        .Select(static file => file.Text));

    /// <summary>Everything that the contracts compile into.</summary>
    public static GeneratedCompilation Compile(BoundContracts contracts, params string[] companions)
    {
        var files = new List<(string, string)>();
        foreach (var model in contracts.Models)
        {
            files.AddRange(ContractEmitter.Emit(model, Options, TestContext.Current.CancellationToken).Where(static file => !file.HintName.Contains("Workflows")).Select(static file => (file.HintName, file.Text)));
            files.AddRange(WorkflowEmitter.Emit(model, [.. contracts.Models], Options, TestContext.Current.CancellationToken).Select(file => (model.FilePrefix + file.HintName, file.Text)));
        }

        return GeneratedCompilation.Of(files, companions);
    }

    /// <summary>The contracts of this repository.</summary>
    public static BoundContracts Own([CallerFilePath] string file = "")
    {
        var folder = Path.Combine(Path.GetDirectoryName(file)!, "../../../spec");
        return Bind([.. Directory.GetFiles(folder, "*.yaml").Order(StringComparer.Ordinal)
            .Select(static path => (Path.GetFileName(path), File.ReadAllText(path), "ContactCenter." + ClientGen.Specs.Binding.ContractNames.Contract(Path.GetFileName(path))))]);
    }
}
