using System.Text.Json;
using ClientGen.Specs.Model;
using static ClientGen.Emitter.Tests.Types.Model;

namespace ClientGen.Emitter.Tests.Types;

public sealed class UnionTests
{
    private static readonly LiveTypes Live = LiveTypes.Of(
        Samples.Event, Samples.Moved, Samples.Delivered, Samples.Quiet, Samples.EventCode,
        Samples.Place, Samples.Warehouse, Samples.Address, Samples.Speed,
        Object("Log", Required("events", List(Named("Event")))));

    [Theory]
    [InlineData("Moved", """{"code":100,"at":"x","from":"y"}""")]
    [InlineData("Moved", """{"at":"x","from":"y","to":"z","code":100}""")]
    [InlineData("Moved", """{"at":"x","from":"y","code":"100"}""")]
    [InlineData("Delivered", """{"code":200,"at":"x"}""")]
    [InlineData("Delivered", """{"at":"x","code":201,"signature":"s"}""")]
    [InlineData("Quiet", """{"at":"x"}""")]
    [InlineData("Quiet", """{"code":null,"at":"x"}""")]
    [InlineData("Quiet", """{"other":1,"at":"x"}""")]
    [InlineData("Moved", """{"other":1,"at":"x","from":"y","code":100}""")]
    [InlineData("UnknownEvent", """{"other":1,"at":"x","code":300}""")]
    [InlineData("UnknownEvent", """{"code":300,"at":"x"}""")]
    [InlineData("UnknownEvent", """{"code":{},"at":"x"}""")]
    [InlineData("UnknownEvent", """{"code":100.5,"at":"x"}""")]
    [InlineData("UnknownEvent", """{"code":1e999,"at":"x"}""")]
    [InlineData("UnknownEvent", """[]""")]
    [InlineData("UnknownEvent", "7")]
    [InlineData("UnknownEvent", "null")]
    public void The_tag_chooses_the_case_wherever_it_stands(string expected, string json) =>
        Assert.Equal(expected, Live.Read("Event", json).GetType().Name);

    [Theory]
    [InlineData("""{"code":100,"at":"x","from":"y","to":"z","more":[1]}""")]
    [InlineData("""{"code":201,"at":"x","signature":"s"}""")]
    [InlineData("""{"at":"x","signature":"of another case"}""")]
    [InlineData("""{"code":300,"at":7,"x":null}""")]
    [InlineData("""[1,{"code":100}]""")]
    public void Every_case_comes_back_as_it_came(string json) => Assert.Equal(json, Live.RoundTrip("Event", json));

    [Fact]
    public void Members_of_another_case_are_kept_whatever_their_type()
    {
        const string json = """{"code":200,"at":"x","from":7,"to":{"a":"b"}}""";
        var delivered = Live.Read("Event", json);
        Assert.Equal("Delivered", delivered.GetType().Name);
        Assert.Equal(7, delivered.AdditionalProperties["from"].GetInt32());
        Assert.Equal(json, Live.Write((object)delivered, "Event"));
    }

    [Fact]
    public void The_unknown_case_keeps_its_json_and_what_all_cases_share()
    {
        var unknown = Live.Read("Event", """{"code":300,"at":"noon"}""");
        Assert.Equal("noon", unknown.At);
        Assert.Equal(300, unknown.Raw.GetProperty("code").GetInt32());
        Assert.Equal("", Live.Read("Event", """{"code":300,"at":7}""").At);
        Assert.Equal("", Live.Read("Event", """{"code":300}""").At);
        Assert.Equal("UnknownEvent { At = noon }", unknown.ToString());
    }

    [Fact]
    public void A_known_case_without_what_it_needs_is_an_error() =>
        Assert.Contains("'from'", Assert.Throws<JsonException>(() => Live.Read("Event", """{"code":100,"at":"x"}""")).Message);

