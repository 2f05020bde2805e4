using System.Reflection;
using System.Runtime.CompilerServices;
using ClientGen.Emitter;
using ClientGen.Specs.Model;

namespace ClientGen.Emitter.Tests.Clients;

/// <summary>C# of the Companions folder, compiled together with generated code.</summary>
public sealed class Companion
{
    private readonly Type _type;

    private Companion(Type type) => _type = type;

    public static Companion Load(ContractModel contract, string name, EmitOptions? options = null)
    {
        var source = File.ReadAllText(Path.Combine(Folder(), "Companions", name + ".cs"));
        return new(Generated.Of(contract, options, [source]).Load().GetType(name)!);
    }

    /// <summary>Runs a static method that returns text.</summary>
    public Task<string> Run(string method) =>
        (Task<string>)_type.GetMethod(method, BindingFlags.Public | BindingFlags.Static)!.Invoke(null, null)!;

    private static string Folder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
