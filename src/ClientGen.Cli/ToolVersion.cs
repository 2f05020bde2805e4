using System.Reflection;
using ClientGen.Emitter;

namespace ClientGen.Cli;

/// <summary>The version that generated code carries; that of the emitter, as in the compiler.</summary>
internal static class ToolVersion
{
    /// <summary>The version without the commit behind it.</summary>
    public static string Text { get; } =
        typeof(ContractEmitter).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0.0.0";
}
