using ClientGen.Emitter;
using ClientGen.Specs.Contracts;
using Microsoft.CodeAnalysis;

namespace ClientGen.Generator;

/// <summary>Compiles the contracts of a project into typed clients.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class ContractGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        // Only contract files feed this pipeline, so typing C# leaves every stage cached.
        var documents = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Where(SpecInput.IsSpec)
            .Select(SpecInput.Read)
            .WithTrackingName(Stages.Document);

        // Contracts refer to each other, so they are bound together.
        var contracts = documents.Collect()
            .Select(static (inputs, cancellationToken) => ContractBinder.Bind(inputs, cancellationToken))
            .WithTrackingName(Stages.Binding);

        var models = contracts.SelectMany(static (bound, _) => bound.Models).WithTrackingName(Stages.Model);
        var findings = contracts.SelectMany(static (bound, _) => bound.Findings).WithTrackingName(Stages.Findings);
        var options = context.MetadataReferencesProvider
            .Select(static (reference, _) => ReferencedFeatures.NameOf(reference))
            .Collect()
            .Select(static (references, _) => ReferencedFeatures.Options(references))
            .WithTrackingName(Stages.Options);

        // Types are split into small groups before they are printed: an edit to one schema prints one file again.
        var types = models.Combine(options)
            .SelectMany(static (input, _) => TypeFile.Split(input.Left, input.Right))
            .WithTrackingName(Stages.Types)
            .Select(static (file, cancellationToken) => file.Print(cancellationToken))
            .WithTrackingName(Stages.TypeSource);
        var clients = models.Combine(options)
            .SelectMany(static (input, cancellationToken) => ContractEmitter.EmitClients(input.Left, input.Right, cancellationToken))
            .WithTrackingName(Stages.ClientSource);

        var endpoints = contracts.SelectMany(static (bound, _) => bound.Endpoints)
            .Combine(options)
            .SelectMany(static (input, cancellationToken) => ContractEmitter.EmitEndpoints(input.Left, input.Right, cancellationToken));

        var workflows = contracts.SelectMany(static (bound, _) => bound.Workflows)
            .Combine(options)
            .SelectMany(static (input, cancellationToken) => ContractEmitter.EmitWorkflows(input.Left, input.Right, cancellationToken));

        context.RegisterSourceOutput(types, static (output, file) => output.AddSource(file.HintName, file.Text));
        context.RegisterSourceOutput(clients, static (output, file) => output.AddSource(file.HintName, file.Text));
        context.RegisterSourceOutput(workflows, static (output, file) => output.AddSource(file.HintName, file.Text));
        context.RegisterSourceOutput(endpoints, static (output, file) => output.AddSource(file.HintName, file.Text));
        context.RegisterSourceOutput(findings, FindingDiagnostics.Report);
    }
}
