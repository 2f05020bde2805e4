using System.Globalization;
using System.Text.Json;
using ContactCenter.Simulator.Contracts;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace ContactCenter.Simulator.Hosting;

/// <summary>Checks parameters and body of a request against the contract.</summary>
internal sealed class RequestCheck(RequestDelegate next)
{
    /// <summary>A body of many faults is refused for the first few.</summary>
    private const int MostTold = 5;

    /// <summary>Largest body that is accepted; files travel in it as Base64 text.</summary>
    private const int LargestBody = 8 * 1024 * 1024;

    private static readonly JsonDocumentOptions Rfc8259 = new() { AllowDuplicateProperties = false, MaxDepth = 64 };

    public async Task InvokeAsync(HttpContext context)
    {
        var call = context.Call();
        var sentences = Parameters(context.Request, call).Concat(await BodyAsync(context.Request, call)).Take(MostTold).ToArray();
        if (sentences.Length == 0)
        {
            await next(context);
            return;
        }

        var text = string.Join(' ', sentences);
        call.Outcome = $"refused: {text}";
        await ErrorAnswer.BadRequestAsync(context.Response, call.Operation.System, text);
    }

    private static IEnumerable<string> Parameters(HttpRequest request, ContractCall call)
    {
        foreach (var parameter in call.Operation.Parameters)
        {
            var place = $"{(parameter.InHeader ? "header" : "query")} {parameter.Name}";
            var values = parameter.InHeader ? request.Headers[parameter.Name] : QueryValues(request, parameter.Name);
            if (values.Count == 0)
            {
                if (parameter.Required)
                    yield return call.Violate(place, "is required and missing", parameter.Schema.Where);
                continue;
            }

            if (values.Count > 1)
            {
                yield return call.Violate(place, "is given more than once", parameter.Schema.Where);
                continue;
            }

            using var json = AsJson(parameter.Schema, values[0] ?? "");
            foreach (var fault in SchemaCheck.Strict.Check(parameter.Schema, json.RootElement))
                yield return call.Violate(place, fault.Message, fault.Rule);
        }
    }

    /// <summary>ASP.NET Core takes names of query parameters without regard to case; the contract does not.</summary>
    private static StringValues QueryValues(HttpRequest request, string name)
    {
        var values = default(StringValues);
        foreach (var pair in new Microsoft.AspNetCore.WebUtilities.QueryStringEnumerable(request.QueryString.Value))
        {
            if (pair.DecodeName().Span.SequenceEqual(name))
                values = StringValues.Concat(values, pair.DecodeValue().ToString());
        }

        return values;
    }

    /// <summary>A parameter is text on the wire; its schema says what it stands for.</summary>
    private static JsonDocument AsJson(ContractPlace schema, string text)
    {
        var isNumber = schema.Followed().Text("type") is "integer" or "number"
            && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);
        return isNumber && TryParse(text, out var number) ? number : JsonSerializer.SerializeToDocument(text);
    }

    /// <summary>Numbers that JSON does not have, such as 007, stay text and are refused by their type.</summary>
    private static bool TryParse(string text, out JsonDocument document)
    {
        try
        {
            document = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            document = null!;
            return false;
        }
    }

    private static async Task<IReadOnlyList<string>> BodyAsync(HttpRequest request, ContractCall call)
    {
        if (call.Operation.Body is not { } contract)
            return [];

        if (await ReadAsync(request) is not { } bytes)
            return [call.Violate("body", string.Create(CultureInfo.InvariantCulture, $"has more than {LargestBody} bytes"))];

        // The endpoint reads it again.
        request.Body = bytes;
        if (bytes.Length == 0)
            return contract.Required ? [call.Violate("body", "is required and missing", contract.Schema?.Where ?? "")] : [];

        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var mediaType)
            || !contract.MediaTypes.Contains(mediaType.MediaType.Value, StringComparer.OrdinalIgnoreCase))
        {
            return [call.Violate("header Content-Type", $"must be {string.Join(" or ", contract.MediaTypes)}")];
        }

        try
        {
            using var json = JsonDocument.Parse(bytes.ToArray(), Rfc8259);
            return contract.Schema is not { } schema ? []
                : [.. SchemaCheck.Strict.Check(schema, json.RootElement).Select(fault => call.Violate($"body#{fault.Pointer}", fault.Message, fault.Rule))];
        }
        catch (JsonException error)
        {
            var line = (error.LineNumber ?? 0) + 1;
            var column = (error.BytePositionInLine ?? 0) + 1;
            return [call.Violate("body", string.Create(CultureInfo.InvariantCulture, $"is no JSON text; it goes wrong in line {line}, byte {column}"))];
        }
    }

    /// <returns>The body; null when it is too large. It is read to its end either way, since a sender that is cut off sees no answer.</returns>
    private static async Task<MemoryStream?> ReadAsync(HttpRequest request)
    {
        var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        var isTooLarge = false;
        int count;
        while ((count = await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted)) > 0)
        {
            isTooLarge |= body.Length + count > LargestBody;
            if (!isTooLarge)
                body.Write(buffer, 0, count);
        }

        body.Position = 0;
        return isTooLarge ? null : body;
    }
}
