using System.Globalization;
using System.Text.Json;

namespace ClientGen.Json;

/// <summary>Where in a body reading failed. Found by reading it once more, so that good bodies pay nothing.</summary>
/// <param name="Position">Bytes from the start.</param>
/// <param name="Path">The same place as a JSON pointer.</param>
internal readonly record struct JsonPlace(long Position, string Path)
{
    private const int LongestName = 64;

    /// <summary>Finds the place.</summary>
    /// <param name="json">The body.</param>
    /// <param name="error">What went wrong.</param>
    /// <param name="token">Where the reader's last token began.</param>
    public static JsonPlace Find(ReadOnlySpan<byte> json, JsonException error, long token)
    {
        var position = error.BytePositionInLine is { } column ? LineStart(json, error.LineNumber ?? 0) + column : token;
        position = Math.Clamp(position, 0, json.Length);
        return new(position, PathAt(json, position));
    }

    private static long LineStart(ReadOnlySpan<byte> json, long line)
    {
        var start = 0;
        for (; line > 0; line--)
        {
            var end = json[start..].IndexOf((byte)'\n');
            if (end < 0)
                break;
            start += end + 1;
        }

        return start;
    }

    private static string PathAt(ReadOnlySpan<byte> json, long position)
    {
        var steps = new List<Step>();
        var reader = new Utf8JsonReader(json, JsonDefaults.Reader);
        try
        {
            while (reader.Read() && reader.TokenStartIndex <= position)
                Follow(ref reader, steps, isThere: reader.TokenStartIndex == position);
        }
        catch (JsonException)
        {
            // The place itself: what was followed so far is the path, and in an array the item that could not be read.
            NextItem(steps);
        }

        return string.Concat(steps.Select(static step => step.ToString()));
    }

    private static void Follow(ref Utf8JsonReader reader, List<Step> steps, bool isThere)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                steps[^1] = new(StepKind.Member, Name(ref reader));
                break;
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                NextItem(steps);
                if (!isThere)
                    steps.Add(reader.TokenType == JsonTokenType.StartArray ? new(StepKind.Item, "", -1) : default);
                break;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                steps.RemoveAt(steps.Count - 1);
                break;
            default:
                NextItem(steps);
                break;
        }
    }

    private static void NextItem(List<Step> steps)
    {
        if (steps.Count > 0 && steps[^1] is { Kind: StepKind.Item } array)
            steps[^1] = array with { Index = array.Index + 1 };
    }

    private static string Name(ref Utf8JsonReader reader)
    {
        // Names come from strangers: long ones are cut, and what is no Unicode is shown as such.
        var name = JsonRead.Text(reader.ValueSpan);
        return name.Length <= LongestName ? name : name[..LongestName] + "…";
    }

    private enum StepKind
    {
        /// <summary>An object before its first member, or an array before its first item.</summary>
        Start,
        Member,
        Item,
    }

    private readonly record struct Step(StepKind Kind, string Name, int Index = 0)
    {
        public override string ToString() => Kind switch
        {
            // RFC 6901 3: "~" is written as "~0" and "/" as "~1".
            StepKind.Member => "/" + Name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal),
            StepKind.Item when Index >= 0 => "/" + Index.ToString(CultureInfo.InvariantCulture),
            _ => "",
        };
    }
}
