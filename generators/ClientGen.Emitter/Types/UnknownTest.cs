using System.Globalization;
using ClientGen.Emitter.Writing;
using ClientGen.Specs.Model;

namespace ClientGen.Emitter.Types;

/// <summary>Whether a list or map of text enums holds a value that the contract does not name.</summary>
internal static class UnknownTest
{
    private const string Enumerable = "global::System.Linq.Enumerable.";

    /// <summary>A Boolean expression.</summary>
    /// <param name="type">A list or map that holds, in the end, a text enum.</param>
    /// <param name="value">An expression of the list or map; not null.</param>
    /// <param name="scope">The file's types.</param>
    /// <param name="style">How types are called at that place.</param>
    public static string Of(TypeRef type, string value, EmitScope scope, NameStyle style) => Of(type, value, scope, style, depth: 1);

    private static string Of(TypeRef type, string value, EmitScope scope, NameStyle style, int depth)
    {
        var items = type.Kind is TypeKind.Map ? value + ".Values" : value;
        var element = type.Element!;
        if (element.Kind is TypeKind.Enum)
            return $"{Enumerable}Contains({items}, {style.Contract}{CSharp.Identifier(element.Name!)}.{EnumEmitter.UnknownOf(scope.TextEnum(element)!)})";
        var item = "item" + depth.ToString(CultureInfo.InvariantCulture);
        return $"{Enumerable}Any({items}, static {item} => {(element.Nullable ? item + " is not null && " : "")}{Of(element, item, scope, style, depth + 1)})";
    }
}
