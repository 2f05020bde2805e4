using ClientGen.Emitter.Types;
using ClientGen.Emitter.Writing;

namespace ClientGen.Emitter.Clients;

/// <summary>Where the contract declares something, as an attribute.</summary>
internal static class ContractSource
{
    /// <summary>The attribute; nothing when the place is unknown.</summary>
    /// <param name="source">As <c>file#/json/pointer</c>.</param>
    public static IEnumerable<string> Attribute(string source)
    {
        var hash = source.IndexOf('#');
        if (hash > 0)
            yield return FactText.Attribute("ContractSource", [CSharp.Literal(source.Substring(0, hash)), CSharp.Literal(source.Substring(hash))]);
    }
}
