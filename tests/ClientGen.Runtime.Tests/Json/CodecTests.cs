using System.Globalization;
using System.Text;
using System.Text.Json;
using ClientGen.Http;
using ClientGen.Json;

namespace ClientGen.Tests.Json;

public class CodecTests
{
    [Theory]
    [InlineData("\"\"", "")]
    [InlineData("\"plain ascii\"", "plain ascii")]
    [InlineData("\"中🐕é\"", "中🐕é")]
    [InlineData("\"a\\u0041\\n\\\"\"", "aA\n\"")]
    public void Strings(string json, string value) => Assert.Equal(value, Read(Codecs.String, json));

    [Theory]
    [InlineData("1")]
    [InlineData("null")]
    [InlineData("\"\\ud800\"")]
    [InlineData("{}")]
    public void No_strings(string json) => Refuses(Codecs.String, json);

    [Fact]
    public void A_string_of_bytes_that_are_no_utf8_is_refused() =>
        Assert.Throws<JsonException>(() => JsonText.Parse(Codecs.String, [(byte)'"', (byte)'a', 0xc3, (byte)'"']));

    [Fact]
    public void Whole_numbers()
    {
        Same(Codecs.Int32, "-2147483648", int.MinValue);
        Same(Codecs.Int64, "9223372036854775807", long.MaxValue);
        Assert.Equal(1, Read(Codecs.Int32, "1.0"));
        Assert.Equal(100, Read(Codecs.Int64, "1e2"));
        foreach (var bad in (string[])["2147483648", "1.5", "\"1\"", "null", "true", "1e99", "[1]"])
            Refuses(Codecs.Int32, bad);
        Refuses(Codecs.Int64, "9223372036854775808");
    }

    [Fact]
    public void Other_numbers()
    {
        Same(Codecs.Double, "0.1", 0.1);
        Same(Codecs.Single, "0.1", 0.1f);
        Same(Codecs.Decimal, "0.10", 0.10m);
        Refuses(Codecs.Double, "1e999");
        Refuses(Codecs.Single, "1e39");
        Refuses(Codecs.Decimal, "1e30");
        Refuses(Codecs.Double, "\"1\"");
        Refuses(Codecs.Double, "NaN");
    }

    [Fact]
    public void Numbers_as_text()
    {
        Same(Codecs.Int32Text, "\"600\"", 600);
        Same(Codecs.Int64Text, "\"-1\"", -1);
        Same(Codecs.SingleText, "\"0.5\"", 0.5f);
        Same(Codecs.DoubleText, "\"0.1\"", 0.1);
        Same(Codecs.DecimalText, "\"79228162514264337593543950335\"", decimal.MaxValue);
        foreach (var bad in (string[])["600", "\"\"", "\"6 00\"", "\"600x\"", "\" 600\"", "\"2147483648\"", "null"])
            Refuses(Codecs.Int32Text, bad);
        Refuses(Codecs.DoubleText, "\"Infinity\"");
        Refuses(Codecs.DoubleText, "\"1e999\"");
    }

    [Fact]
    public void Numbers_that_may_be_text_are_written_as_numbers()
    {
        Assert.Equal((5, 5), (Read(Codecs.Int32Any, "5"), Read(Codecs.Int32Any, "\"5\"")));
        Assert.Equal("5", JsonText.ToJson(Codecs.Int32Any, 5));
        Assert.Equal((5L, 5L), (Read(Codecs.Int64Any, "5"), Read(Codecs.Int64Any, "\"5\"")));
        Assert.Equal((0.5f, 0.5, 0.5m), (Read(Codecs.SingleAny, "\"0.5\""), Read(Codecs.DoubleAny, "\"0.5\""), Read(Codecs.DecimalAny, "\"0.5\"")));
        Refuses(Codecs.Int32Any, "\"five\"");
        Refuses(Codecs.Int32Any, "true");
    }

    [Fact]
    public void Booleans()
    {
        Same(Codecs.Boolean, "true", true);
        Same(Codecs.BooleanText, "\"false\"", false);
        Same(Codecs.BooleanText, "\"true\"", true);
        Refuses(Codecs.Boolean, "\"true\"");
        Refuses(Codecs.BooleanText, "true");
        Refuses(Codecs.BooleanText, "\"True\"");
    }

