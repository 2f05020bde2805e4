using Microsoft.CodeAnalysis;

namespace ClientGen.Analyzers;

/// <summary>How descriptors are made, so that all rules have a category of one short list and a page of their own.</summary>
internal static class Rules
{
    /// <summary>Where the pages of the rules are.</summary>
    public const string HelpFolder = "https://github.com/clientgen/clientgen/blob/main/docs/rules/";

    /// <summary>Order of calls and belief in answers: CG1xxx.</summary>
    public const string Preconditions = "ClientGen.Preconditions";

    /// <summary>Events and polling: CG2xxx.</summary>
    public const string Polling = "ClientGen.Polling";

    /// <summary>Time-outs and retries: CG3xxx.</summary>
    public const string Retries = "ClientGen.Retries";

    /// <summary>Credentials and secrets: CG4xxx.</summary>
    public const string Credentials = "ClientGen.Credentials";

    /// <summary>Obligations and states: CG5xxx.</summary>
    public const string Lifecycle = "ClientGen.Lifecycle";

    /// <summary>Values and payloads: CG6xxx.</summary>
    public const string Values = "ClientGen.Values";

    /// <summary>Callbacks and streams: CG7xxx.</summary>
    public const string Streams = "ClientGen.Streams";

    /// <summary>A rule that warns by default.</summary>
    public static DiagnosticDescriptor Warning(string id, string category, string title, string message, string description) =>
        Rule(id, category, title, message, description, DiagnosticSeverity.Warning);

    /// <summary>A rule that informs by default.</summary>
    public static DiagnosticDescriptor Info(string id, string category, string title, string message, string description) =>
        Rule(id, category, title, message, description, DiagnosticSeverity.Info);

    private static DiagnosticDescriptor Rule(string id, string category, string title, string message, string description, DiagnosticSeverity severity) =>
        new(id, title, message, category, severity, isEnabledByDefault: true, description, HelpFolder + id + ".md");
}
