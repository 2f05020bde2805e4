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

    /// <summary><c>IParsable</c> models, and clients over an <c>IRequestAdapter</c>.</summary>
    public const string Kiota = "kiota";

    /// <summary>The same where Kiota's HTTP library is there too.</summary>
    public const string KiotaHttp = "kiota-http";

    /// <summary>Every word that can be given.</summary>
    public static string[] All { get; } = [Auto, None, AspNetCore, DependencyInjection, Kiota, KiotaHttp];

    /// <summary>The emitter's options for what was chosen.</summary>
    public static EmitOptions Choose(IReadOnlyCollection<string> chosen, MsBuildProject? project)
    {
        if (!chosen.Contains(Auto))
        {
            return new EmitOptions(chosen.Contains(AspNetCore), chosen.Contains(DependencyInjection), ToolVersion.Text)
            {
                Kiota = chosen.Contains(Kiota) || chosen.Contains(KiotaHttp),
                KiotaHttp = chosen.Contains(KiotaHttp),
            };
        }

        var options = EmitOptions.ForReferences(project?.References ?? [], ToolVersion.Text);
        return project is { DeclinesKiota: true } ? options with { Kiota = false, KiotaHttp = false } : options;
    }
}
