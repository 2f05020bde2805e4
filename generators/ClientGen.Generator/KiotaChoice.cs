using ClientGen.Emitter;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ClientGen.Generator;

/// <summary>Whether generated code serves Kiota as well: where its abstractions are referenced and the project does not decline.</summary>
internal static class KiotaChoice
{
    private const string Property = "build_property.ClientGenKiota";

    private const string Adapter = "Microsoft.Kiota.Abstractions.IRequestAdapter";

    /// <summary>Whether the project leaves the choice to its references.</summary>
    public static bool IsWanted(AnalyzerConfigOptionsProvider options) =>
        !options.GlobalOptions.TryGetValue(Property, out var wanted) || !wanted.Trim().Equals("false", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the compilation can use Kiota's request adapter, whatever assembly it comes from.</summary>
    public static bool Has(Compilation compilation) =>
        compilation.GetTypesByMetadataName(Adapter).Any(found => compilation.IsSymbolAccessibleWithin(found, compilation.Assembly));

    /// <summary>The options with that choice.</summary>
    public static EmitOptions Apply(EmitOptions options, bool kiota) => options with { Kiota = kiota, KiotaHttp = kiota && options.KiotaHttp };
}