    [Theory]
    [InlineData("2026-03-01T12:30:00Z", "2026-03-01T12:30:00+00:00")]
    [InlineData("2026-03-01T12:30:00.1234567+08:00", "2026-03-01T12:30:00.1234567+08:00")]
    [InlineData("2026-03-01T12:30:00-00:30", "2026-03-01T12:30:00-00:30")]
    [InlineData("2026-03-01T12:30:00", "2026-03-01T12:30:00+00:00")]
    [InlineData("2026-03-01t12:30:00z", "2026-03-01T12:30:00+00:00")]
    [InlineData("2026-03-01 12:30:00Z", "2026-03-01T12:30:00+00:00")]
    public void Dates_and_times(string text, string value) => Assert.Equal(
        DateTimeOffset.ParseExact(value, "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture), Read(Codecs.DateTimeOffset, $"\"{text}\""), TimeSpan.Zero);

    [Fact]
    public void A_date_and_time_is_written_so_that_it_reads_back()
    {
        var value = new DateTimeOffset(2026, 3, 1, 12, 30, 0, 123, TimeSpan.FromHours(8));
        Assert.Equal(value, JsonText.Parse(Codecs.DateTimeOffset, JsonText.ToUtf8Bytes(Codecs.DateTimeOffset, value)));
        Refuses(Codecs.DateTimeOffset, "\"yesterday\"");
        Refuses(Codecs.DateTimeOffset, "1");
    }

    [Theory]
    [InlineData("yyyy-MM-dd HH:mm:ss", "2019-01-24 03:04:24")]
    [InlineData("yyyyMMddHHmmss", "20190124030424")]
    [InlineData("dd.MM.yyyy H:mm:ss", "24.01.2019 3:04:24")]
    public void A_date_and_time_in_a_form_of_its_own(string format, string text) =>
        Same(Codecs.DateTimeText(format), $"\"{text}\"", new(2019, 1, 24, 3, 4, 24, TimeSpan.Zero));

    [Theory]
    [InlineData("2019-02-29 00:00:00")]
    [InlineData("2019-13-01 00:00:00")]
    [InlineData("2019-01-24 24:00:00")]
    [InlineData("2019-01-24T03:04:24")]
    [InlineData("2019-01-24 03:04:2x")]
    [InlineData("0000-01-24 03:04:24")]
    [InlineData("2019-01-24 03:04:24 ")]
    [InlineData("")]
    public void No_date_and_time_in_that_form(string text) => Refuses(Codecs.DateTimeText("yyyy-MM-dd HH:mm:ss"), $"\"{text}\"");

    [Fact]
    public void A_form_of_its_own_is_written_in_utc() => Assert.Equal(
        "\"2019-01-24 03:04:24\"", JsonText.ToJson(Codecs.DateTimeText("yyyy-MM-dd HH:mm:ss"), new(2019, 1, 24, 11, 4, 24, TimeSpan.FromHours(8))));

    [Fact]
    public void Days()
    {
        Same(Codecs.Day, "\"2024-02-29\"", new(2024, 2, 29));
        foreach (var bad in (string[])["\"2023-02-29\"", "\"2024-2-29\"", "\"2024-02-29T00:00:00Z\"", "\"２024-02-29\"", "1"])
            Refuses(Codecs.Day, bad);
    }

    [Fact]
    public void Days_in_headers()
    {
        Assert.Equal("2024-02-29", WireText.OfDay(new(2024, 2, 29, 13, 0, 0)));
        Assert.Equal(new DateTime(2024, 2, 29), WireText.ReadDay("2024-02-29"));
        Assert.Null(WireText.ReadDay("2023-02-29"));
        Assert.Null(WireText.ReadDay(null));
    }

#if !NETSTANDARD_RUNTIME
    [Fact]
    public void Dates()
    {
        Same(Codecs.DateOnly, "\"2024-02-29\"", new(2024, 2, 29));
        Refuses(Codecs.DateOnly, "\"2023-02-29\"");
    }
#endif

    [Fact]
    public void Identifiers_and_addresses()
    {
        Same(Codecs.Guid, "\"3f2504e0-4f89-11d3-9a0c-0305e82c3301\"", new("3f2504e0-4f89-11d3-9a0c-0305e82c3301"));
        Refuses(Codecs.Guid, "\"3f2504e0\"");
        Refuses(Codecs.Guid, "1");
        Same(Codecs.Uri, "\"../a?b#c\"", new("../a?b#c", UriKind.Relative));
        Same(Codecs.Base64Uri, "\"aHR0cDovL2gvcA==\"", new("http://h/p"));
        Refuses(Codecs.Base64Uri, "\"http://h/p\"");
        Refuses(Codecs.Uri, "\"http://[\"");
    }

