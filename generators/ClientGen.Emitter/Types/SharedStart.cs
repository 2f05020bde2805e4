using ClientGen.Emitter.Writing;
using ClientGen.Specs.Model;

namespace ClientGen.Emitter.Types;

/// <summary>
/// Lets a tagged union be read in one pass: members that all cases share are read until the tag comes, then the codec of the chosen case goes
/// on where the union's stopped (its method <c>Rest</c>), with what was read so far.
/// </summary>
internal sealed class SharedStart
{
    private const int MostMembers = 16;

    private SharedStart(UnionModel union, EquatableArray<PropertyModel> members)
    {
        Union = union;
        Members = members;
    }

    /// <summary>The union.</summary>
    public UnionModel Union { get; }

    /// <summary>Shared members that may be read before the case is known: scalars, since their kind shows whether reading can fail.</summary>
    public EquatableArray<PropertyModel> Members { get; }

    /// <summary>Whether some of them are required, so that a mask of those seen travels along.</summary>
    public bool HasRequired => Members.Any(static member => member.Required);

    /// <summary>The start of a tagged union; null for structural ones.</summary>
    public static SharedStart? Of(UnionModel union, EmitScope scope) => union is { Kind: UnionKind.Tagged, TagName: not null }
        ? new(union, union.Shared.Where(member => member.JsonName != union.TagName && Guard(member, scope, "") is not null).Take(MostMembers).ToEquatableArray())
        : null;

    /// <summary>The start that a record goes on from; null when it is no case of a tagged union.</summary>
    public static SharedStart? Before(ObjectModel model, EmitScope scope) =>
        model.Base is not null && scope.Find<UnionModel>(model.Base) is { } union && Of(union, scope) is { } start && start.IsContinuedBy(model) ? start : null;

    /// <summary>Whether a record is a case that has all of these members.</summary>
    public bool IsContinuedBy(ObjectModel model) =>
        model.Base == Union.Name
        && Union.Cases.Any(place => !place.IsWrapper && place.Type.Name == model.Name)
        && Members.All(member => model.Properties.Any(property =>
            property.IsInherited && property.JsonName == member.JsonName && property.Type == member.Type && property.Required == member.Required));

    /// <summary>Parameters of <c>Rest</c> after the reader, each with a comma before it.</summary>
    public string Parameters(Func<PropertyModel, MemberCode> codeOf) =>
        string.Concat(Members.Select(member => $", {codeOf(member).LocalType} {codeOf(member).Local}")) + (HasRequired ? ", uint seen" : "") + ", bool atTag";

    /// <summary>Arguments for them.</summary>
    /// <param name="codeOf">Finds the code of a member.</param>
    /// <param name="seen">What was seen.</param>
    /// <param name="atTag">Whether the reader stands on the tag's value.</param>
    public string Arguments(Func<PropertyModel, MemberCode> codeOf, string seen, string atTag) =>
        string.Concat(Members.Select(member => ", " + codeOf(member).Local)) + (HasRequired ? ", " + seen : "") + ", " + atTag;

    /// <summary>Arguments when nothing was read yet.</summary>
    public string NoArguments(Func<PropertyModel, MemberCode> codeOf) =>
        string.Concat(Members.Select(member => ", " + codeOf(member).Absent)) + (HasRequired ? ", 0" : "") + ", false";

    /// <summary>A condition under which reading a member before the case is known cannot fail on its kind; null when it always could.</summary>
    /// <param name="member">The shared member.</param>
    /// <param name="scope">The file's types.</param>
    /// <param name="text">The local that takes the value of a text enum.</param>
    public static string? Guard(PropertyModel member, EmitScope scope, string text)
    {
        if (ConstantText.Applies(member))
            return null;
        if (member.Type.Kind is TypeKind.Enum && scope.TextEnum(member.Type) is { } texts)
        {
            // An unknown text has to be kept in the case, so the case must be known first.
            return $"reader.TokenType is JsonTokenType.String && {CodecExpression.ClassName(texts.Name)}.TryParse(JsonRead.Utf8(ref reader), out var {text})";
        }

        var tokens = (member.Type.Kind, member.Type.Form) switch
        {
            (TypeKind.String, _) => "JsonTokenType.String",
            (TypeKind.Boolean, TextForm.Ordinary) => "JsonTokenType.True or JsonTokenType.False",
            (TypeKind.Int32 or TypeKind.Int64 or TypeKind.Single or TypeKind.Double or TypeKind.Decimal, TextForm.Ordinary) => "JsonTokenType.Number",
            _ => null,
        };
        return tokens is null ? null : "reader.TokenType is " + tokens;
    }
}
