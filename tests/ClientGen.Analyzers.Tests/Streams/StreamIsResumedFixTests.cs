using ClientGen.Analyzers.Tests.Kit;

namespace ClientGen.Analyzers.Tests.Streams;

public sealed class StreamIsResumedFixTests
{
    private const string Read = "\npublic async Task ReadAsync(CancellationToken ct) { await foreach (var e in video.EventsAsync(ct)) Console.WriteLine(e); }";

    [Theory]
    [InlineData(
        "public StreamOptions Options { get; } = new() { MaxReconnectAttempts = {|CG7002:0|} };",
        "public StreamOptions Options { get; } = new() { };")]
    [InlineData(
        "public StreamOptions Options { get; } = new() { MaxReconnectAttempts = {|CG7002:0|}, LongestDelay = TimeSpan.FromSeconds(5) };",
        "public StreamOptions Options { get; } = new() { LongestDelay = TimeSpan.FromSeconds(5) };")]
    [InlineData(
        "public StreamOptions Options { get; } = new() { LongestDelay = TimeSpan.FromSeconds(5), MaxReconnectAttempts = {|CG7002:0|} };",
        "public StreamOptions Options { get; } = new() { LongestDelay = TimeSpan.FromSeconds(5) };")]
    [InlineData(
        "public void Configure(ApiClientOptions options)\n{\n    // Once is enough.\n    options.Streams.MaxReconnectAttempts = {|CG7002:0|};\n    Console.WriteLine(options);\n}",
        "public void Configure(ApiClientOptions options)\n{\n    // Once is enough.\n    Console.WriteLine(options);\n}")]
    [InlineData(
        "public void Configure(ApiClientOptions options)\n{\n    Console.WriteLine(options);\n    // Once is enough.\n    options.Streams.MaxReconnectAttempts = {|CG7002:0|};\n}",
        "public void Configure(ApiClientOptions options)\n{\n    Console.WriteLine(options);\n    // Once is enough.\n}")]
    public Task The_setting_goes(string before, string after) => CheckFix.Members(before + Read, after + Read);

    [Theory]
    [InlineData("public void Configure(ApiClientOptions options) => options.Streams.MaxReconnectAttempts = {|CG7002:0|};")]
    [InlineData("public void Configure(ApiClientOptions options, bool isOnce) { if (isOnce) options.Streams.MaxReconnectAttempts = {|CG7002:0|}; }")]
    public Task Where_nothing_would_be_left_it_is_not_offered(string members) => CheckFix.IsNotOffered(Check.Class(members + Read));
}
