using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.MSBuild;
using Microsoft.CodeAnalysis.Text;

namespace ClientGen.Ide;

/// <summary>A project as an editor has it open. Edits make the next one; the files on disk stay as they are.</summary>
internal sealed class OpenProject(Project project)
{
    /// <summary>The project as the workspace knows it.</summary>
    public Project Project => project;

    /// <summary>The rules and whatever else looks at the project's code.</summary>
    public ImmutableArray<DiagnosticAnalyzer> Analyzers { get; } = [.. project.AnalyzerReferences.SelectMany(static reference => reference.GetAnalyzers(LanguageNames.CSharp))];

    /// <summary>Opens a project file; what the workspace has to complain about is an error.</summary>
    /// <param name="file">The project file; it has been restored.</param>
    /// <param name="properties">MSBuild properties.</param>
    public static async Task<OpenProject> LoadAsync(string file, params IEnumerable<(string Name, string Value)> properties)
    {
        var workspace = MSBuildWorkspace.Create(properties.ToDictionary(static pair => pair.Name, static pair => pair.Value));
        var project = await workspace.OpenProjectAsync(file);
        return workspace.Diagnostics.IsEmpty
            ? new(project)
            : throw new CheckException($"{file} does not open:\n{string.Join("\n", workspace.Diagnostics.Select(static found => found.Message))}");
    }

    /// <summary>The same project in another solution.</summary>
    public OpenProject In(Solution solution) => new(solution.GetProject(project.Id)!);

    /// <summary>Replaces a part of a C# file or contract; the file must have it once.</summary>
    public async Task<OpenProject> EditAsync(string file, string was, string becomes)
    {
        var text = (await Find(file).GetTextAsync()).ToString();
        var at = text.IndexOf(was, StringComparison.Ordinal);
        if (at < 0 || text.IndexOf(was, at + 1, StringComparison.Ordinal) >= 0)
            throw new CheckException($"{file} does not have '{was}' once.");
        return WithText(file, SourceText.From(text.Remove(at, was.Length).Insert(at, becomes)));
    }

    /// <summary>Replaces the text of a C# file or contract.</summary>
    public OpenProject WithText(string file, SourceText text)
    {
        var document = Find(file);
        return In(document is Document ? project.Solution.WithDocumentText(document.Id, text) : project.Solution.WithAdditionalDocumentText(document.Id, text));
    }

    /// <summary>A C# file or a contract, by its name.</summary>
    public TextDocument Find(string file) => project.Documents.Concat(project.AdditionalDocuments).Single(document => document.Name == file);

    /// <summary>The compilation, generated code included.</summary>
    public async Task<Compilation> CompileAsync() => (await project.GetCompilationAsync())!;

    /// <summary>What the compiler and the rules say, hidden remarks left out, as <c>CG1001 Keeper.cs: the line's text</c>.</summary>
    public async Task<IReadOnlyList<string>> ComplaintsAsync() =>
        [.. (await DiagnosticsAsync()).Select(static found => $"{found.Id} {Path.GetFileName(found.Location.SourceTree?.FilePath)}: {LineOf(found)}")];

    /// <summary>What the compiler and the rules say, hidden remarks left out.</summary>
    public async Task<IReadOnlyList<Diagnostic>> DiagnosticsAsync()
    {
        var analysis = (await CompileAsync()).WithAnalyzers(Analyzers, project.AnalyzerOptions);
        return [.. (await analysis.GetAllDiagnosticsAsync()).Where(static found => found.Severity > DiagnosticSeverity.Hidden && !found.IsSuppressed)
            .OrderBy(static found => found.Location.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(static found => found.Location.SourceSpan)];
    }

    /// <summary>What the generator says about the contracts, as <c>CG9010 file(line,column)</c>.</summary>
    /// <remarks>An editor asks its workspace; strangers are not given these, so the generators run once more over what the workspace has.</remarks>
    public async Task<IReadOnlyList<string>> FindingsAsync()
    {
        var driver = CSharpGeneratorDriver.Create(
            project.AnalyzerReferences.SelectMany(static reference => reference.GetGenerators(LanguageNames.CSharp)),
            project.AnalyzerOptions.AdditionalFiles, (CSharpParseOptions)project.ParseOptions!, project.AnalyzerOptions.AnalyzerConfigOptionsProvider);
        var ordinary = CSharpCompilation.Create(project.AssemblyName, references: project.MetadataReferences);
        return [.. driver.RunGenerators(ordinary).GetRunResult().Diagnostics.Select(static found => $"{found.Id} {PlaceOf(found.Location.GetLineSpan())}")];
    }

    private static string PlaceOf(FileLinePositionSpan place) =>
        $"{Path.GetFileName(place.Path)}({place.StartLinePosition.Line + 1},{place.StartLinePosition.Character + 1})";

    private static string LineOf(Diagnostic found) =>
        found.Location.SourceTree?.GetText().Lines.GetLineFromPosition(found.Location.SourceSpan.Start).ToString().Trim() ?? found.GetMessage();
}
