using System.Text.Json;
using ClientGen.Specs.Reading;
using ContactCenter.Simulator.Contracts;

namespace ContactCenter.Simulator.Tests.Contracts;

/// <summary>Each row: a schema, a value, and what must be said about it. Nothing is said about values that are right.</summary>
public sealed class SchemaCheckTests
{
    [Theory]
    [InlineData("""{"type":"string"}""", "\"a\"", "")]
    [InlineData("""{"type":"string"}""", "1", "#: is number and must be string")]
    [InlineData("""{"type":["integer","string"]}""", "\"1\"", "")]
    [InlineData("""{"type":["integer","null"]}""", "true", "#: is boolean and must be integer or null")]
    [InlineData("""{"type":"integer"}""", "1.0", "")]
    [InlineData("""{"type":"integer"}""", "1.5", "#: is number and must be integer")]
    [InlineData("""{"type":"integer","format":"int32"}""", "2147483648", "#: is no int32")]
    [InlineData("""{"type":"integer","format":"int64"}""", "9223372036854775807", "")]
    [InlineData("""{"type":"string","format":"int32"}""", "\"12\"", "")]
    [InlineData("""{"type":"string","format":"int32"}""", "\"twelve\"", "#: is text that is no int32")]
    [InlineData("""{"minLength":2}""", "\"a\"", "#: has 1 characters and needs at least 2")]
    [InlineData("""{"maxLength":1}""", "\"\\uD83D\\uDE00\"", "")]
    [InlineData("""{"maxLength":2}""", "\"abc\"", "#: has 3 characters, at most 2 are allowed")]
    [InlineData("""{"pattern":"^[0-9]+$"}""", "\"12a\"", "#: does not match the pattern ^[0-9]+$")]
    [InlineData("""{"minimum":0,"maximum":9}""", "9", "")]
    [InlineData("""{"minimum":0,"maximum":9}""", "10", "#: is 10 and must be at most 9")]
    [InlineData("""{"minimum":0}""", "-1", "#: is -1 and must be at least 0")]
    [InlineData("""{"exclusiveMinimum":0}""", "0", "#: is 0 and must be above 0")]
    [InlineData("""{"exclusiveMaximum":5}""", "5", "#: is 5 and must be below 5")]
    [InlineData("""{"multipleOf":5}""", "7", "#: is 7 and must be a multiple of 5")]
    [InlineData("""{"enum":["0","1"]}""", "\"1\"", "")]
    [InlineData("""{"enum":["0","1"]}""", "1", "#: is none of the documented values: \"0\", \"1\"")]
    [InlineData("""{"const":168101}""", "168101", "")]
    [InlineData("""{"const":168101}""", "168102", "#: must be 168101")]
    [InlineData("""{"required":["a","b"]}""", """{"a":1}""", "#/b: is required and missing")]
    [InlineData("""{"properties":{"a":{"properties":{"b/c":{"type":"string"}}}}}""", """{"a":{"b/c":1}}""", "#/a/b~1c: is number and must be string")]
    [InlineData("""{"properties":{"a":true},"additionalProperties":false}""", """{"a":1,"b":2}""", "#/b: must not be here")]
    [InlineData("""{"additionalProperties":{"type":"string"}}""", """{"b":2}""", "#/b: is number and must be string")]
    [InlineData("""{"items":{"type":"string"}}""", """["a",1]""", "#/1: is number and must be string")]
    [InlineData("""{"minItems":1}""", "[]", "#: has 0 items and needs at least 1")]
    [InlineData("""{"maxItems":1}""", "[1,2]", "#: has 2 items, at most 1 are allowed")]
    [InlineData("""{"allOf":[{"minLength":2},{"maxLength":3}]}""", "\"abcd\"", "#: has 4 characters, at most 3 are allowed")]
    [InlineData("""{"anyOf":[{"required":["a"]},{"required":["b"]}]}""", """{"b":1}""", "")]
    [InlineData("""{"anyOf":[{"required":["a"]},{"required":["b"]}]}""", "{}", "#/a: is required and missing")]
    [InlineData("""{"oneOf":[{"type":"string"},{"minLength":2}]}""", "\"abc\"", "#: fits 2 alternatives, and must fit exactly one")]
    [InlineData("""{"oneOf":[{"type":"string"},{"type":"null"}]}""", "null", "")]
    [InlineData("""{"not":{"required":["eventId"]}}""", """{"eventId":1}""", "#: has a form that is excluded here")]
    [InlineData("""{"if":{"properties":{"f":{"const":0}},"required":["f"]},"then":{"required":["c"]}}""", """{"f":0}""", "#/c: is required and missing")]
    [InlineData("""{"if":{"properties":{"f":{"const":0}},"required":["f"]},"then":{"required":["c"]}}""", """{"f":1}""", "")]
    [InlineData("""{"contentEncoding":"base64"}""", "\"AAE=\"", "")]
    [InlineData("""{"contentEncoding":"base64"}""", "\"A\"", "#: is no Base64 text")]
    [InlineData("""{"contentEncoding":"base64","contentMediaType":"text/uri-list"}""", "\"aHR0cHM6Ly9hLmV4YW1wbGUv\"", "")]
    [InlineData("""{"contentEncoding":"base64","contentMediaType":"text/uri-list"}""", "\"YWJj\"", "#: does not decode to an absolute http or https URL")]
    [InlineData("""{"contentMediaType":"application/json","contentSchema":{"required":["a"]}}""", "\"{}\"", "#/a: is required and missing")]
    [InlineData("""{"contentMediaType":"application/json"}""", "\"{\"", "#: is no JSON text")]
    [InlineData("""{"x-clientgen-date-time":"yyyy-MM-dd HH:mm:ss"}""", "\"2019-01-24 03:04:24\"", "")]
    [InlineData("""{"x-clientgen-date-time":"yyyy-MM-dd HH:mm:ss"}""", "\"2019-01-24T03:04:24Z\"", "#: is no time of the form yyyy-MM-dd HH:mm:ss")]
    public void Says_what_is_wrong(string schema, string value, string expected)
    {
        Assert.Equal(expected, Checked(SchemaCheck.Strict, schema, value));
    }

