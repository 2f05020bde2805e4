using System.Collections.Immutable;
using ClientGen.Emitter;
using ClientGen.Emitter.Support;
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

        var references = context.MetadataReferencesProvider.Select(static (reference, _) => ReferencedAssembly.Of(reference)).Collect();
        var hasDateOnly = references.Select(static (references, _) => ReferencedFeatures.HasDateOnly(references));
        var tooOld = context.ParseOptionsProvider.Select(static (options, _) => LanguageVersions.TooOld(options));

        // Contracts refer to each other, so they are bound together. Where the language cannot compile what comes of them, there are none.
        var contracts = documents.Collect()
            .Combine(tooOld)
            .Select(static (input, _) => input.Right is null ? input.Left : ImmutableArray<ContractInput>.Empty)
            .Combine(hasDateOnly)
            .Select(static (input, cancellationToken) => ContractBinder.Bind(input.Left, cancellationToken, input.Right))
            .WithTrackingName(Stages.Binding);

        var models = contracts.SelectMany(static (bound, _) => bound.Models).WithTrackingName(Stages.Model);
        var findings = contracts.SelectMany(static (bound, _) => bound.Findings).WithTrackingName(Stages.Findings);
        var options = references
            .Select(static (references, _) => ReferencedFeatures.Options(references))
            .Combine(context.AnalyzerConfigOptionsProvider.Select(static (config, _) => KiotaChoice.IsWanted(config)))
            .Combine(context.CompilationProvider.Select(static (compilation, _) => KiotaChoice.Has(compilation)).WithTrackingName(Stages.Kiota))
            .Select(static (input, _) => KiotaChoice.Apply(input.Left.Left, input.Left.Right && input.Right))
            .WithTrackingName(Stages.Options);

        // Types are split into small groups before they are printed: an edit to one schema prints one file again.
        var types = models.Combine(options)
            .SelectMany(static (input, _) => TypeFile.Split(input.Left, input.Right))
            .WithTrackingName(Stages.Types)
            .SelectMany(static (file, cancellationToken) => file.Print(cancellationToken))
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
        context.RegisterSourceOutput(
            contracts.Select(static (bound, _) => !bound.Models.IsEmpty).Combine(options),
            static (output, input) =>
            {
                foreach (var file in ContractEmitter.EmitSupport(input.Left, input.Right))
                    output.AddSource(file.HintName, file.Text);
            });
        context.RegisterSourceOutput(findings, FindingDiagnostics.Report);
        context.RegisterSourceOutput(
            documents.Collect().Combine(tooOld).Select(static (input, _) => input.Left.Any(static input => input.Use != ContractUse.Refer) ? input.Right : null),
            static (output, version) =>
            {
                if (version is not null)
                    LanguageVersions.Report(output, version);
            });
        RegisterCompilerSupport(context, contracts.Select(static (bound, _) => !bound.Models.IsEmpty), options);
    }

    /// <summary>The one part that looks at the compilation, and only where the framework is old: what it sees there is a value of four bits.</summary>
    private static void RegisterCompilerSupport(
        IncrementalGeneratorInitializationContext context, IncrementalValueProvider<bool> generates, IncrementalValueProvider<EmitOptions> options)
    {
        var mayLack = context.ParseOptionsProvider.Select(static (parse, _) => MissingSupport.MayLack(parse))
            .Combine(context.AnalyzerConfigOptionsProvider.Select(static (config, _) => MissingSupport.IsLeftToOthers(config)))
            .Combine(generates)
            .Select(static (input, _) => input is { Left: { Left: true, Right: false }, Right: true });
        var missing = context.CompilationProvider.Combine(mayLack)
            .Select(static (input, _) => input.Right ? MissingSupport.In(input.Left) : CompilerSupport.None)
            .WithTrackingName(Stages.Support);
        context.RegisterSourceOutput(missing.Combine(options.Select(static (options, _) => options.Version)), static (output, input) =>
        {
            if (input.Left == CompilerSupport.None)
                return;
            var file = CompilerSupportEmitter.Emit(input.Left, input.Right);
            output.AddSource(file.HintName, file.Text);
        });
    }
}
