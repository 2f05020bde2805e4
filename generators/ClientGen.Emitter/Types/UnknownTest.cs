using System.Globalization;
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
    public static string Of(TypeRef type, string value, EmitScope scope) => Of(type, value, scope, depth: 1);

    private static string Of(TypeRef type, string value, EmitScope scope, int depth)
    {
        var items = type.Kind is TypeKind.Map ? value + ".Values" : value;
        var element = type.Element!;
        if (element.Kind is TypeKind.Enum)
            return $"{Enumerable}Contains({items}, {EmitScope.ShortType(element.Name!)}.{EnumEmitter.UnknownOf(scope.TextEnum(element)!)})";
        var item = "item" + depth.ToString(CultureInfo.InvariantCulture);
        return $"{Enumerable}Any({items}, static {item} => {(element.Nullable ? item + " is not null && " : "")}{Of(element, item, scope, depth + 1)})";
    }
}
