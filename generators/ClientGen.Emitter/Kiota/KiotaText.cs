using ClientGen.Emitter.Writing;

namespace ClientGen.Emitter.Kiota;

/// <summary>What every file for Kiota begins with.</summary>
internal static class KiotaText
{
    public static SourceWriter Begin(string @namespace)
    {
        var writer = GeneratedText.Begin();
        // 436: an assembly that lets this one see its internals may have the same helpers.
        writer.Line("#pragma warning disable 436");
        writer.Line();
        writer.Line($"namespace {CSharp.QualifiedName(@namespace)};");
        writer.Line();
        return writer;
    }
}
