using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ClientGen.Guides.Tests;

/// <summary>A contract of a guide's project, with the metadata that MSBuild would give it.</summary>
/// <param name="path">Where the guide says that it lies.</param>
/// <param name="text">Its text.</param>
/// <param name="metadata">Namespace and use, as the project file has them.</param>
internal sealed class GuideContract(string path, string text, IReadOnlyDictionary<string, string> metadata) : AdditionalText
{
    /// <inheritdoc/>
    public override string Path => path;

    /// <summary>What the compiler sees of the item.</summary>
    public IReadOnlyDictionary<string, string> Metadata => metadata;

    /// <inheritdoc/>
    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
}
