using System.Text.Json;
using System.Text.Json.Nodes;
using Fleet;
using Microsoft.Kiota.Abstractions.Serialization;

namespace ClientGen.Kiota.Tests.Models;

/// <summary>Kiota's reader and writer and our codecs make the same models of the same JSON, and the same JSON of the same models.</summary>
public class ShipTests
{
    private const string Least = """
        {
            "name": "Pequod", "id": "7d444840-9dc0-11d1-b245-5ffdce74fad2", "built": "1841-01-03", "rig": "full-rigged", "rank": 2, "crest": "AQID", "tons": 358,
            "armed": false, "length": 27.5, "home": "https://nantucket.example/", "captain": null, "hold": { "tons": 3 }
        }
        """;

    [Theory]
    [InlineData("""{ "captain": "Ahab" }""")]
    [InlineData("""{ "launched": "1841-01-03T08:30:00+00:00" }""")]
    [InlineData("""{ "mass": 9007199254740993 }""")]
    [InlineData("""{ "draught": 4.5 }""")]
    [InlineData("""{ "price": 79228162514264337593543950.335 }""")]
    [InlineData("""{ "motto": "Ça ira 🐋\u0000\"" }""")]
    [InlineData("""{ "guns": 0 }""")]
    [InlineData("""{ "number": "0042" }""", """{ "number": "42" }""")]
    [InlineData("""{ "mark": 12 }""")]
    [InlineData("""{ "mark": "12" }""", """{ "mark": 12 }""")]
    [InlineData("""{ "lucky": false, "speed": 3 }""")]
    [InlineData("""{ "sails": ["jib", "", "spanker"] }""")]
    [InlineData("""{ "sails": [] }""")]
    [InlineData("""{ "depths": [1.5, 1.2345678901234568E-15, -3] }""")]
    [InlineData("""{ "watches": [4, null, 8] }""")]
    [InlineData("""{ "rigs": ["sloop", "brig"] }""")]
    [InlineData("""{ "rigs": ["sloop", "junk"] }""")]
    [InlineData("""{ "grid": [[1, 2], [], [3]] }""")]
    [InlineData("""{ "holds": [{ "tons": 1 }, { "tons": 2, "smell": "whale" }] }""")]
    [InlineData("""{ "spares": { "mast": 1, "boat": 3 } }""")]
    [InlineData("""{ "paper": { "any": [1, "x", null, { "deep": true }] } }""")]
    [InlineData("""{ "signal": { "what": "arrival", "berth": 7 } }""")]
    [InlineData("""{ "signal": { "what": "mutiny", "by": ["all"] } }""")]
    [InlineData("""{ "signals": [{ "what": "departure", "bound": "Pacific", "at": "1841-01-03T08:30:00+00:00" }, { "what": "arrival", "berth": 1 }, { "what": 1 }] }""")]
    [InlineData("""{ "place": "off the Azores" }""")]
    [InlineData("""{ "place": 12 }""")]
    [InlineData("""{ "place": { "latitude": 1.5, "longitude": -3 } }""")]
    [InlineData("""{ "rig": "junk" }""")]
    [InlineData("""{ "rank": 9 }""")]
    [InlineData("""{ "crew": 30, "lost": true, "mates": ["Starbuck", "Stubb"], "boats": { "first": 1 } }""")]
    public void Every_kind_of_member_comes_and_goes_as_by_our_codecs(string json, string? written = null)
    {
        var (sent, back) = (With(json), With(written ?? json));
        var ours = JsonSerializer.Deserialize<Ship>(sent)!;
        var theirs = Json.Read(sent, Ship.CreateFromDiscriminatorValue);

        Json.Same(JsonSerializer.Serialize(ours), JsonSerializer.Serialize(theirs));
        Json.Same(Defaulted(back), Json.Write(ours));
        Json.Same(Defaulted(back), Json.Write(theirs));
    }

