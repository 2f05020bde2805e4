using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ClientGen.Analyzers.Facts;

/// <summary>Recognises what ClientGen has made from a contract.</summary>
internal static class Generated
{
    /// <summary>Whether a type says that ClientGen has made it.</summary>
    public static bool Is(ITypeSymbol type) => type.GetAttributes().Any(static attribute =>
        attribute is { AttributeClass.Name: "GeneratedCodeAttribute", ConstructorArguments: [{ Value: "ClientGen" }, ..] });

    /// <summary>All types that a compilation can see and ClientGen has made.</summary>
    public static IReadOnlyList<INamedTypeSymbol> Types(Compilation compilation) =>
        [.. compilation.SourceModule.ReferencedAssemblySymbols.Where(ProtocolAssemblies.References).Append(compilation.Assembly).SelectMany(static assembly => DeclaredTypes.Outer(assembly.GlobalNamespace)).Where(IsMarked)];

    // With each key press all types of the compilation are new, and a contract can have thousands: in source the mark is read without binding anything.
    private static bool IsMarked(INamedTypeSymbol type) => type.DeclaringSyntaxReferences.IsEmpty
        ? Is(type)
        : type.DeclaringSyntaxReferences.Any(static part => part.GetSyntax() is MemberDeclarationSyntax declaration && declaration.AttributeLists.SelectMany(static list => list.Attributes).Any(IsMark));

    private static bool IsMark(AttributeSyntax attribute) => attribute.Name.ToString() is var name && (name.EndsWith("GeneratedCode", StringComparison.Ordinal) || name.EndsWith("GeneratedCodeAttribute", StringComparison.Ordinal))
        && attribute.ArgumentList?.Arguments is [{ Expression: LiteralExpressionSyntax { Token.ValueText: "ClientGen" } }, ..];

    /// <summary>The enum of a contract whose values a type has, which may be missing; null for other types.</summary>
    public static INamedTypeSymbol? EnumOf(ITypeSymbol type)
    {
        var inner = type is INamedTypeSymbol { Name: "Optional", TypeArguments: [var wrapped] } ? wrapped : type;
        return EventFacts.EnumOf(inner) is { } @enum && Is(@enum) ? @enum : null;
    }

    /// <summary>The members of an enum that the contract names: those for unknown values are left out.</summary>
    public static IReadOnlyList<IFieldSymbol> NamedMembers(INamedTypeSymbol @enum)
    {
        var all = @enum.GetMembers().OfType<IFieldSymbol>().Where(static field => field.HasConstantValue).ToList();
        var texts = all.Where(static field => EventFamilies.HasText(field)).ToList();
        return texts.Count > 0 ? texts : all;
    }
}
