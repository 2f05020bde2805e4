using ClientGen.Emitter.Types;
using ClientGen.Emitter.Writing;
using ClientGen.Specs.Model;

namespace ClientGen.Emitter.Clients;

/// <summary>C# that says a member of an answer as text, for exceptions.</summary>
internal sealed class MemberText(ClientContext context)
{
    /// <summary>An expression of type <c>string?</c>; null when the path does not fit the type.</summary>
    /// <param name="body">The type that the path starts from.</param>
    /// <param name="path">C# members with dots between.</param>
    public string? Of(TypeRef body, string? path)
    {
        if (path is not { Length: > 0 })
            return null;
        var type = body;
        var value = "answer";
        var owner = value;
        PropertyModel? last = null;
        ObjectModel? holder = null;
        var ownerType = body;
        foreach (var name in path.Split('.'))
        {
            holder = context.Find<ObjectModel>(type.Name);
            last = Properties(type).FirstOrDefault(property => property.Name == name);
            if (type.Kind != TypeKind.Named || last is null)
                return null;
            (owner, ownerType) = (value, type);
            value += $"?.{CSharp.Identifier(name)}{(last.TellsAbsentFromNull ? ".Value" : "")}";
            type = last.Type;
        }

        if (type.Kind == TypeKind.String)
            return value;
        if (context.Text.IsTextEnum(type))
            return EnumText(type, value, owner, ownerType, last!, holder);
        return $"{value} is {{ }} value ? {context.Text.Of(type with { Nullable = false }, "value")} : null";
    }

    // A value without a name has no text of its own; the record keeps what came.
    private string EnumText(TypeRef type, string value, string owner, TypeRef ownerType, PropertyModel property, ObjectModel? holder)
    {
        var extensions = TypeName.Generated(type.Name + "Extensions", context.Contract.Namespace);
        var unknown = Raw(owner, holder, context.Find<UnionModel>(ownerType.Name)) is { } raw
            ? $"{raw} is {{ }} raw && raw.TryGetValue({CSharp.Literal(property.JsonName)}, out var text) ? global::ClientGen.Http.WireText.Of(text) : null"
            : "null";
        return $"{value} is not {{ }} value ? null : {extensions}.IsKnown(value) ? {extensions}.ToWire(value) : {unknown}";
    }

    /// <summary>The raw JSON of the owner's unknown values. Of a union every case keeps its own.</summary>
    private string? Raw(string owner, ObjectModel? holder, UnionModel? union)
    {
        if (holder is not null)
            return context.RawMembers(holder) is { } member ? $"{owner}.{CSharp.Identifier(member)}" : null;
        if (union is null)
            return null;
        var arms = union.Cases.Where(static one => !one.IsWrapper)
            .Select(one => context.Find<ObjectModel>(one.Type.Name) is { } model && context.RawMembers(model) is { } member
                ? $"{TypeName.Generated(one.Name, context.Contract.Namespace)} one => one.{CSharp.Identifier(member)}, "
                : "");
        var text = string.Concat(arms);
        return text.Length == 0 ? null : $"({owner} switch {{ {text}_ => null }})";
    }

    private EquatableArray<PropertyModel> Properties(TypeRef type) =>
        context.Find<ObjectModel>(type.Name) is { } model ? model.Properties
        : context.Find<UnionModel>(type.Name) is { } union ? union.Shared
        : default;
}
