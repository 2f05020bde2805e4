using System.Text.Json;
using static ClientGen.Emitter.Tests.Types.Model;

namespace ClientGen.Emitter.Tests.Types;

public sealed class RoundTripTests
{
    private const string Smallest = """{"id":"A1","weight":0.5,"size":1,"speed":"fast","note":null,"pieces":null,"version":"2","priority":5,"fallback":"slow"}""";

    private static readonly LiveTypes Live = LiveTypes.Of(Samples.Parcel, Samples.Speed, Samples.Size);

    [Fact]
    public void A_full_object_comes_back_as_it_went()
    {
        const string json = """
            {"id":"A1","weight":0.5,"size":-7,"speed":"over-night","note":"fragile","pieces":3,"version":"2","alternative":"slow","priority":9,"fallback":"fast",
            "insured":true,"reference":null,"limit":4,"pin":"1234","recipient":"Ada","oldNote":"x","speeds":["slow","fast"],"speedOf":{"a":["slow",null],"b":[]},
            "parts":[{"id":"B","weight":1,"size":2,"speed":"slow","note":"","pieces":0,"version":"2","priority":5,"fallback":"slow"}],"labels":{"x":"y","z":null},
            "sentAt":"2026-03-01T10:00:00+00:00","seenAt":"2026-03-01 10:00:00","day":"2026-03-01","key":"6f9619ff-8b86-d011-b42d-00c04fc964ff",
            "link":"aHR0cHM6Ly9leGFtcGxlLm9yZy8=","photo":"AQID","count":"12345678901","price":1.10,"ratio":0.25,"anything":{"a":[1,null]}}
            """;
        Assert.Equal(json.ReplaceLineEndings(""), Live.RoundTrip("Parcel", json));
    }

    [Fact]
    public void Absent_members_are_null_or_their_default()
    {
        var parcel = Live.Read("Parcel", """{"id":"A1","weight":1,"size":2,"speed":"fast","note":null,"pieces":null}""");
        Assert.Null(parcel.Alternative);
        Assert.Null(parcel.Insured);
        Assert.Equal(5, parcel.Priority);
        Assert.Equal("Slow", parcel.Fallback.ToString());
        Assert.False(parcel.Reference.IsPresent);
        Assert.Equal("2", parcel.Version);
        Assert.Null(parcel.AdditionalProperties);
    }

    [Fact]
    public void Null_and_absent_are_two_things_where_the_contract_allows_both()
    {
        var parcel = Live.Read("Parcel", Smallest.Replace("}", ",\"reference\":null,\"limit\":null}"));
        Assert.True(parcel.Reference.IsPresent);
        Assert.Null(parcel.Reference.Value);
        Assert.True(parcel.Limit.IsPresent);
        Assert.Equal(Smallest.Replace("}", ",\"reference\":null,\"limit\":null}"), Live.Write((object)parcel));
    }

    [Fact]
    public void Null_counts_as_absent_where_the_contract_does_not_allow_it()
    {
        Assert.Equal(Smallest, Live.RoundTrip("Parcel", Smallest.Replace("\"priority\":5", "\"priority\":null,\"insured\":null,\"alternative\":null,\"speeds\":null")));
    }

    [Theory]
    [InlineData("\"id\":\"A1\",", "", "'id'")]
    [InlineData("\"size\":1,", "", "'size'")]
    [InlineData("\"pieces\":null,", "", "'pieces'")]
    public void A_missing_required_member_is_named(string part, string without, string expected)
    {
        var error = Assert.Throws<JsonException>(() => Live.Read("Parcel", Smallest.Replace(part, without)));
        Assert.Contains(expected, error.Message);
        Assert.Contains("Parcel", error.Message);
    }

    [Theory]
    [InlineData("\"id\":\"A1\"", "\"id\":null")]
    [InlineData("\"id\":\"A1\"", "\"id\":7")]
    [InlineData("\"size\":1", "\"size\":null")]
    [InlineData("\"speed\":\"fast\"", "\"speed\":null")]
    [InlineData("\"speed\":\"fast\"", "\"speed\":3")]
    [InlineData("\"weight\":0.5", "\"weight\":\"0.5\"")]
    [InlineData("\"pieces\":null", "\"pieces\":1.5")]
    [InlineData("\"priority\":5", "\"priority\":[]")]
    [InlineData("{\"id\"", "[{\"id\"")]
    public void A_value_of_the_wrong_kind_is_refused(string part, string instead) =>
        Assert.ThrowsAny<JsonException>(() => Live.Read("Parcel", Smallest.Replace(part, instead)));

