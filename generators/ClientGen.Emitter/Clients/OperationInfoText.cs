using ClientGen.Emitter.Writing;
using ClientGen.Specs.Model;

namespace ClientGen.Emitter.Clients;

/// <summary>Prints what the runtime needs to know of an operation.</summary>
internal static class OperationInfoText
{
    /// <summary>The type of <see cref="Security"/>.</summary>
    public const string SecurityType = "string[][]";

    private const string Info = "global::ClientGen.Http.OperationInfo";

    // What has a property of its own in HttpMethod.
    private static readonly string[] KnownMethods = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE", "CONNECT"];

    /// <summary>The declaration of the field.</summary>
    public static string Of(string id, string method, string path, IEnumerable<string> settings)
    {
        var list = string.Join(", ", settings);
        return $"internal static readonly {Info} Info = new({CSharp.Literal(id)}, {Method(method)}, {CSharp.Literal(path)})"
            + (list.Length == 0 ? ";" : $" {{ {list} }};");
    }

    /// <summary>Initializers of an operation's settings; those with the runtime's default are left out.</summary>
    public static IEnumerable<string> Settings(ClientContext context, OperationModel operation, AnswerPlan answers)
    {
        foreach (var setting in Common(context, operation.Security, operation.RenewOn, operation.Server))
            yield return setting;
        if (operation.DeadlineMilliseconds is { } milliseconds)
            yield return $"DeadlineMilliseconds = {CSharp.Literal(milliseconds)}";
        if (Accept(operation) is { } accept)
            yield return $"Accept = {CSharp.Literal(accept)}";
        if (answers.Form == BodyForm.Binary)
            yield return "StreamsAnswer = true";
    }

    /// <summary>Initializers of a stream's settings.</summary>
    public static IEnumerable<string> Settings(ClientContext context, StreamModel stream) =>
        Common(context, stream.Security, default, stream.Server).Append("Accept = \"text/event-stream\"");

    /// <summary>The alternatives of credentials as an array; null when none are needed.</summary>
    public static string? Security(EquatableArray<EquatableArray<string>> security) => security.IsEmpty
        ? null
        : $"new {SecurityType} {{ {string.Join(", ", security.Select(static set => set.IsEmpty
            ? "global::System.Array.Empty<string>()"
            : $"new string[] {{ {string.Join(", ", set.Select(CSharp.Literal))} }}"))} }}";

    private static IEnumerable<string> Common(
        ClientContext context, EquatableArray<EquatableArray<string>> security, EquatableArray<int> renewOn, string? server)
    {
        if (Security(security) is { } alternatives)
            yield return $"Security = {context.Shared.Refer(context.Names.Shared, alternatives)}";
        if (!renewOn.IsEmpty)
            yield return $"RenewOn = new int[] {{ {string.Join(", ", renewOn.Select(static status => CSharp.Literal(status)))} }}";
        if (server is not null)
            yield return $"Server = {CSharp.Literal(server)}";
    }

    private static string? Accept(OperationModel operation)
    {
        var types = operation.Answers.Select(static a => a.ContentType).OfType<string>().Where(static t => t.Trim().Length > 0).Distinct().ToList();
        return types.Count == 0 ? null : string.Join(", ", types);
    }

    private static string Method(string method)
    {
        var known = Array.IndexOf(KnownMethods, method) >= 0;
        return known
            ? "global::System.Net.Http.HttpMethod." + method[0] + method.Substring(1).ToLowerInvariant()
            : $"new global::System.Net.Http.HttpMethod({CSharp.Literal(method)})";
    }
}
