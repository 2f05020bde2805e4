using ClientGen.Cli.Contracts;
using ClientGen.Emitter;

namespace ClientGen.Cli.Generate;

/// <summary>Parts of the generated code that only some projects can compile.</summary>
internal static class Features
{
    /// <summary>As the project's references decide; none without a project.</summary>
    public const string Auto = "auto";

    /// <summary>None of them.</summary>
    public const string None = "none";

    /// <summary>A <c>Map…Callbacks</c> method for each receiver.</summary>
    public const string AspNetCore = "aspnetcore";

    /// <summary>An <c>Add…</c> method for each client.</summary>
    public const string DependencyInjection = "dependency-injection";

    /// <summary>Every word that can be given.</summary>
    public static string[] All { get; } = [Auto, None, AspNetCore, DependencyInjection];

    /// <summary>The emitter's options for what was chosen.</summary>
    public static EmitOptions Choose(IReadOnlyCollection<string> chosen, MsBuildProject? project) => chosen.Contains(Auto)
        ? EmitOptions.ForReferences(project?.References ?? [], ToolVersion.Text)
        : new EmitOptions(chosen.Contains(AspNetCore), chosen.Contains(DependencyInjection), ToolVersion.Text);
}
