using Microsoft.CodeAnalysis;

namespace ClientGen.Analyzers.Flow;

/// <summary>Whether something is so.</summary>
internal enum Fit
{
    /// <summary>It is not.</summary>
    No,

    /// <summary>It may be.</summary>
    Maybe,

    /// <summary>It is.</summary>
    Yes,
}

/// <summary>Which exceptions a handler takes.</summary>
internal static class ExceptionTypes
{
    /// <summary>Whether a handler takes an exception.</summary>
    /// <param name="thrown">The type of the exception; null when unknown.</param>
    /// <param name="caught">The type that the handler names; null or object for all.</param>
    public static Fit Match(ITypeSymbol? thrown, ITypeSymbol? caught)
    {
        if (caught is null || caught.SpecialType == SpecialType.System_Object || IsRoot(caught))
            return Fit.Yes;
        // What code that cannot be seen throws is for those who catch everything.
        if (thrown is null)
            return Fit.No;
        if (Derives(thrown, caught))
            return Fit.Yes;
        return Derives(caught, thrown) ? Fit.Maybe : Fit.No;
    }

    /// <summary>Whether a type is another one or derives from it.</summary>
    public static bool Derives(ITypeSymbol type, ITypeSymbol from)
    {
        for (ITypeSymbol? each = type; each is not null; each = each.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(each, from))
                return true;
        }

        return false;
    }

    /// <summary>Whether values of a type can be thrown.</summary>
    public static bool IsException(ITypeSymbol type)
    {
        for (ITypeSymbol? each = type; each is not null; each = each.BaseType)
        {
            if (IsRoot(each))
                return true;
        }

        return false;
    }

    private static bool IsRoot(ITypeSymbol type) => type is { Name: "Exception", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };
}
