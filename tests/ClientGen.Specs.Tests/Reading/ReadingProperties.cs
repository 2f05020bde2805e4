using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClientGen.Specs.Reading;
using FsCheck;
using FsCheck.Fluent;

namespace ClientGen.Specs.Tests.Reading;

/// <summary>What holds for every text.</summary>
public sealed class ReadingProperties
{
    private const string Signs = " \t\r\n\"'\\/{}[]:,-?#&*!|>%@`<~.0123456789eExoabctrufalsn\0\uFEFF\u0085\u2028\ud83d\ude00\ud800";

    /// <summary>Made of the characters that mean something, so that most texts are nearly right.</summary>
    private static readonly Gen<string> AnyText =
        Gen.Elements(Signs.ToCharArray()).ArrayOf().Select(static characters => new string(characters));

    private static readonly string[] Contracts =
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "spec"), "*.yaml").Order(StringComparer.Ordinal).Select(File.ReadAllText)];

    [Theory]
    [InlineData("text.json")]
    [InlineData("text.yaml")]
    [InlineData("text")]
    public void Any_text_becomes_a_document(string path) =>
        Holds(AnyText, 2000, text => IsSound(Read.As(path, text)));

    [Fact]
    public void A_real_contract_with_a_mistake_in_it_becomes_a_document()
    {
        Assert.NotEmpty(Contracts);
        Holds(Mutated(Gen.Elements(Contracts).Select(Window)), 300, static text => IsSound(Read.Yaml(text)));
    }

    [Fact]
    public void A_json_contract_with_a_mistake_in_it_becomes_a_document() =>
        Holds(Mutated(JsonText), 1000, static text => IsSound(Read.Json(text)));

    [Fact]
    public void Json_is_the_same_tree_through_the_json_door_and_the_yaml_door() =>
        Holds(JsonText, 1000, static text =>
        {
            var json = Read.Json(text);
            var yaml = Read.Yaml(text);
            Assert.DoesNotContain(json.Findings, static finding => finding.Id != "CG9104");
            Assert.Equal(json.Root.Tree(), yaml.Root.Tree());
            Assert.Equal(json.Root.Nodes().Select(node => json.Cut(node.Span)), yaml.Root.Nodes().Select(node => yaml.Cut(node.Span)));
        });

    [Fact]
    public void Json_has_the_values_that_system_text_json_sees() =>
        Holds(JsonText, 1000, static text =>
        {
            using var expected = JsonDocument.Parse(text);
            Same(expected.RootElement, Read.Json(text).Root);
        });

    private static readonly Gen<string> Word = Gen.Elements(
        "", "a", "type", "$ref", "no", "~", "<<", "0", "1.10", "#/components/schemas/Pet", "two words", "a: b", "- x", "#c", "\"q\" 'p'",
        "back\\slash", "line\nbreak", "tab\t", "\u0001\u007f", "😀", "é", "\u2028\u0085", "a\u2028 b \u0085\u2029\u2029 c", "{}", "[", "/", "true");

    private static readonly Gen<string> JsonText =
        from seed in Gen.Choose(0, int.MaxValue - 1)
        from words in Word.ArrayOf(20)
        from indented in Gen.Elements(true, false)
        from encoder in Gen.Elements(JavaScriptEncoder.Default, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)
        let options = new JsonSerializerOptions { WriteIndented = indented, Encoder = encoder }
        select JsonOf(new Random(seed), words, 5)?.ToJsonString(options) ?? "null";

    /// <summary>A small tree; FsCheck's own recursion would make every size of text a nesting of its own.</summary>
    private static JsonNode? JsonOf(Random random, string[] words, int depth)
    {
        switch (random.Next(depth == 0 ? 5 : 9))
        {
            case 0:
                return null;
            case 1:
                return random.Next(2) == 0;
            case 2:
                return random.Next(-1000, 1_000_000);
            case 3:
                return random.NextDouble() * Math.Pow(10, random.Next(-20, 20));
            case 4:
                return words[random.Next(words.Length)];
            case 5 or 6:
                return new JsonArray([.. Enumerable.Range(0, random.Next(6)).Select(_ => JsonOf(random, words, depth - 1))]);
            default:
                var made = new JsonObject();
                // More than eight entries now and then, to meet the hashed lookup.
                for (var count = random.Next(12); count > 0; count--)
                    made[words[random.Next(words.Length)]] = JsonOf(random, words, depth - 1);
                return made;
        }
    }

    /// <summary>Deletes, repeats or inserts a few characters.</summary>
    private static Gen<string> Mutated(Gen<string> texts) =>
        from text in texts
        from edits in (from place in Gen.Choose(0, Math.Max(0, text.Length - 1))
                       from length in Gen.Choose(1, 12)
                       from kind in Gen.Choose(0, 2)
                       from sign in Gen.Elements(Signs.ToCharArray())
                       select (place, length, kind, sign)).ArrayOf(3)
        select edits.Aggregate(text, static (changed, edit) =>
        {
            var place = Math.Min(edit.place, changed.Length);
            var length = Math.Min(edit.length, changed.Length - place);
            return edit.kind switch
            {
                0 => changed.Remove(place, length),
                1 => changed.Insert(place, changed.Substring(place, length)),
                _ => changed.Insert(place, edit.sign.ToString()),
            };
        });

    /// <summary>The first part of a contract, so that hundreds of readings stay short.</summary>
    private static string Window(string text) => text[..Math.Min(text.Length, 20_000)];

    private static void IsSound(SpecDocument document)
    {
        foreach (var finding in document.Findings)
        {
            Assert.InRange(finding.Span.End, finding.Span.Start, document.Text.Length);
            // A half of a surrogate pair in a message would become something else on its way out.
            Assert.Equal(finding.Message, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(finding.Message)));
        }

        foreach (var node in document.Root.Nodes())
        {
            Assert.InRange(node.Span.End, node.Span.Start, document.Text.Length);
            Assert.True(SpecPointer.TryFind(document.Root, node.Pointer, out var found, out var reason), reason);
            Assert.Same(node, found);
        }
    }

    private static void Same(JsonElement expected, SpecNode actual)
    {
        switch (expected.ValueKind)
        {
            case JsonValueKind.Object:
                var mapping = Assert.IsType<SpecMapping>(actual);
                Assert.Equal(expected.EnumerateObject().Select(static member => member.Name), mapping.Entries.Select(static entry => entry.Key));
                foreach (var member in expected.EnumerateObject())
                    Same(member.Value, mapping[member.Name]!);
                break;
            case JsonValueKind.Array:
                var sequence = Assert.IsType<SpecSequence>(actual);
                Assert.Equal(expected.GetArrayLength(), sequence.Items.Count);
                foreach (var (item, index) in expected.EnumerateArray().Select(static (item, index) => (item, index)))
                    Same(item, sequence.Items[index]);
                break;
            case JsonValueKind.String:
                Assert.Equal(expected.GetString(), Assert.IsType<SpecScalar>(actual).AsString);
                break;
            default:
                Assert.Equal(expected.GetRawText(), Assert.IsType<SpecScalar>(actual).Text);
                break;
        }
    }

    private static void Holds(Gen<string> texts, int count, Action<string> check) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(count), Prop.ForAll(texts.ToArbitrary(), check));
}