    [Fact]
    public void A_case_is_read_and_written_on_its_own()
    {
        Assert.Equal("""{"code":100,"at":"x","from":"y"}""", Live.RoundTrip("Moved", """{"at":"x","from":"y"}"""));
        Assert.Equal("""{"a":1}""", Live.RoundTrip("UnknownEvent", """{"a":1}"""));
        Assert.Equal("7", Live.RoundTrip("PlaceNumber", "7"));
    }

    [Fact]
    public void Cases_lie_in_lists() =>
        Assert.Equal(
            """{"events":[{"at":"x"},{"code":300,"y":1},{"code":201,"at":"z"}]}""",
            Live.RoundTrip("Log", """{"events":[{"at":"x"},{"code":300,"y":1},{"code":201,"at":"z"}]}"""));

    [Fact]
    public void JsonSerializer_reads_the_union_and_each_case()
    {
        var moved = JsonSerializer.Deserialize("""{"code":100,"at":"x","from":"y"}""", Live.Type("Event"))!;
        Assert.Equal("Moved", moved.GetType().Name);
        Assert.Equal("""{"code":100,"at":"x","from":"y"}""", JsonSerializer.Serialize(moved, Live.Type("Event")));
        Assert.Equal("""{"code":100,"at":"x","from":"y"}""", JsonSerializer.Serialize(moved, Live.Type("Moved")));
    }

    [Theory]
    [InlineData("Warehouse", """{"depot":"D","country":"NO"}""")]
    [InlineData("Address", """{"street":"S","country":"NO"}""")]
    [InlineData("Address", """{"street":"S"}""")]
    [InlineData("UnknownPlace", """{"country":"NO"}""")]
    [InlineData("UnknownPlace", """{"depot":1,"country":"NO"}""")]
    [InlineData("PlaceList", """[{"street":"S"},7,"nowhere"]""")]
    [InlineData("PlaceSpeed", "\"slow\"")]
    [InlineData("PlaceDate", "\"2026-03-01\"")]
    [InlineData("UnknownPlace", "\"nowhere\"")]
    [InlineData("PlaceNumber", "7")]
    [InlineData("UnknownPlace", "7.5")]
    [InlineData("UnknownPlace", "true")]
    [InlineData("UnknownPlace", "null")]
    public void The_shape_chooses_the_case(string expected, string json)
    {
        var place = Live.Read("Place", json);
        Assert.Equal(expected, place.GetType().Name);
        Assert.Equal(json, Live.Write((object)place, "Place"));
    }

    [Fact]
    public void A_constant_decides_before_the_order_of_cases()
    {
        var live = LiveTypes.Of(
            Structural("Shape", Shaped("Circle", ["size"], "kind=\"circle\""), Shaped("Square", ["size"], "kind=\"square\""), Shaped("Dot", [])),
            Object("Circle", Required("kind", Text) with { Constant = "\"circle\"" }, Required("size", Whole)) with { Base = "Shape" },
            Object("Square", Required("kind", Text) with { Constant = "\"square\"" }, Required("size", Whole)) with { Base = "Shape" },
            Object("Dot", Optional("x", Whole)) with { Base = "Shape" });
        Assert.Equal("Square", live.Read("Shape", """{"size":1,"kind":"square"}""").GetType().Name);
        Assert.Equal("Circle", live.Read("Shape", """{"kind":"circle","size":1}""").GetType().Name);
        Assert.Equal("Dot", live.Read("Shape", """{"kind":"triangle","size":1}""").GetType().Name);
    }

    [Fact]
    public void Of_cases_that_require_alike_the_one_that_names_every_member_is_chosen()
    {
        var live = LiveTypes.Of(
            Structural("Either", Shaped("Left", []), Shaped("Right", [])),
            Object("Left", Optional("a", Whole)) with { Base = "Either" },
            Object("Right", Optional("b", Whole)) with { Base = "Either" });
        Assert.Equal("Right", live.Read("Either", """{"b":1}""").GetType().Name);
        Assert.Equal("Left", live.Read("Either", """{"a":1}""").GetType().Name);
        Assert.Equal("Left", live.Read("Either", "{}").GetType().Name);
    }

