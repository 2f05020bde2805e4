using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace ContactCenter.NSwag.Tests;

/// <summary>A request as it arrived.</summary>
internal sealed record Arrival(string Method, string Path, IReadOnlyDictionary<string, string> Parameters, byte[] Body)
{
    /// <summary>Keeps what a request says.</summary>
    public static async Task<Arrival> OfAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        var parameters = request.Query.Concat(request.Headers).ToDictionary(static pair => Canonical.Name(pair.Key), static pair => pair.Value.ToString());
        return new(request.Method, request.Path, parameters, body.ToArray());
    }

    /// <summary>The argument of our method, read by our types: the body by its codec, other parameters from query and headers.</summary>
    public object? Read(ParameterInfo parameter)
    {
        if (parameter.Name == "body")
            return JsonSerializer.Deserialize(Body, parameter.ParameterType);
        if (!Parameters.TryGetValue(Canonical.Name(parameter.Name!), out var text))
            return null;
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        return type.IsEnum
            ? Enum.GetValues(type).Cast<Enum>().Single(value => Canonical.OfEnum(value) == text)
            : Convert.ChangeType(text, type, CultureInfo.InvariantCulture);
    }
}