    [Fact]
    public void An_open_enum_is_closed_for_requests_and_open_for_answers()
    {
        const string schema = """{"enum":["0"],"x-clientgen-events":{"open":true}}""";
        Assert.NotEqual("", Checked(SchemaCheck.Strict, schema, "\"99\""));
        Assert.Equal("", Checked(SchemaCheck.OpenEnums, schema, "\"99\""));
    }

    [Fact]
    public void A_reference_and_its_siblings_both_count()
    {
        const string schema = """{"$ref":"#/$defs/id","const":1,"$defs":{"id":{"type":"integer","maximum":0}}}""";
        Assert.Equal("#: is 1 and must be at most 0", Checked(SchemaCheck.Strict, schema, "1"));
    }

    [Fact]
    public void A_circle_of_references_ends()
    {
        const string schema = """{"$ref":"#/$defs/a","$defs":{"a":{"$ref":"#/$defs/a"}}}""";
        Assert.Contains("nested deeper than 128", Checked(SchemaCheck.Strict, schema, "1"), StringComparison.Ordinal);
    }

    [Fact]
    public void With_a_discriminator_the_message_is_about_the_chosen_alternative()
    {
        var schema = OpenApiOperations.WebhookSchema(SimulatedSystem.Rtc, "callStatus");
        using var value = JsonDocument.Parse("""{"eventType":"collectInfo","statusInfo":{"timestamp":"2019-01-24 03:04:24","sessionId":"s"}}""");
        var fault = Assert.Single(SchemaCheck.Strict.Check(schema, value.RootElement));
        Assert.Equal("/statusInfo/digitInfo", fault.Pointer);
        Assert.StartsWith("rtc-voice.openapi.yaml(", fault.Rule, StringComparison.Ordinal);
    }

    private static string Checked(SchemaCheck check, string schema, string value)
    {
        // References start at a contract that is listed; a schema of its own refers to itself.
        var document = SpecReader.Read("schema.json", schema, CancellationToken.None);
        using var json = JsonDocument.Parse(value);
        return string.Join("; ", check.Check(new ContractPlace(document, document.Root), json.RootElement).Select(static fault => $"#{fault.Pointer}: {fault.Message}"));
    }
}
