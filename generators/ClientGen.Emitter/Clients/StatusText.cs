namespace ClientGen.Emitter.Clients;

/// <summary>Statuses as a contract writes them: <c>200</c>, <c>4XX</c>, <c>default</c>.</summary>
internal static class StatusText
{
    /// <summary>OpenAPI: an exact status is preferred to a family, and a family to <c>default</c>.</summary>
    public static int Rank(string status) => Exact(status) is not null ? 0 : Family(status) is not null ? 1 : 2;

    /// <summary>As a C# pattern.</summary>
    public static string Pattern(string status) =>
        Exact(status) is { } exact ? Number(exact)
        : Family(status) is { } family ? $">= {family}00 and <= {family}99"
        : "_";

    /// <summary>For people.</summary>
    public static string Say(string status) => Rank(status) == 2 ? "Every other status" : "Status " + status;

    /// <summary>The lowest and highest status; the whole range for <c>default</c>.</summary>
    public static (int From, int To) Range(string status) =>
        Exact(status) is { } exact ? (exact, exact)
        : Family(status) is { } family ? ((family - '0') * 100, (family - '0') * 100 + 99)
        : (100, 599);

    private static int? Exact(string status) => status.Length == 3 && int.TryParse(status, out var number) && number >= 100 ? number : null;

    private static char? Family(string status) =>
        status.Length == 3 && status[0] is >= '1' and <= '5' && status[1] is 'X' or 'x' && status[2] is 'X' or 'x' ? status[0] : null;

    private static string Number(int status) => Writing.CSharp.Literal(status);
}
