using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ClientGen.Guides.Tests;

/// <summary>A block of C# in a guide, and how it goes together with others.</summary>
/// <remarks>
/// A block with <c>using</c> directives begins a program. Blocks of statements go on from it, each by itself, so that a page can show several
/// ways. Blocks of types belong to the whole program, in files of their own with the same directives.
/// </remarks>
/// <param name="Text">The code.</param>
internal sealed record GuideProgram(string Text)
{
    private readonly CompilationUnitSyntax _root = CSharpSyntaxTree.ParseText(Text, new CSharpParseOptions(LanguageVersion.CSharp14)).GetCompilationUnitRoot();

    private bool Begins => _root.Usings.Count > 0;

    private bool IsOfTypes => !Begins && !_root.Members.Any(static member => member is GlobalStatementSyntax);

    /// <summary>The files of the program that each block makes or belongs to.</summary>
    /// <param name="blocks">The blocks of a page, in order.</param>
    public static IEnumerable<IReadOnlyList<string>> Of(IReadOnlyList<string> blocks)
    {
        var parsed = blocks.Select(static block => new GuideProgram(block)).ToList();
        for (var i = 0; i < parsed.Count; i++)
        {
            var first = parsed.FindLastIndex(i, static block => block.Begins);
            if (first < 0)
                throw new InvalidOperationException($"No program begins before this block:\n{blocks[i]}");
            var beginning = parsed[first];
            var types = parsed.Skip(first + 1).TakeWhile(static block => !block.Begins).Where(static block => block.IsOfTypes)
                .Select(type => beginning._root.Usings.ToFullString() + type.Text);
            yield return [parsed[i].Begins || parsed[i].IsOfTypes ? beginning.Text : beginning.Text + parsed[i].Text, .. types];
        }
    }
}
