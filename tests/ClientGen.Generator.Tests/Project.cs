using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ClientGen.Generator.Tests;

/// <summary>What a project file says, apart from its contracts.</summary>
/// <param name="Parsing">The C# version and the symbols of the framework.</param>
/// <param name="References">Null: what the tests run on.</param>
/// <param name="Properties">MSBuild properties that the compiler sees.</param>
internal sealed record Project(
    CSharpParseOptions Parsing, ImmutableArray<MetadataReference>? References = null, IReadOnlyDictionary<string, string>? Properties = null)
{
    /// <summary>Says nothing special.</summary>
    public static Project Ordinary { get; } = new(CSharpParseOptions.Default);

    /// <summary>A project for a framework that has nothing: what is missing everywhere is missing here.</summary>
    public static Project Bare { get; } = new(new CSharpParseOptions(LanguageVersion.CSharp12), []);

    /// <summary>The same project with another C# version.</summary>
    public Project In(LanguageVersion version) => this with { Parsing = Parsing.WithLanguageVersion(version) };

    /// <summary>The same project with a property.</summary>
    public Project With(string property, string value) =>
        this with { Properties = new Dictionary<string, string>(Properties ?? new Dictionary<string, string>()) { ["build_property." + property] = value } };

    /// <summary>The same project with a symbol of the framework.</summary>
    public Project On(string symbol) => this with { Parsing = Parsing.WithPreprocessorSymbols(symbol) };
}
