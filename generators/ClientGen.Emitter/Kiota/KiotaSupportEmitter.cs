using ClientGen.Emitter.Writing;

namespace ClientGen.Emitter.Kiota;

/// <summary>
/// Prints the helpers that models and clients share: internal to the consuming compilation, since our runtime must not depend on Kiota.
/// They are C# files of this folder, embedded as they are.
/// </summary>
public static class KiotaSupportEmitter
{
    private static readonly string[] Files = ["KiotaJson", "KiotaMembers", "KiotaTransport", "KiotaUntyped"];

    /// <summary>The files of the helpers.</summary>
    /// <param name="options">What the consuming compilation offers.</param>
    public static IEnumerable<GeneratedFile> Emit(EmitOptions options) => Files.Select(name => new GeneratedFile($"ClientGen.{name}.g.cs", Text(name, options)));

    private static string Text(string name, EmitOptions options)
    {
        using var stream = typeof(KiotaSupportEmitter).Assembly.GetManifestResourceStream($"ClientGen.Emitter.Kiota.{name}.cs")
            ?? throw new InvalidOperationException($"{name} is not embedded.");
        using var reader = new StreamReader(stream);
        var text = reader.ReadToEnd().Replace("\r\n", "\n").Replace("[GeneratedCode]", GeneratedText.Attribute(options.Version));
        return options.KiotaHttp ? "#define CLIENTGEN_KIOTA_HTTP\n" + text : text;
    }
}
