using System.Text;
using System.Text.Json;
using ClientGen.Json;

namespace ClientGen.Tests.Json;

public class JsonReadTests
{
    [Theory]
    [InlineData("""{"kind":"cat"}""", "cat")]
    [InlineData("""{"a":{"kind":"inner"},"b":[{"kind":1}],"kind":"cat"}""", "cat")]
    [InlineData("""{"k\u0069nd":"c\u0061t"}""", "cat")]
    [InlineData("""{"kind":"dog","kind":"cat"}""", "cat")]
    public void A_text_tag_is_found_wherever_it_stands(string json, string text) => Tag(json, tag =>
    {
        Assert.True(tag.Is(Encoding.UTF8.GetBytes(text)));
        Assert.False(tag.Is("ca"u8) || tag.Is("Cat"u8) || tag.Is(1) || tag.Is(true) || tag.Absent || tag.Null);
    });

    [Theory]
    [InlineData("168101")]
    [InlineData("168101.0")]
    [InlineData("1.68101e5")]
    public void A_number_tag_is_compared_by_its_value(string number) => Tag($$"""{"kind":{{number}}}""", static tag =>
    {
        Assert.True(tag.Is(168101));
        Assert.False(tag.Is(168102) || tag.Is("168101"u8));
        Assert.True(tag.TryGetInt64OrText(out var value) && value == 168101);
    });

    [Theory]
    [InlineData("\"7\"", true)]
    [InlineData("\"7x\"", false)]
    [InlineData("7.5", false)]
    [InlineData("1e400", false)]
    [InlineData("true", false)]
    public void A_number_tag_may_stand_inside_a_string(string json, bool isSeven) =>
        Tag($$"""{"kind":{{json}}}""", tag => Assert.Equal(isSeven, tag.TryGetInt64OrText(out var value) && value == 7));

    [Fact]
    public void Null_and_absent_and_Booleans_are_told_apart()
    {
        Tag("""{"kind":null}""", static tag => Assert.True(tag.Null && !tag.Absent));
        Tag("""{"kind":true}""", static tag => Assert.True(tag.Is(true) && !tag.Is(false)));
        Tag("""{"kind":{"x":1}}""", static tag => Assert.Equal(JsonTokenType.StartObject, tag.Kind));
        foreach (var json in (string[])["{}", "[]", "1", """{"x":{"kind":1}}"""])
            Assert.False(JsonRead.TryFindTag(At(json), "kind"u8, out var tag) || !tag.Absent);
    }

    [Fact]
    public void Looking_for_a_tag_leaves_the_reader_where_it_was()
    {
        var reader = At("""{"kind":"cat","x":1}""");
        Assert.True(JsonRead.TryFindTag(reader, "kind"u8, out _));
        Assert.Equal(JsonTokenType.StartObject, reader.TokenType);
        Assert.True(JsonRead.HasMember(reader, "x"u8));
        Assert.False(JsonRead.HasMember(reader, "y"u8));
        Assert.False(JsonRead.HasMember(At("[]"), "x"u8));
    }

    [Fact]
    public void Unnamed_members_are_kept_and_written_back()
    {
        const string json = """{"b":[1,{"x":null}],"\u0061":"2"}""";
        Dictionary<string, JsonElement>? extra = null;
        var reader = At(json);
        while (JsonRead.NextMember(ref reader, out var name))
            JsonRead.Extra(ref reader, name, ref extra);
        Assert.Equal(["b", "a"], extra!.Keys);

        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            JsonWrite.Extra(writer, extra);
            JsonWrite.Extra(writer, (IReadOnlyDictionary<string, JsonElement>?)null);
            JsonWrite.Extra(writer, new SortedDictionary<string, int> { ["c"] = 3 }, Codecs.Int32);
            writer.WriteEndObject();
        }

        Assert.Equal("""{"b":[1,{"x":null}],"a":"2","c":3}""", Encoding.UTF8.GetString(stream.ToArray()));
    }

    [Fact]
    public void Errors_say_what_was_expected_and_found_but_never_the_text()
    {
        Assert.Equal("Expected an object, found a number.", Message(static (ref reader) => JsonRead.StartObject(ref reader), "1"));
        Assert.Equal("Expected an array, found null.", Message(static (ref reader) => JsonRead.StartArray(ref reader), "null"));
        Assert.Equal("Expected a string, found an array.", Message(static (ref reader) => JsonRead.String(ref reader), "[]"));
        Assert.Equal("Expected a UUID, found other text.", Message(static (ref reader) => Codecs.Guid.ReadValue(ref reader), "\"secret\""));
        Assert.Equal("The JSON of Pet has no member 'name', which the contract requires.", JsonRead.Missing("Pet", "name").Message);
        Assert.Equal("The member 'name' of Pet is null, which the contract does not allow.", JsonRead.NullValue("Pet", "name").Message);
    }

    [Fact]
    public void Whatever_the_bytes_reading_ends_with_a_value_or_a_JsonException()
    {
        // Fixed seed: a failure can be looked at again.
        var random = new Random(20260301);
        var seed = Encoding.UTF8.GetBytes("""{"name":"Rex\u00e9","age":3,"x":[{"name":null},1e5,"中"]}""");
        var codec = Codecs.Map(Codecs.Json);
        for (var round = 0; round < 20_000; round++)
        {
            var bytes = seed[..random.Next(seed.Length + 1)].ToArray();
            for (var change = random.Next(4); change > 0 && bytes.Length > 0; change--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            Read(Stubs.PetJson.Instance, bytes);
            Read(codec, bytes);
        }

        static void Read<T>(JsonCodec<T> codec, byte[] bytes)
        {
            try
            {
                JsonText.Parse(codec, bytes);
            }
            catch (JsonException)
            {
                // As promised.
            }
        }
    }

    private delegate void ReadAction(ref Utf8JsonReader reader);

    private delegate void TagAction(JsonTag tag);

    private static string Message(ReadAction read, string json) => Assert.Throws<JsonException>(() =>
    {
        var reader = At(json);
        read(ref reader);
    }).Message;

    private static void Tag(string json, TagAction check)
    {
        Assert.True(JsonRead.TryFindTag(At(json), "kind"u8, out var tag));
        check(tag);
    }

    private static Utf8JsonReader At(string json)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        reader.Read();
        return reader;
    }
}
