using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using ClientGen.Specs.Reading;

namespace ContactCenter.Simulator.Contracts;

internal sealed partial class SchemaCheck
{
    /// <summary>A pattern of a contract on a text of a stranger must not run for ever.</summary>
    private static readonly TimeSpan LongestMatch = TimeSpan.FromMilliseconds(250);

    private void CheckString(ContractPlace schema, string text, string pointer, List<SchemaFault> faults, int depth)
    {
        var length = Length(text);
        if (Number(schema, "minLength") is { } shortest && length < shortest)
            faults.Add(new SchemaFault(pointer, $"has {length} characters and needs at least {shortest}", schema.Where));
        if (Number(schema, "maxLength") is { } longest && length > longest)
            faults.Add(new SchemaFault(pointer, $"has {length} characters, at most {longest} are allowed", schema.Where));
        if (schema.Text("pattern") is { } pattern && !Matches(text, pattern))
            faults.Add(new SchemaFault(pointer, $"does not match the pattern {pattern}", schema.Where));

        CheckNumberText(schema, text, pointer, faults);
        CheckContent(schema, text, pointer, faults, depth);
    }

    /// <summary>JSON Schema counts characters, not UTF-16 units.</summary>
    private static int Length(string text)
    {
        var length = 0;
        foreach (var _ in text.EnumerateRunes())
            length++;
        return length;
    }

    private static bool Matches(string text, string pattern)
    {
        try
        {
            return Regex.IsMatch(text, pattern, RegexOptions.ECMAScript | RegexOptions.CultureInvariant, LongestMatch);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    /// <summary>A format of numbers on a string means a number that travels as text (docs/contract-extensions.md).</summary>
    private static void CheckNumberText(ContractPlace schema, string text, string pointer, List<SchemaFault> faults)
    {
        // Where a number may stand instead, the text may be anything that the source showed.
        if (schema["type"]?.Node is SpecSequence)
            return;

        var right = schema.Text("format") switch
        {
            "int32" => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
            "int64" => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
            "double" or "float" => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _),
            "uri" => Uri.TryCreate(text, UriKind.Absolute, out _),
            _ => true,
        };
        if (!right)
            faults.Add(new SchemaFault(pointer, $"is text that is no {schema.Text("format")}", schema.Where));

        if (schema.Text("x-clientgen-date-time") is { } form
            && !DateTime.TryParseExact(text, form, CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            faults.Add(new SchemaFault(pointer, $"is no time of the form {form}", schema.Where));
        }
    }

    /// <summary>JSON Schema only annotates contents; a server has to decode them, so a content that cannot be decoded is wrong here.</summary>
    private void CheckContent(ContractPlace schema, string text, string pointer, List<SchemaFault> faults, int depth)
    {
        var content = text;
        if (schema.Text("contentEncoding") == "base64")
        {
            var bytes = new byte[text.Length];
            if (!Convert.TryFromBase64String(text, bytes, out var count))
            {
                faults.Add(new SchemaFault(pointer, "is no Base64 text", schema.Where));
                return;
            }

            content = Encoding.UTF8.GetString(bytes, 0, count);
        }

        switch (schema.Text("contentMediaType"))
        {
            case "text/uri-list" when !IsHttpUrl(content):
                faults.Add(new SchemaFault(pointer, "does not decode to an absolute http or https URL", schema.Where));
                break;
            case "application/json":
                CheckJsonText(schema, content, pointer, faults, depth);
                break;
        }
    }

    private static bool IsHttpUrl(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps);

    private void CheckJsonText(ContractPlace schema, string content, string pointer, List<SchemaFault> faults, int depth)
    {
        try
        {
            using var json = JsonDocument.Parse(content);
            if (schema["contentSchema"] is { } inner)
                Check(inner, json.RootElement, pointer, faults, depth + 1);
        }
        catch (JsonException)
        {
            faults.Add(new SchemaFault(pointer, "is no JSON text", schema.Where));
        }
    }

    private static void CheckNumber(ContractPlace schema, JsonElement value, string pointer, List<SchemaFault> faults)
    {
        var format = schema.Text("format");
        if ((format == "int32" && !value.TryGetInt32(out _) && !IsWholeIn(value, int.MinValue, int.MaxValue))
            || (format == "int64" && !value.TryGetInt64(out _) && !IsWholeIn(value, long.MinValue, long.MaxValue)))
        {
            faults.Add(new SchemaFault(pointer, $"is no {format}", schema.Where));
        }

        var number = value.GetDouble();
        if (Number(schema, "minimum") is { } least && number < least)
            faults.Add(new SchemaFault(pointer, $"is {Show(number)} and must be at least {Show(least)}", schema.Where));
        if (Number(schema, "maximum") is { } most && number > most)
            faults.Add(new SchemaFault(pointer, $"is {Show(number)} and must be at most {Show(most)}", schema.Where));
        if (Number(schema, "exclusiveMinimum") is { } above && number <= above)
            faults.Add(new SchemaFault(pointer, $"is {Show(number)} and must be above {Show(above)}", schema.Where));
        if (Number(schema, "exclusiveMaximum") is { } below && number >= below)
            faults.Add(new SchemaFault(pointer, $"is {Show(number)} and must be below {Show(below)}", schema.Where));
        if (Number(schema, "multipleOf") is { } step && step > 0 && Math.IEEERemainder(number, step) != 0)
            faults.Add(new SchemaFault(pointer, $"is {Show(number)} and must be a multiple of {Show(step)}", schema.Where));
    }

    private static bool IsWholeIn(JsonElement value, decimal least, decimal most) =>
        value.TryGetDecimal(out var number) && decimal.IsInteger(number) && number >= least && number <= most;

    private static double? Number(ContractPlace schema, string keyword) =>
        schema[keyword]?.Node is SpecScalar scalar && scalar.TryGetDouble(out var number) ? number : null;

    private static string Show(double number) => number.ToString(CultureInfo.InvariantCulture);
}
