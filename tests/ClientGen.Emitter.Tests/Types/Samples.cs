using ClientGen.Specs.Model;
using static ClientGen.Emitter.Tests.Types.Model;

namespace ClientGen.Emitter.Tests.Types;

/// <summary>Types of an invented parcel service that use all there is.</summary>
internal static class Samples
{
    public static readonly EnumModel Speed = Texts("Speed", "slow", "fast", "over-night") with
    {
        Members = EquatableArray.Of(
            new EnumMemberModel("Slow", "slow", "By ship."),
            new EnumMemberModel("Fast", "fast", ""),
            new EnumMemberModel("OverNight", "over-night", "", IsTerminal: true)),
    };

    public static readonly EnumModel Size = Numbers("Size", ("Small", "1"), ("Large", "2"), ("Negative", "-7"));

    public static readonly EnumModel EventCode = Numbers("EventCode", ("Moved", "100"), ("Delivered", "200")) with
    {
        Members = EquatableArray.Of(new EnumMemberModel("Moved", "100", ""), new EnumMemberModel("Delivered", "200", "", IsTerminal: true)),
    };

    public static readonly ObjectModel Parcel = Object("Parcel",
        Required("id", Text) with { Documentation = "The number on the label", Limits = new ValueLimits("^[A-Z0-9]+$", 1, 32) },
        Required("weight", Of(TypeKind.Double)) with { Limits = new ValueLimits(Minimum: "0", Maximum: "31.5", ExclusiveMinimum: true) },
        Required("size", Enum("Size")),
        Required("speed", Enum("Speed")),
        Required("note", Text.OrNull()),
        Required("pieces", Whole.OrNull()),
        Required("version", Text) with { Constant = "\"2\"" },
        Optional("alternative", Enum("Speed")),
        Optional("priority", Whole) with { Default = "5" },
        Optional("fallback", Enum("Speed")) with { Default = "\"slow\"" },
        Optional("insured", Truth),
        Optional("reference", Text.OrNull()),
        Optional("limit", Whole.OrNull()),
        Optional("pin", Text) with { IsSecret = true },
        Optional("recipient", Text) with { IsPersonal = true },
        Optional("oldNote", Text) with { IsDeprecated = true },
        Optional("speeds", List(Enum("Speed"))) with { Limits = new ValueLimits(MaxLength: 50) },
        Optional("speedOf", Map(List(Enum("Speed").OrNull()))),
        Optional("parts", List(Named("Parcel"))),
        Optional("labels", Map(Text.OrNull())),
        Optional("sentAt", Of(TypeKind.DateTime)),
        Optional("seenAt", Of(TypeKind.DateTime, TextForm.CustomDateTime, "yyyy-MM-dd HH:mm:ss")),
        Optional("day", Of(TypeKind.Date)),
        Optional("key", Of(TypeKind.Guid)),
        Optional("link", Of(TypeKind.Uri, TextForm.Base64)),
        Optional("photo", Of(TypeKind.Bytes)),
        Optional("count", Of(TypeKind.Int64, TextForm.Text)),
        Optional("price", Of(TypeKind.Decimal)),
        Optional("ratio", Of(TypeKind.Single)),
        Optional("anything", TypeRef.Json.OrNull()));

    public static readonly ObjectModel Moved = Object("Moved",
        Required("code", Enum("EventCode")) with { Constant = "100" },
        Required("at", Text) with { IsInherited = true },
        Required("from", Text),
        Optional("to", Text)) with { Base = "Event" };

    public static readonly ObjectModel Delivered = Object("Delivered",
        Required("code", Enum("EventCode")),
        Required("at", Text) with { IsInherited = true },
        Optional("signature", Text) with { IsSecret = true }) with { Base = "Event" };

    public static readonly ObjectModel Quiet = Object("Quiet", Required("at", Text) with { IsInherited = true }) with { Base = "Event" };

    public static readonly UnionModel Event = Tagged("Event", "code", Case("Moved", "100"), Case("Delivered", "200", "201"), Case("Quiet")) with
    {
        Documentation = "What happened to a parcel.",
        Shared = EquatableArray.Of(Required("at", Text)),
    };

    public static readonly ObjectModel Warehouse = Object("Warehouse", Required("depot", Text), Required("country", Text)) with { Base = "Place" };

    public static readonly ObjectModel Address = Object("Address", Required("street", Text), Optional("country", Text)) with { Base = "Place" };

    public static readonly UnionModel Place = Structural("Place",
        Shaped("Warehouse", ["depot", "country"]),
        Shaped("Address", ["street"]),
        Wrapper("PlaceList", List(Named("Place"))),
        Wrapper("PlaceSpeed", Enum("Speed")),
        Wrapper("PlaceDate", Of(TypeKind.Date)),
        Wrapper("PlaceNumber", Whole));
}
