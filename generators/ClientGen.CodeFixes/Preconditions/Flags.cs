using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ClientGen.CodeFixes.Preconditions;

/// <summary>The members of an answer that must all be seen, as rules hand them on.</summary>
internal sealed class Flags
{
    private readonly IReadOnlyList<(string Member, string Value)> _all;

    private Flags(IReadOnlyList<(string Member, string Value)> all) => _all = all;

    /// <summary>The names of the members.</summary>
    public IEnumerable<string> Names => _all.Select(static flag => flag.Member);

    /// <summary>Reads <c>WebRTCSupported=true;ClickToCallSupported=true</c>; null when there are none.</summary>
    public static Flags? Of(Diagnostic diagnostic)
    {
        if (!diagnostic.Properties.TryGetValue("Flags", out var text) || text is null or "")
            return null;
        var flags = text.Split(';').Select(static flag => flag.Split(['='], 2)).ToList();
        return flags.All(static flag => flag.Length == 2) ? new([.. flags.Select(static flag => (flag[0], flag[1]))]) : null;
    }

    /// <summary>Whether a type has all of the members.</summary>
    public bool Fit(ITypeSymbol type) => Names.All(name => type.GetMembers(name).Any(static member => member is IPropertySymbol));

    /// <summary><c>{ WebRTCSupported: true, ClickToCallSupported: true }</c>.</summary>
    /// <param name="model">The model of the file.</param>
    /// <param name="position">Where the pattern will stand.</param>
    /// <param name="answer">The type of the answer.</param>
    public string Pattern(SemanticModel model, int position, ITypeSymbol answer) =>
        "{ " + string.Join(", ", _all.Select(flag => $"{flag.Member}: {Constant(flag, model, position, answer)}")) + " }";

    /// <summary>The value of a member as C#.</summary>
    public string? Constant(string member, SemanticModel model, int position, ITypeSymbol answer) =>
        _all.Where(flag => flag.Member == member).Select(flag => Constant(flag, model, position, answer)).FirstOrDefault();

    private static string Constant((string Member, string Value) flag, SemanticModel model, int position, ITypeSymbol answer)
    {
        var type = answer.GetMembers(flag.Member).OfType<IPropertySymbol>().First().Type;
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var inner] })
            type = inner;
        return type switch
        {
            { TypeKind: TypeKind.Enum } => $"{type.ToMinimalDisplayString(model, position)}.{flag.Value}",
            { SpecialType: SpecialType.System_String } => SymbolDisplay.FormatLiteral(flag.Value, quote: true),
            _ => flag.Value,
        };
    }
}
