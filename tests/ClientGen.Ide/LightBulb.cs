using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ClientGen.Ide;

/// <summary>Code fixes, found where editors find them: in the assemblies that a project has among its analyzers.</summary>
internal static class LightBulb
{
    /// <summary>Takes the first thing that is offered for a diagnostic.</summary>
    public static async Task<OpenProject> MendAsync(OpenProject project, Diagnostic diagnostic)
    {
        var document = project.Project.Solution.GetDocument(diagnostic.Location.SourceTree)!;
        var offers = new List<CodeAction>();
        foreach (var provider in Providers(project.Project).Where(provider => provider.FixableDiagnosticIds.Contains(diagnostic.Id)))
            await provider.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (offer, _) => offers.Add(offer), CancellationToken.None));
        if (offers.Count == 0)
            throw new CheckException($"Nothing is offered for {diagnostic}.");
        var change = (await offers[0].GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>().Single();
        return project.In(change.ChangedSolution);
    }

    private static IEnumerable<CodeFixProvider> Providers(Project project) =>
        from reference in project.AnalyzerReferences.OfType<AnalyzerFileReference>()
        where Path.GetFileName(reference.FullPath) == "ClientGen.CodeFixes.dll"
        from type in reference.GetAssembly().GetTypes()
        where type is { IsAbstract: false } && type.IsSubclassOf(typeof(CodeFixProvider))
        select (CodeFixProvider)Activator.CreateInstance(type)!;
}
