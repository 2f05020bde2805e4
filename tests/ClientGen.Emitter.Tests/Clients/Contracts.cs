using System.Runtime.CompilerServices;
using ClientGen.Specs.AsyncApi;
using ClientGen.Specs.Binding;
using ClientGen.Specs.Model;
using ClientGen.Specs.OpenApi;
using ClientGen.Specs.Reading;

namespace ClientGen.Emitter.Tests.Clients;

/// <summary>Contracts as models: invented ones beside the tests, and those of the repository.</summary>
public static class Contracts
{
    public static readonly EmitOptions Options = new(AspNetCore: false, DependencyInjection: false, "1.0.0");

    private static readonly string Folder = Path.Combine(ThisFolder(), "Contracts");

    public static ContractModel Pets => Read(Path.Combine(Folder, "pets.openapi.yaml"), "Pets");

    public static ContractModel Doors => Read(Path.Combine(Folder, "doors.asyncapi.yaml"), "Doors");

    /// <summary>A contract of the repository's own.</summary>
    public static ContractModel Own(string file) => Read(Path.Combine(Folder, "../../../../spec", file), "Own");

    public static ContractModel Read(string path, string @namespace) => Bind(Path.GetFileName(path), File.ReadAllText(path), @namespace);

    public static ContractModel Bind(string name, string text, string @namespace)
    {
        var document = SpecReader.Read(name, text, CancellationToken.None);
        var context = new BindingContext(new SpecSet([document]), document, @namespace, CancellationToken.None);
        return name.Contains(".asyncapi.", StringComparison.Ordinal) ? AsyncApiBinder.Bind(context) : OpenApiBinder.Bind(context);
    }

    private static string ThisFolder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
