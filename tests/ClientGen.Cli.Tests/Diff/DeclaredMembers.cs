using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ClientGen.Cli.Tests.Diff;

/// <summary>What the generator declares for a service, as people write it: <c>Type</c>, <c>Type.Member</c>, <c>Type.Method(argument)</c>.</summary>
internal static class DeclaredMembers
{
    private static readonly ConcurrentDictionary<Sample, Lazy<Task<IReadOnlySet<string>>>> Known = new(ReferenceEqualityComparer.Instance);

    /// <summary>The members of a service.</summary>
    public static Task<IReadOnlySet<string>> OfAsync(Sample sample) => Known.GetOrAdd(sample, static sample => new(() => GenerateAsync(sample))).Value;

    private static async Task<IReadOnlySet<string>> GenerateAsync(Sample sample)
    {
        using var run = new CommandRun();
        sample.Write(run, "spec");
        Assert.Equal(ExitCodes.Ok, await run.RunAsync("generate", "spec", "-o", "out"));
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(run.Folder, "out")))
            Collect(await CSharpSyntaxTree.ParseText(await File.ReadAllTextAsync(file)).GetRootAsync(), "", names);
        return names;
    }

    private static void Collect(SyntaxNode node, string around, HashSet<string> names)
    {
        foreach (var child in node.ChildNodes())
        {
            switch (child)
            {
                case BaseNamespaceDeclarationSyntax space:
                    Collect(space, around, names);
                    break;
                case BaseTypeDeclarationSyntax type:
                    names.Add(around + type.Identifier.Text);
                    Collect(type, around + type.Identifier.Text + ".", names);
                    break;
                case MethodDeclarationSyntax method:
                    names.Add(around + method.Identifier.Text);
                    names.UnionWith(method.ParameterList.Parameters.Select(parameter => $"{around}{method.Identifier.Text}({parameter.Identifier.Text})"));
                    break;
                case BaseFieldDeclarationSyntax field:
                    names.UnionWith(field.Declaration.Variables.Select(variable => around + variable.Identifier.Text));
                    break;
                case PropertyDeclarationSyntax property:
                    names.Add(around + property.Identifier.Text);
                    break;
                case EnumMemberDeclarationSyntax member:
                    names.Add(around + member.Identifier.Text);
                    break;
                case ParameterListSyntax parameters when node is RecordDeclarationSyntax:
                    names.UnionWith(parameters.Parameters.Select(parameter => around + parameter.Identifier.Text));
                    break;
            }
        }
    }
}
