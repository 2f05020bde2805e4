namespace ClientGen.Emitter;

/// <summary>What the consuming compilation offers, and who generates.</summary>
/// <param name="AspNetCore">Whether it references ASP.NET Core's endpoint routing; receivers then get a <c>Map…Callbacks</c> method.</param>
/// <param name="DependencyInjection">Whether it references dependency injection and <c>IHttpClientFactory</c>; clients then get an <c>Add…</c> method.</param>
/// <param name="Version">The generator's version, written into <c>GeneratedCode</c> attributes.</param>
/// <remarks>Compared by value between compiler runs.</remarks>
public sealed record EmitOptions(bool AspNetCore, bool DependencyInjection, string Version)
{
    /// <summary>Whether it references Kiota's abstractions; models then implement <c>IParsable</c>, and clients are also made over an <c>IRequestAdapter</c>.</summary>
    public bool Kiota { get; init; }

    /// <summary>Whether it references Kiota's HTTP library too, whose retries clients made over an adapter then switch off for their own calls.</summary>
    public bool KiotaHttp { get; init; }

    /// <summary>The options that follow from what a compilation references.</summary>
    /// <param name="assemblies">Simple names of the referenced assemblies.</param>
    /// <param name="version">The generator's version.</param>
    public static EmitOptions ForReferences(IReadOnlyCollection<string> assemblies, string version) => new(
        AspNetCore: assemblies.Contains("Microsoft.AspNetCore.Routing"),
        DependencyInjection: assemblies.Contains("Microsoft.Extensions.Http") && assemblies.Contains("Microsoft.Extensions.DependencyInjection.Abstractions"),
        version)
    {
        Kiota = assemblies.Contains("Microsoft.Kiota.Abstractions"),
        KiotaHttp = assemblies.Contains("Microsoft.Kiota.Http.HttpClientLibrary"),
    };
}