    [Fact]
    public void The_last_of_two_equal_names_wins()
    {
        var parcel = Live.Read("Parcel", Smallest.Replace("\"id\":\"A1\"", "\"id\":\"old\",\"pin\":\"1\",\"id\":\"new\",\"pin\":null"));
        Assert.Equal("new", parcel.Id);
        Assert.Null(parcel.Pin);
    }

    [Fact]
    public void Escaped_names_and_values_are_understood()
    {
        var parcel = Live.Read("Parcel", Smallest.Replace("\"id\":\"A1\"", "\"\\u0069d\":\"\\u0041\\n\"").Replace("\"fast\"", "\"f\\u0061st\""));
        Assert.Equal("A\n", parcel.Id);
        Assert.Equal("Fast", parcel.Speed.ToString());
    }

    [Fact]
    public void Members_that_the_contract_does_not_name_come_back()
    {
        var json = Smallest.Replace("}", ""","Id":"other case","":1,"x":{"y":[null,1e400]}}""");
        Assert.Equal(json, Live.RoundTrip("Parcel", json));
    }

    [Fact]
    public void Members_of_a_known_type_come_back_typed()
    {
        var live = LiveTypes.Of(Object("Scores", Optional("name", Text)) with { AdditionalProperties = Whole });
        var scores = live.Read("Scores", """{"name":"a","x":1,"y":2}""");
        Assert.Equal(2, (int)scores.AdditionalProperties["y"]);
        Assert.Equal("""{"name":"a","x":1,"y":2}""", live.Write((object)scores));
        Assert.Throws<JsonException>(() => live.Read("Scores", """{"x":"1"}"""));
    }

    [Fact]
    public void JsonSerializer_reads_and_writes_the_same()
    {
        var type = Live.Type("Parcel");
        var parcel = JsonSerializer.Deserialize(Smallest, type)!;
        Assert.Equal(Smallest, JsonSerializer.Serialize(parcel, type));
        Assert.Equal("[" + Smallest + "]", JsonSerializer.Serialize(JsonSerializer.Deserialize("[" + Smallest + "]", type.MakeArrayType())));
    }

    [Fact]
    public async Task JsonSerializer_reads_from_a_stream_in_small_pieces()
    {
        var json = Smallest.Replace("}", ",\"version\":[1,2,{\"a\":\"" + new string('x', 70_000) + "\"}],\"other\":\"" + new string('y', 70_000) + "\"}");
        var parcel = await JsonSerializer.DeserializeAsync(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(json)), Live.Type("Parcel"), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal("2", ((dynamic)parcel!).Version);
    }

    [Theory]
    [InlineData("Egg", """{"hens":{"a":{"eggs":[{}]}}}""", "Hen", """{"eggs":[{"hens":{}}]}""")]
    [InlineData("Hen", """{"eggs":[{"hens":{}}]}""", "Egg", """{"hens":{"a":{"eggs":[{}]}}}""")]
    public void Types_that_contain_each_other_are_read_whichever_is_asked_first(string first, string firstJson, string second, string secondJson)
    {
        // Codecs are built when first used, so each case needs a fresh assembly.
        var live = LiveTypes.Of(Object("Hen", Optional("eggs", List(Named("Egg")))), Object("Egg", Optional("hens", Map(Named("Hen")))));
        Assert.Equal(firstJson, live.RoundTrip(first, firstJson));
        Assert.Equal(secondJson, live.RoundTrip(second, secondJson));
    }

    [Fact]
    public void Nesting_without_end_is_an_error_and_no_crash()
    {
        var live = LiveTypes.Of(Object("Node", Optional("node", Named("Node")) with { Name = "Child" }));
        var deep = string.Concat(Enumerable.Repeat("{\"node\":", 100_000));
        Assert.ThrowsAny<JsonException>(() => live.Read("Node", deep));
    }

    [Fact]
    public void Secrets_personal_data_and_unnamed_members_are_not_printed()
    {
        string text = Live.Read("Parcel", Smallest.Replace("}", ",\"pin\":\"hush\",\"recipient\":\"hush\",\"speeds\":[\"slow\"],\"photo\":\"AQID\",\"token\":\"hush\"}")).ToString();
        Assert.DoesNotContain("hush", text);
        Assert.StartsWith("Parcel { Id = A1, Weight = ", text);
        Assert.Contains("Pin = ***, Recipient = ***", text);
        Assert.Contains("Speeds = 1,", text);
        Assert.Contains("Photo = 3,", text);
    }

    [Fact]
    public void Records_are_equal_by_value()
    {
        object one = Live.Read("Parcel", Smallest);
        object two = Live.Read("Parcel", Smallest);
        Assert.Equal(one, two);
        Assert.NotSame(one, two);
        Assert.NotEqual(one, (object)Live.Read("Parcel", Smallest.Replace("A1", "A2")));
    }
}
