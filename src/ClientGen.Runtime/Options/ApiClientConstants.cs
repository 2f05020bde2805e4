namespace ClientGen;

/// <summary>Defaults and limits of <see cref="ApiClientOptions"/>.</summary>
internal static class ApiClientConstants
{
    public const int MaxAnswerBytes = 16 * 1024 * 1024;
    public const int LeastMaxAnswerBytes = 1024;
    public const int MostMaxAnswerBytes = 1024 * 1024 * 1024;
    public const int KeptAnswerBytes = 4096;
    public const int MostKeptAnswerBytes = 1024 * 1024;

    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);
    public static readonly TimeSpan MostDeadline = TimeSpan.FromHours(1);
}