    [Fact]
    public void A_case_that_takes_anything_leaves_the_others_theirs()
    {
        var live = LiveTypes.Of(Structural("Loose", Wrapper("LooseAny", TypeRef.Json), Wrapper("LooseText", Text), Wrapper("LooseList", List(Text))));
        Assert.Equal("LooseText", live.Read("Loose", "\"a\"").GetType().Name);
        Assert.Equal("LooseList", live.Read("Loose", "[\"a\"]").GetType().Name);
        Assert.Equal("LooseAny", live.Read("Loose", "[1]").GetType().Name);
        Assert.Equal("LooseAny", live.Read("Loose", "null").GetType().Name);
    }

    [Fact]
    public void Lists_are_told_apart_by_their_first_item()
    {
        var live = LiveTypes.Of(Structural("Row", Wrapper("RowOfTexts", List(Text)), Wrapper("RowOfNumbers", List(Whole)), Wrapper("RowOfAny", List(TypeRef.Json))));
        Assert.Equal("RowOfTexts", live.Read("Row", """["a"]""").GetType().Name);
        Assert.Equal("RowOfNumbers", live.Read("Row", "[1]").GetType().Name);
        Assert.Equal("RowOfAny", live.Read("Row", "[true]").GetType().Name);
        Assert.Equal("RowOfTexts", live.Read("Row", "[]").GetType().Name);
        Assert.Equal("UnknownRow", live.Read("Row", """["a",1]""").GetType().Name);
    }

    [Fact]
    public async Task Nested_unions_that_fit_nowhere_take_no_exponential_time()
    {
        var live = LiveTypes.Of(
            Structural("Tree", Shaped("Fork", ["left"]), Shaped("Branch", ["left"])),
            Object("Fork", Required("left", Named("Tree")), Required("number", Whole)) with { Base = "Tree" },
            Object("Branch", Required("left", Named("Tree")), Required("number", Whole)) with { Base = "Tree" });
        var json = string.Concat(Enumerable.Repeat("{\"number\":\"no number\",\"left\":", 60)) + "1" + new string('}', 60);
        var tree = Task.Run(() => (object)live.Read("Tree", json), TestContext.Current.CancellationToken);
        Assert.Equal(json, live.Write(await tree.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken), "Tree"));
    }

    [Theory]
    [InlineData("true", "YesCase")]
    [InlineData("\"yes\"", "YesCase")]
    [InlineData("false", "UnknownAnswer")]
    [InlineData("\"true\"", "UnknownAnswer")]
    public void A_tag_may_be_a_truth_and_a_wrapped_case_has_tags_too(string tag, string expected)
    {
        var live = LiveTypes.Of(Tagged("Answer", "ok", Wrapper("YesCase", Named("Yes"), "\"yes\"", "true")), Object("Yes", Required("ok", TypeRef.Json)));
        Assert.Equal(expected, live.Read("Answer", $$"""{"ok":{{tag}}}""").GetType().Name);
    }

    [Fact]
    public void A_switch_over_the_cases_needs_no_cast()
    {
        var assembly = LiveTypes.Compile(Contract(Samples.Event, Samples.Moved, Samples.Delivered, Samples.Quiet, Samples.EventCode), """
            using Example.Parcels;
            public static class Teller
            {
                public static string Tell(Event e) => e switch
                {
                    Moved { Code: EventCode.Moved } moved => $"moved from {moved.From} at {e.At}",
                    Delivered => "delivered",
                    UnknownEvent unknown => unknown.Raw.GetRawText(),
                    _ => "nothing new",
                };
                public static Event Make() => new Moved { From = "Oslo", At = "noon" };
            }
            """).Load();
        var moved = assembly.GetType("Teller")!.GetMethod("Make")!.Invoke(null, null);
        Assert.Equal("moved from Oslo at noon", assembly.GetType("Teller")!.GetMethod("Tell")!.Invoke(null, [moved]));
    }
}
