using ClientGen.Emitter.Writing;

namespace ClientGen.Emitter.Types;

/// <summary>How generated code at some place calls types.</summary>
/// <param name="Contract">What stands before generated types.</param>
/// <param name="Codec">What stands before codec classes.</param>
/// <param name="System">What stands before types of <c>System</c>.</param>
/// <param name="Collections">What stands before generic collections.</param>
/// <param name="Json">What stands before types of <c>System.Text.Json</c>.</param>
/// <param name="Codecs">What stands before <c>Codecs</c>.</param>
internal sealed record NameStyle(string Contract, string Codec, string System, string Collections, string Json, string Codecs)
{
    /// <summary>
    /// Inside the namespace of the codecs, with its using directives. Generated types there all end in <c>Json</c>, so none can hide
    /// the short names.
    /// </summary>
    public static readonly NameStyle Short = new("Contract.", "", "", "", "", "");

    /// <summary>Everywhere: names that nothing can hide.</summary>
    /// <param name="namespace">The contract's namespace; empty for short names of generated types.</param>
    public static NameStyle Full(string @namespace)
    {
        var contract = @namespace.Length == 0 ? "" : $"global::{CSharp.QualifiedName(@namespace)}.";
        return new(
            contract, contract + "Serialization.", "global::System.", "global::System.Collections.Generic.", "global::System.Text.Json.", "global::ClientGen.Json.");
    }

    /// <summary>The directives that <see cref="Short"/> needs.</summary>
    /// <param name="namespace">The contract's namespace.</param>
    public static IEnumerable<string> Usings(string @namespace)
    {
        yield return "using global::System; using global::System.CodeDom.Compiler; using global::System.Collections.Generic; using global::System.ComponentModel;";
        yield return $"using global::System.Text.Json; using global::ClientGen.Json; using Contract = global::{CSharp.QualifiedName(@namespace)};";
    }
}
