using System.Text;
using System.Text.Json;
using ClientGen.Specs.Model;
using static ClientGen.Emitter.Tests.Types.Model;

namespace ClientGen.Emitter.Tests.Types;

public sealed class EnumTests
{
    private static readonly EnumModel Wide = new(
        "Wide", "Wide", "", "", IsInteger: true, Is64Bit: true, null, EquatableArray.Of(new EnumMemberModel("Huge", "5000000000", "")), AcceptsText: true);

    private static readonly EnumModel Currencies = Texts("Currency", "AED", "AFN", "ALL", "AMD", "EUR", "USD", "UYU", "UZS");

    private static readonly LiveTypes Live = LiveTypes.Of(
        Samples.Speed, Samples.Size, Wide, Currencies,
        Object("Trip",
            Optional("speed", Enum("Speed")),
            Optional("speeds", List(Enum("Speed"))),
            Optional("maybe", List(Enum("Speed").OrNull())),
            Optional("byName", Map(List(Enum("Speed")).OrNull())),
            Optional("patch", Enum("Speed").OrNull()),
            Optional("patches", List(Enum("Speed")).OrNull()),
            Optional("size", Enum("Size")),
            Optional("wide", Enum("Wide")),
            Optional("currency", Enum("Currency"))),
        Object("Tariff", Required("speed", Enum("Speed")), Optional("speeds", List(Enum("Speed")))) with { AdditionalProperties = Whole });

    [Theory]
    [InlineData("""{"speed":"warp"}""")]
    [InlineData("""{"speed":""}""")]
    [InlineData("""{"speeds":["slow","warp"]}""")]
    [InlineData("""{"maybe":[null,"warp"]}""")]
    [InlineData("""{"maybe":[null,"slow"]}""")]
    [InlineData("""{"byName":{"a":null,"b":["fast","warp"]}}""")]
    [InlineData("""{"patch":"warp"}""")]
    [InlineData("""{"patch":null}""")]
    [InlineData("""{"patches":["warp"]}""")]
    [InlineData("""{"patches":null}""")]
    [InlineData("""{"size":77}""")]
    [InlineData("""{"wide":5000000001}""")]
    [InlineData("""{"currency":"USD"}""")]
    [InlineData("""{"currency":"USB"}""")]
    [InlineData("""{"speed":"warp","other":{"speed":"warp"}}""")]
    public void An_unknown_value_comes_back_as_it_came(string json) => Assert.Equal(json, Live.RoundTrip("Trip", json));

    [Fact]
    public void An_unknown_text_is_the_unknown_value_with_its_raw_json_beside_it()
    {
        var trip = Live.Read("Trip", """{"speed":"warp","speeds":["slow","warp"]}""");
        Assert.Equal("Unknown", trip.Speed.ToString());
        Assert.Equal("warp", trip.AdditionalProperties["speed"].GetString());
        Assert.Equal("Slow", trip.Speeds[0].ToString());
        Assert.Equal("""["slow","warp"]""", trip.AdditionalProperties["speeds"].GetRawText());
    }

    [Fact]
    public void A_member_set_anew_wins_over_the_raw_text_that_came()
    {
        var live = LiveTypes.Compile(Contract(Samples.Speed, Object("Trip", Optional("speed", Enum("Speed")))), """
            public static class Change
            {
                public static string Run(Example.Parcels.Trip trip) => System.Text.Json.JsonSerializer.Serialize(trip with { Speed = Example.Parcels.Speed.Fast });
            }
            """).Load();
        var trip = JsonSerializer.Deserialize("""{"speed":"warp"}""", live.GetType("Example.Parcels.Trip")!);
        Assert.Equal("""{"speed":"fast"}""", live.GetType("Change")!.GetMethod("Run")!.Invoke(null, [trip]));
    }

    [Fact]
    public void Where_unnamed_members_have_a_type_raw_texts_are_kept_apart()
    {
        var tariff = Live.Read("Tariff", """{"speed":"warp","a":1}""");
        Assert.Equal("warp", tariff.UnknownValues["speed"].GetString());
        Assert.Equal(1, (int)tariff.AdditionalProperties["a"]);
        Assert.Equal("""{"speed":"warp","a":1}""", Live.Write((object)tariff));
    }

    [Fact]
    public void The_unknown_value_without_raw_text_is_not_written()
    {
        var unknown = System.Enum.ToObject(Live.Type("Speed"), 0);
        Assert.Throws<ArgumentException>(() => Live.Write(unknown));
        Assert.Throws<ArgumentException>(() => Live.Write(System.Enum.ToObject(Live.Type("Speed"), 99)));
    }

    [Fact]
    public void A_number_may_arrive_as_text_where_the_contract_says_so()
    {
        Assert.Equal("""{"wide":5000000000}""", Live.RoundTrip("Trip", """{"wide":"5000000000"}"""));
        Assert.Throws<JsonException>(() => Live.Read("Trip", """{"size":"1"}"""));
    }

    [Fact]
    public void Every_text_is_found_and_nothing_else()
    {
        foreach (var text in new[] { "AED", "AFN", "ALL", "AMD", "EUR", "USD", "UYU", "UZS" })
            Assert.Equal(text, Live.Read("Currency", $"\"{text}\"").ToString());
        foreach (var text in new[] { "", "A", "ALLL", "aed", "AFM", "ÄED", "UZZ", "ZZZ" })
            Assert.Equal("Unknown", Live.Read("Currency", $"\"{text}\"").ToString());
    }

    [Fact]
    public void Texts_known_values_and_terminal_values_can_be_asked_for()
    {
        var texts = Live.Type("SpeedExtensions");
        Assert.Equal("over-night", Call(texts, "ToWire", Value("OverNight")));
        Assert.Equal(true, Call(texts, "IsKnown", Value("Slow")));
        Assert.Equal(false, Call(texts, "IsKnown", Value("Unknown")));
        Assert.Equal(false, Call(texts, "IsKnown", System.Enum.ToObject(Live.Type("Speed"), 4)));
        Assert.Equal(true, Call(texts, "IsTerminal", Value("OverNight")));
        Assert.Equal(false, Call(texts, "IsTerminal", Value("Fast")));
        Assert.Equal("-7", Call(Live.Type("SizeExtensions"), "ToWire", System.Enum.ToObject(Live.Type("Size"), -7)));
        Assert.Null(Live.Type("SizeExtensions").GetMethod("IsTerminal"));

        object Value(string name) => System.Enum.Parse(Live.Type("Speed"), name);
    }

    [Fact]
    public void Reading_a_known_text_makes_no_garbage()
    {
        var json = Encoding.UTF8.GetBytes("\"USD\"");
        var codec = (JsonCodecProbe)Activator.CreateInstance(typeof(JsonCodecProbe<>).MakeGenericType(Live.Type("Currency")), Live.Type("Serialization.CurrencyJson").GetField("Instance")!.GetValue(null))!;
        codec.Read(json, 1000);
        var before = GC.GetAllocatedBytesForCurrentThread();
        codec.Read(json, 1000);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static object? Call(Type type, string method, object argument) => type.GetMethod(method)!.Invoke(null, [argument]);
}
