namespace Benchmarks.Transport;

/// <summary>Where the messaging calls go and what proves the caller. Equal for all peers.</summary>
internal static class MessagingServer
{
    public const string Address = "https://service.example";
    public const string AppKey = "example-app-key";
    public const string AccessToken = "0123456789abcdef0123456789abcdef";
    public const string MessagingToken = "fedcba9876543210fedcba9876543210";

    public static readonly string[] CredentialHeaders = ["Authorization", "x-app-key", "ccmessaging-token"];

    /// <summary>How long a poll may take, in every peer.</summary>
    public static readonly TimeSpan PollDeadline = TimeSpan.FromSeconds(60);

    /// <summary>How long any other call may take, in every peer.</summary>
    public static readonly TimeSpan CallDeadline = TimeSpan.FromSeconds(30);

    /// <summary>A client for code that keeps its own deadlines and writes its own headers.</summary>
    public static HttpClient Bare(HttpMessageHandler handler) => new(handler) { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>A client as one sets it up for code that leaves deadline and credentials to it.</summary>
    public static HttpClient SetUp(HttpMessageHandler handler, TimeSpan deadline)
    {
        var http = new HttpClient(handler) { BaseAddress = new(Address), Timeout = deadline };
        http.DefaultRequestHeaders.Authorization = new("Bearer", AccessToken);
        http.DefaultRequestHeaders.TryAddWithoutValidation("x-app-key", AppKey);
        http.DefaultRequestHeaders.TryAddWithoutValidation("ccmessaging-token", MessagingToken);
        return http;
    }
}
