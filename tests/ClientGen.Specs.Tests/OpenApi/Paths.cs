using ClientGen.Specs.Tests.Schemas;

namespace ClientGen.Specs.Tests.OpenApi;

/// <summary>Small contracts made of paths.</summary>
internal static class Paths
{
    /// <summary>A contract whose <c>paths</c> are the given YAML; <paramref name="rest"/> stands beside them. Marks are kept.</summary>
    public static string Text(string paths, string rest = "") =>
        "openapi: 3.1.0\ninfo: { title: t, version: '1' }\npaths:\n  " + paths.ReplaceLineEndings("\n  ") + "\n" + rest + "\n";

    /// <summary>What the operations become, one line each.</summary>
    public static string Of(string paths, string rest = "") => OperationText.Of(Contract.BindMarked(Text(paths, rest)).Client.Operations);

    /// <summary>What an operation <c>GET /a</c> with these members becomes, without its method and path.</summary>
    public static string OfGet(string members, string rest = "") => Of($"/a: {{ get: {{ operationId: get, {members} }} }}", rest)["GET /a ".Length..];

    /// <summary>The same for <c>POST</c>.</summary>
    public static string OfPost(string members, string rest = "") => Of($"/a: {{ post: {{ operationId: post, {members} }} }}", rest)["POST /a ".Length..];
}
