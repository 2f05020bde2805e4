using ClientGen.Specs.Model;
using ClientGen.Specs.Names;

namespace ClientGen.Specs.Tests.Schemas;

/// <summary>Bound types as short text, so that a test can show what a schema becomes.</summary>
/// <remarks>
/// <c>record Pet { id: long, name?: string?, kind = "cat": string }</c>: a question mark behind a name is "may be absent", one behind a
/// type "may be null". <c>as Name</c> shows a C# name that is not simply the JSON name in PascalCase.
/// </remarks>
internal static class ModelText
{
    /// <summary>One line for each type, in contract order.</summary>
    public static string Of(IEnumerable<TypeModel> types) => string.Join("\n", types.Select(Of));

    public static string Of(TypeModel type) => type switch
    {
        ObjectModel record => Record(record),
        EnumModel values => Enum(values),
        UnionModel union => Union(union),
        _ => throw new InvalidOperationException(type.GetType().Name),
    };

    public static string Of(TypeRef type)
    {
        var text = type.Kind switch
        {
            TypeKind.List => $"[{Of(type.Element!)}]",
            TypeKind.Map => $"{{{Of(type.Element!)}}}",
            TypeKind.Named or TypeKind.Enum => type.Name!,
            TypeKind.Int32 => "int",
            TypeKind.Int64 => "long",
            TypeKind.Single => "float",
            TypeKind.Boolean => "bool",
            var kind => kind.ToString().ToLowerInvariant(),
        };
        text += type.Form switch
        {
            TextForm.Ordinary => "",
            TextForm.Text => "~text",
            TextForm.NumberOrText => "~numberOrText",
            TextForm.CustomDateTime => $"~'{type.Format}'",
            var form => "~" + form.ToString().ToLowerInvariant(),
        };
        return type.Nullable ? text + "?" : text;
    }

    public static string Of(PropertyModel property)
    {
        var name = property.JsonName + (property.Required ? "" : "?");
        if (property.Name != Naming.Pascal(property.JsonName))
            name += " as " + property.Name;
        if (property.Constant is { } constant)
            name += " = " + constant;
        if (property.Default is { } value)
            name += " default " + value;
        return $"{name}: {Of(property.Type)}{Of(property.Limits)}{Marks(property)}";
    }

    public static string Of(ValueLimits limits)
    {
        var text = "";
        if (limits.Pattern is { } pattern)
            text += $" /{pattern}/";
        if (limits.MinLength is not null || limits.MaxLength is not null)
            text += $" #{limits.MinLength}..{limits.MaxLength}";
        if (limits.Minimum is not null || limits.Maximum is not null)
            text += $" {(limits.ExclusiveMinimum ? "]" : "[")}{limits.Minimum}..{limits.Maximum}{(limits.ExclusiveMaximum ? "[" : "]")}";
        return text;
    }

    private static string Marks(PropertyModel property)
    {
        var marks = new (bool Is, string Text)[]
        {
            (property.IsSecret, "secret"), (property.IsPersonal, "personal"), (property.IsDeprecated, "deprecated"), (property.IsInherited, "inherited"),
            (property.ReadOnly, "readOnly"), (property.WriteOnly, "writeOnly"),
        };
        return string.Concat(marks.Where(static mark => mark.Is).Select(static mark => " " + mark.Text));
    }

    private static string Record(ObjectModel record)
    {
        var members = record.Properties.Select(Of).ToList();
        if (record.AdditionalProperties is not { Kind: TypeKind.Json })
            members.Add($"...: {Of(record.AdditionalProperties)}");
        return $"{(record.IsDeprecated ? "deprecated " : "")}record {record.Name}{(record.Base is { } @base ? " : " + @base : "")} {{ {string.Join(", ", members)} }}";
    }

    private static string Enum(EnumModel values)
    {
        var kind = !values.IsInteger ? "" : values.Is64Bit ? " : long" : " : int";
        var members = values.Members.Select(member =>
            member.Name + (Plain(values, member) ? "" : " = " + member.Value) + (member.IsTerminal ? " terminal" : ""));
        return $"enum {values.Name}{kind}{(values.AcceptsText ? "~text" : "")} {{ {string.Join(", ", members)}{(values.UnknownName is { } unknown ? " | " + unknown : "")} }}";
    }

    private static bool Plain(EnumModel values, EnumMemberModel member) =>
        !values.IsInteger && (member.Value == member.Name || Naming.EnumMember(member.Value) == member.Name);

    private static string Union(UnionModel union)
    {
        var tag = union.Tag is { } seen ? $"{union.TagName}: {Of(seen.Type)}" : union.TagName;
        var how = union.Kind == UnionKind.Tagged ? $" by {tag}" : "";
        var shared = union.Shared.IsEmpty ? "" : $" shares {string.Join(", ", union.Shared.Select(Of))}";
        return $"union {union.Name}{how} {{ {string.Join(" | ", union.Cases.Select(Case))} | {union.UnknownName} }}{shared}";
    }

    private static string Case(UnionCaseModel place)
    {
        var text = place.IsWrapper ? $"{place.Name}({Of(place.Type)})" : place.Name;
        if (!place.Tags.IsEmpty)
            text += " " + string.Join(",", place.Tags);
        if (place.IsUntagged)
            text += " untagged";
        if (!place.RequiredMembers.IsEmpty)
            text += $" needs {string.Join("+", place.RequiredMembers)}";
        return place.Constants.IsEmpty ? text : $"{text} where {string.Join("+", place.Constants)}";
    }
}