    [Fact]
    public void Bytes()
    {
        Same(Codecs.Bytes, "\"+/8=\"", [0xfb, 0xff]);
        Same(Codecs.BytesBase64Url, "\"-_8\"", [0xfb, 0xff]);
        Assert.Equal([0xfb, 0xff], Read(Codecs.BytesBase64Url, "\"-_8=\""));
        Refuses(Codecs.Bytes, "\"-_8\"");
        Refuses(Codecs.BytesBase64Url, "\"+/8\"");
        Refuses(Codecs.Bytes, "1");
    }

    [Fact]
    public void Lists_maps_and_null()
    {
        var list = Codecs.List(Codecs.Nullable(Codecs.Int32));
        Same(list, "[1,null,3]", [1, null, 3]);
        Same(list, "[]", []);
        Refuses(list, "{}");
        Refuses(list, "[1,\"x\"]");
        var map = Codecs.Map(Codecs.NullableRef(Codecs.String));
        Same(map, """{"b":"1","a":null,"":"3"}""", new Dictionary<string, string?> { ["b"] = "1", ["a"] = null, [""] = "3" });
        Assert.Equal("2", Read(map, """{"a":"1","\u0061":"2"}""")["a"]);
        Refuses(map, "[]");
        Refuses(map, """{"a":1}""");
        Same(Codecs.Map(Codecs.List(Codecs.Json)), "{}", new Dictionary<string, IReadOnlyList<JsonElement>>());
    }

    [Fact]
    public void Any_json_is_kept_as_it_is()
    {
        const string json = """{"a":[1.0,null,{"b":"中"}]}""";
        Assert.Equal(json, JsonText.ToJson(Codecs.Json, Read(Codecs.Json, json)));
        Assert.Equal("null", JsonText.ToJson(Codecs.Json, default));
    }

    [Theory]
    [InlineData("1 2")]
    [InlineData("1,")]
    [InlineData("")]
    [InlineData(" ")]
    public void One_value_and_nothing_after_it(string json) => Refuses(Codecs.Int32, json);

    [Fact]
    public void Codecs_serve_JsonSerializer_too()
    {
        var options = new JsonSerializerOptions
        {
            Converters = { Codecs.Int32Text, Codecs.DateTimeText("yyyy-MM-dd HH:mm:ss"), Codecs.List(Codecs.Int32Text), Codecs.NullableRef(Codecs.String) },
            TypeInfoResolver = new System.Text.Json.Serialization.Metadata.DefaultJsonTypeInfoResolver(),
        };
        Assert.Equal("\"7\"", JsonSerializer.Serialize(7, options));
        Assert.Equal([1, 2], JsonSerializer.Deserialize<IReadOnlyList<int>>("""["1","2"]""", options)!);
        Assert.Equal(2019, JsonSerializer.Deserialize<DateTimeOffset>("\"2019-01-24 03:04:24\"", options).Year);
    }

    [Fact]
    public async Task Codecs_serve_JsonSerializer_over_a_stream_that_arrives_in_pieces()
    {
        var options = new JsonSerializerOptions
        {
            Converters = { Stubs.PetJson.Instance },
            DefaultBufferSize = 16,
            TypeInfoResolver = new System.Text.Json.Serialization.Metadata.DefaultJsonTypeInfoResolver(),
        };
        var name = new string('n', 100);
        var json = $$"""{"x":{"y":[1,2,3]},"n\u0061me":"{{name}}","age":3}""";
        var stream = new Stubs.TrickleStream(Encoding.UTF8.GetBytes(json), chunk: 5);
        Assert.Equal(new Stubs.Pet(name, 3), await JsonSerializer.DeserializeAsync<Stubs.Pet>(stream, options));
    }

    [Fact]
    public void Writing_json_makes_no_garbage_beyond_its_result()
    {
        var pet = new Stubs.Pet("Rex", 3);
        for (var i = 0; i < 100; i++)
            PooledJson(pet);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
            PooledJson(pet);
        // 22 bytes of JSON in an array; nothing else.
        Assert.Equal(100 * 48, GC.GetAllocatedBytesForCurrentThread() - before);
        static void PooledJson(Stubs.Pet pet) => JsonText.ToUtf8Bytes(Stubs.PetJson.Instance, pet);
    }

    private static T Read<T>(JsonCodec<T> codec, string json) => JsonText.Parse(codec, Encoding.UTF8.GetBytes(json));

    private static void Same<T>(JsonCodec<T> codec, string json, T value)
    {
        Assert.Equal(value, Read(codec, json));
        Assert.Equal(json, JsonText.ToJson(codec, value));
    }

    private static void Refuses<T>(JsonCodec<T> codec, string json) => Assert.ThrowsAny<JsonException>(() => Read(codec, json));
}
