using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ContactCenter.Clients.Tests;

/// <summary>Everything that users of an assembly can name: a line for each type, and one for each of its members below it.</summary>
internal static class PublicApi
{
    private static readonly SymbolDisplayFormat Format = new(
        SymbolDisplayGlobalNamespaceStyle.Omitted,
        SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeTypeConstraints | SymbolDisplayGenericsOptions.IncludeVariance,
        SymbolDisplayMemberOptions.IncludeAccessibility | SymbolDisplayMemberOptions.IncludeModifiers | SymbolDisplayMemberOptions.IncludeExplicitInterface
            | SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeConstantValue,
        SymbolDisplayDelegateStyle.NameAndSignature,
        SymbolDisplayExtensionMethodStyle.StaticMethod,
        SymbolDisplayParameterOptions.IncludeExtensionThis | SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeDefaultValue | SymbolDisplayParameterOptions.IncludeParamsRefOut,
        SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        SymbolDisplayLocalOptions.None,
        SymbolDisplayKindOptions.None,
        SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);

    // Every record has them; they say nothing about this one.
    private static readonly HashSet<string> OfRecords = ["<Clone>$", "Equals", "GetHashCode", "ToString", "PrintMembers", "Deconstruct", "op_Equality", "op_Inequality", "EqualityContract"];

    /// <summary>The lines, types and members sorted by their text.</summary>
    /// <param name="path">The assembly's file.</param>
    public static IReadOnlyList<string> Of(string path)
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Where(other => other != path).Select(static other => MetadataReference.CreateFromFile(other));
        var own = MetadataReference.CreateFromFile(path);
        var assembly = (IAssemblySymbol)CSharpCompilation.Create("Reader", references: [.. references, own]).GetAssemblyOrModuleSymbol(own)!;
        return [.. Types(assembly.GlobalNamespace).Where(IsSeen).OrderBy(static type => type.ToDisplayString(Format), StringComparer.Ordinal).SelectMany(Lines)];
    }

    private static IEnumerable<string> Lines(INamedTypeSymbol type)
    {
        var bases = type.TypeKind == TypeKind.Enum
            ? [type.EnumUnderlyingType!]
            : (type.BaseType is { SpecialType: SpecialType.None } parent ? [parent] : Enumerable.Empty<INamedTypeSymbol>()).Concat(type.Interfaces.Where(static each => each.Name != "IEquatable"));
        yield return $"{Kind(type)} {type.ToDisplayString(Format)}{(bases.Any() ? " : " + string.Join(", ", bases.Select(static each => each.ToDisplayString(Format)).Order(StringComparer.Ordinal)) : "")}";
        var members = type.GetMembers().Where(IsSeen).Where(member => member is not INamedTypeSymbol && !IsNoise(member, type));
        foreach (var line in members.Select(static member => member.ToDisplayString(Format)).Order(StringComparer.Ordinal))
            yield return "    " + line;
    }

    private static string Kind(INamedTypeSymbol type) => (type switch
    {
        { IsStatic: true } => "static ",
        { TypeKind: TypeKind.Class, IsAbstract: true } => "abstract ",
        { TypeKind: TypeKind.Class, IsSealed: true } => "sealed ",
        _ => "",
    }) + (type.IsRecord ? "record" : type.TypeKind.ToString().ToLowerInvariant());

    private static bool IsNoise(ISymbol member, INamedTypeSymbol type) => member switch
    {
        IMethodSymbol { MethodKind: MethodKind.PropertyGet or MethodKind.PropertySet or MethodKind.EventAdd or MethodKind.EventRemove } => true,
        IMethodSymbol { MethodKind: MethodKind.Constructor, Parameters: [{ Type: var only }] } => type.IsRecord && SymbolEqualityComparer.Default.Equals(only, type),
        IMethodSymbol { MethodKind: MethodKind.Constructor } => type.TypeKind == TypeKind.Enum,
        _ => type.IsRecord && OfRecords.Contains(member.Name),
    };

    private static bool IsSeen(ISymbol symbol) => symbol.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal
        && (symbol.ContainingType is null || IsSeen(symbol.ContainingType));

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol scope) => scope.GetMembers().OfType<INamespaceOrTypeSymbol>()
        .SelectMany(static inner => inner is INamedTypeSymbol type ? Types(type).Prepend(type) : Types(inner));
}