    [Fact]
    public void A_default_stands_where_nothing_came() =>
        Assert.Equal((true, 7), (Json.Read(Least, Ship.CreateFromDiscriminatorValue).Lucky, Json.Read(Least, Ship.CreateFromDiscriminatorValue).Speed));

    [Fact]
    public void Null_is_written_as_null_and_read_as_absent()
    {
        var ship = JsonSerializer.Deserialize<Ship>(With("""{ "motto": null }"""))!;
        Assert.True(ship.Motto is { IsPresent: true, Value: null });
        Json.Same(Defaulted(With("""{ "motto": null }""")), Json.Write(ship));

        // Kiota's reader hides members that are null from models.
        Assert.False(Json.Read(With("""{ "motto": null }"""), Ship.CreateFromDiscriminatorValue).Motto.IsPresent);
    }

    [Theory]
    [InlineData("name")]
    [InlineData("rank")]
    [InlineData("hold")]
    public void What_must_come_and_does_not_is_an_error(string member)
    {
        var json = JsonNode.Parse(Least)!.AsObject();
        json.Remove(member);
        var error = Assert.Throws<JsonException>(() => Json.Read(json.ToJsonString(), Ship.CreateFromDiscriminatorValue));
        Assert.Contains($"'{member}'", error.Message);
    }

    [Fact]
    public void An_error_deep_inside_is_found_too() =>
        Assert.Throws<JsonException>(() => Json.Read(With("""{ "holds": [{ "tons": 1 }, {}] }"""), Ship.CreateFromDiscriminatorValue));

    [Fact]
    public void An_item_of_another_kind_is_an_error() =>
        Assert.Throws<JsonException>(() => Json.Read(With("""{ "sails": ["jib", 3] }"""), Ship.CreateFromDiscriminatorValue));

    [Fact]
    public void Filling_one_copy_leaves_the_other_alone()
    {
        var first = JsonSerializer.Deserialize<Ship>(With("""{ "crew": 30 }"""))!;
        var second = first with { Name = "Rachel" };
        ((IAdditionalDataHolder)second).AdditionalData["crew"] = 31;
        ((IAdditionalDataHolder)second).AdditionalData.Add("boats", new[] { "a", "b" });

        Assert.Equal(30, first.AdditionalProperties!["crew"].GetInt32());
        Assert.Equal((31, 2), (second.AdditionalProperties!["crew"].GetInt32(), second.AdditionalProperties["boats"].GetArrayLength()));
    }

    [Fact]
    public void Unnamed_members_of_a_type_keep_it()
    {
        var hold = Json.Read("""{ "tons": 3, "smell": "whale" }""", Hold.CreateFromDiscriminatorValue);
        Assert.Equal("whale", hold.AdditionalProperties!["smell"]);
        Assert.Throws<JsonException>(() => Json.Read("""{ "tons": 3, "smell": 4 }""", Hold.CreateFromDiscriminatorValue));
    }

    [Fact]
    public void Models_stay_records_that_are_equal_by_value()
    {
        var position = new Position { Latitude = 1, Longitude = 2 };
        Assert.Equal(position, Json.Read("""{ "latitude": 1, "longitude": 2 }""", Position.CreateFromDiscriminatorValue) with { AdditionalProperties = null });
        Assert.NotEqual(position, position with { Longitude = 3 });
    }

    private static string With(string json)
    {
        var ship = JsonNode.Parse(Least)!.AsObject();
        foreach (var (name, value) in JsonNode.Parse(json)!.AsObject())
            ship[name] = value?.DeepClone();
        return ship.ToJsonString();
    }

    // Members with a default or one allowed value are always written, by our codecs too.
    private static string Defaulted(string json)
    {
        var ship = JsonNode.Parse(json)!.AsObject();
        ship.TryAdd("lucky", true);
        ship.TryAdd("speed", 7);
        ship.TryAdd("flag", "union");
        return ship.ToJsonString();
    }
}
