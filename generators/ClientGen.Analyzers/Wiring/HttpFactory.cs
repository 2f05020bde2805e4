using ClientGen.Analyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ClientGen.Analyzers.Wiring;

/// <summary>HttpClients that <c>IHttpClientFactory</c> makes, by name.</summary>
internal static class HttpFactory
{
    /// <summary>The name of the HttpClient that a call asks a factory for; null when it is no such call, or the name is not known.</summary>
    public static string? NameOf(IInvocationOperation call, Compilation compilation)
    {
        if (call.TargetMethod.Name != "CreateClient" || call.TargetMethod.ContainingType?.Name is not ("IHttpClientFactory" or "HttpClientFactoryExtensions"))
            return null;
        var name = call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Name == "name");
        return name is null ? "" : ConstantValue.Text(name.Value, compilation);
    }

    /// <summary>The mark of a named HttpClient on a trail.</summary>
    public static object Mark(string name) => "HttpClient " + name;
}
