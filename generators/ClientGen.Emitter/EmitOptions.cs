namespace ClientGen.Emitter;

/// <summary>What the consuming compilation offers, and who generates.</summary>
/// <param name="AspNetCore">Whether it references ASP.NET Core's endpoint routing; receivers then get a <c>Map…Callbacks</c> method.</param>
/// <param name="DependencyInjection">Whether it references dependency injection and <c>IHttpClientFactory</c>; clients then get an <c>Add…</c> method.</param>
/// <param name="Version">The generator's version, written into <c>GeneratedCode</c> attributes.</param>
/// <remarks>Compared by value between compiler runs.</remarks>
public sealed record EmitOptions(bool AspNetCore, bool DependencyInjection, string Version);
