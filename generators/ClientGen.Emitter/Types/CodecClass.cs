using ClientGen.Emitter.Writing;

namespace ClientGen.Emitter.Types;

/// <summary>The frame of every codec class.</summary>
internal static class CodecClass
{
    /// <summary>Opens the class of a type.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="scope">The file's types.</param>
    /// <param name="name">The type's name in the model.</param>
    /// <param name="type">The type as fully qualified C#.</param>
    /// <param name="fields">Fields of the class; they come after <c>Instance</c>, on which codecs of other types may depend meanwhile.</param>
    public static SourceWriter.Scope Open(SourceWriter writer, EmitScope scope, string name, string type, IEnumerable<string>? fields = null)
    {
        var codec = CodecExpression.ClassName(name);
        var block = writer.Block($"{scope.CodecAttributes} public sealed class {codec} : JsonCodec<{type}>");
        writer.Line($"public static readonly {codec} Instance = new();");
        foreach (var field in fields ?? [])
            writer.Line(field);
        writer.Line();
        return block;
    }
}
