using ClientGen.Analyzers.Names;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ClientGen.Analyzers.Polling;

/// <summary>Whether a project calls something again and again: in a loop, by recursion, or from code that others may call as often as they like.</summary>
/// <remarks>By names alone and over the whole project, so that it rather sees a loop too many than one too few.</remarks>
internal static class Rounds
{
    private const int MostLevels = 6;

    /// <summary>Whether calls of any of these names come round.</summary>
    /// <param name="names">Names of methods.</param>
    /// <param name="compilation">The project.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public static bool Contain(IEnumerable<string> names, Compilation compilation, CancellationToken cancellationToken)
    {
        var frontier = new NameSet(names);
        var seen = new HashSet<string>(frontier.All, StringComparer.Ordinal);
        for (var level = 0; level < MostLevels && frontier.Count > 0; level++)
        {
            var next = new HashSet<string>(StringComparer.Ordinal);
            foreach (var tree in compilation.SyntaxTrees.Where(tree => !tree.IsGenerated() && TreeIndex.Of(tree).HasAny(frontier)))
            {
                foreach (var name in tree.GetRoot(cancellationToken).DescendantNodes().OfType<SimpleNameSyntax>().Where(name => frontier.Contains(name.Identifier.ValueText) && !IsNameOnly(name)))
                {
                    if (!IsCalled(name) || ComesRound(name, seen, next))
                        return true;
                }
            }

            seen.UnionWith(next);
            frontier = new NameSet(next);
        }

        return false;
    }

    private static bool IsNameOnly(SimpleNameSyntax name) =>
        name.Ancestors().Any(static each => each is AttributeSyntax or UsingDirectiveSyntax or CrefSyntax or TypeArgumentListSyntax or ParameterSyntax)
        || name.Parent is VariableDeclarationSyntax or BaseTypeSyntax or QualifiedNameSyntax or ObjectCreationExpressionSyntax
        || name.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } };

    // A method that is handed to somebody is called whenever they like.
    private static bool IsCalled(SimpleNameSyntax name)
    {
        SyntaxNode called = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name.Parent is MemberBindingExpressionSyntax binding ? binding : name;
        return called.Parent is InvocationExpressionSyntax call && call.Expression == called;
    }

    private static bool ComesRound(SyntaxNode call, HashSet<string> seen, HashSet<string> next)
    {
        for (SyntaxNode? inner = call, each = call.Parent; each is not null and not TypeDeclarationSyntax; inner = each, each = each.Parent)
        {
            switch (each)
            {
                case WhileStatementSyntax or DoStatementSyntax or AnonymousFunctionExpressionSyntax or LabeledStatementSyntax:
                // What a loop begins with is done once.
                case ForStatementSyntax loop when inner != loop.Declaration && !loop.Initializers.Any(initializer => initializer == inner):
                case CommonForEachStatementSyntax items when inner != items.Expression:
                case BaseMethodDeclarationSyntax method when method.DescendantNodes().Any(static inside => inside.IsKind(SyntaxKind.GotoStatement)):
                    return true;
                case LocalFunctionStatementSyntax function:
                    if (!Add(function.Identifier.ValueText))
                        return true;
                    // Who calls it is looked at by its name.
                    return false;
                case MethodDeclarationSyntax method:
                    return method.Modifiers.Any(SyntaxKind.OverrideKeyword) && !IsRunOnce(method) || IsAsked(method) || !Add(method.Identifier.ValueText);
                case PropertyDeclarationSyntax property:
                    return !Add(property.Identifier.ValueText);
            }
        }

        return false;

        bool Add(string name)
        {
            next.Add(name);
            return !seen.Contains(name);
        }
    }

    private static bool IsRunOnce(MethodDeclarationSyntax method) => method.Identifier.ValueText is "ExecuteAsync" or "StartAsync";

    // Routes, commands, handlers of events: people and frameworks come again.
    private static bool IsAsked(MethodDeclarationSyntax method) =>
        method.AttributeLists.Count > 0 || method.ParameterList.Parameters.Any(static parameter => parameter.Type is IdentifierNameSyntax { Identifier.ValueText: var type } && type.EndsWith("EventArgs", StringComparison.Ordinal));
}
