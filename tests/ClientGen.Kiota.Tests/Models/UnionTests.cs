using Fleet;
using Microsoft.Kiota.Abstractions.Serialization;

namespace ClientGen.Kiota.Tests.Models;

/// <summary>Unions read by Kiota are the case that our codecs choose.</summary>
public class UnionTests
{
    [Fact]
    public void The_tag_chooses_the_case()
    {
        var arrival = Assert.IsType<Arrival>(Json.Read("""{ "what": "arrival", "berth": 7, "tide": "low" }""", Signal.CreateFromDiscriminatorValue));
        Assert.Equal(7, arrival.Berth);
        Assert.Equal("low", arrival.AdditionalProperties!["tide"].GetString());
    }

    [Fact]
    public void A_case_may_be_read_by_its_own_factory() =>
        Assert.Equal("Pacific", Json.Read("""{ "what": "departure", "bound": "Pacific" }""", Departure.CreateFromDiscriminatorValue).Bound);

    [Fact]
    public void An_unknown_case_keeps_its_json()
    {
        var unknown = Assert.IsType<UnknownSignal>(Json.Read("""{ "what": "mutiny" }""", Signal.CreateFromDiscriminatorValue));
        Assert.Equal("mutiny", unknown.Raw.GetProperty("what").GetString());
    }

    [Fact]
    public void The_kind_of_json_chooses_the_case()
    {
        Assert.Equal("off the Azores", Assert.IsType<PlaceString>(Json.Read("\"off the Azores\"", Place.CreateFromDiscriminatorValue)).Value);
        Assert.IsType<Position>(Json.Read("""{ "latitude": 1, "longitude": 2 }""", Place.CreateFromDiscriminatorValue));
    }

    [Fact]
    public void Any_case_is_written_as_itself()
    {
        Json.Same("12", Json.Write<Place>(Json.Read("12", Place.CreateFromDiscriminatorValue)));
        Json.Same("""{ "what": "mutiny" }""", Json.Write<Signal>(Json.Read("""{ "what": "mutiny" }""", Signal.CreateFromDiscriminatorValue)));
        Json.Same("""{ "what": "arrival", "berth": 7 }""", Json.Write<Signal>(new Arrival { Berth = 7 }));
    }

    [Fact]
    public void A_broken_case_is_an_error() =>
        Assert.Throws<System.Text.Json.JsonException>(() => Json.Read("""{ "what": "arrival" }""", Signal.CreateFromDiscriminatorValue));

    [Fact]
    public void Only_cases_without_braces_are_composed()
    {
        Assert.IsAssignableFrom<IComposedTypeWrapper>(Json.Read("12", Place.CreateFromDiscriminatorValue));
        Assert.False(typeof(IComposedTypeWrapper).IsAssignableFrom(typeof(Arrival)));
    }
}
