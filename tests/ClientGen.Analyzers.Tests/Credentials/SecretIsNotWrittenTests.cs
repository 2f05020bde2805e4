using ClientGen.Analyzers.Tests.Kit;

namespace ClientGen.Analyzers.Tests.Credentials;

public sealed class SecretIsNotWrittenTests
{
    [Theory]
    [InlineData("""Console.WriteLine({|CG4006:options.AppSecret|});""")]
    [InlineData("""Console.WriteLine($"secret {{|CG4006:options.AppSecret|}}");""")]
    [InlineData("""Console.Error.WriteLine("secret " + {|CG4006:options.AppSecret|});""")]
    [InlineData("""Console.WriteLine("secret {0} of {1}", {|CG4006:options.AppSecret|}, options.AppKey);""")]
    [InlineData("""System.Diagnostics.Debug.WriteLine({|CG4006:options.AppSecret|});""")]
    [InlineData("""log.LogInformation("secret {Secret}", {|CG4006:options.AppSecret|});""")]
    [InlineData("""log.LogError(new InvalidOperationException("failed"), "secret {Secret} of {Key}", {|CG4006:options.AppSecret|}, options.AppKey);""")]
    [InlineData("""using var scope = log.BeginScope("secret {Secret}", {|CG4006:options.AppSecret|});""")]
    [InlineData("""log.LogInformation("login {@Login}", new { options.AppKey, Secret = {|CG4006:options.AppSecret|} });""")]
    [InlineData("""log.LogInformation("answer {Answer}", {|CG4006:System.Text.Json.JsonSerializer.Serialize(answer)|});""")]
    [InlineData("""log.LogInformation("token {Token}", {|CG4006:answer.Token|});""")]
    [InlineData("""log.LogInformation("token {Token}", {|CG4006:answer.Token|} ?? "none");""")]
    [InlineData("""log.LogInformation("token {Token}", {|CG4006:answer?.Token|});""")]
    [InlineData("""var token = answer.Token; log.LogInformation("token {Token}", {|CG4006:token|});""")]
    [InlineData("""string? token = null; token = answer.Token; Console.WriteLine({|CG4006:token|});""")]
    [InlineData("""if (answer.Token is { } known) Console.WriteLine({|CG4006:known|});""")]
    [InlineData("""if (answer is { Token: { } known }) Console.WriteLine({|CG4006:known|});""")]
    [InlineData("""throw new InvalidOperationException($"{{|CG4006:options.AppSecret|}} was refused");""")]
    [InlineData("""throw new InvalidOperationException(string.Format("{0} was refused", {|CG4006:options.AppSecret|}));""")]
    [InlineData("""_ = new Uri($"https://host/login?secret={Uri.EscapeDataString({|CG4006:options.AppSecret|})}");""")]
    [InlineData("""await http.GetAsync("https://host/login?secret=" + {|CG4006:options.AppSecret|}, ct);""")]
    [InlineData("""var url = $"https://host/login?secret={options.AppSecret}"; await http.GetStringAsync({|CG4006:url|}, ct);""")]
    [InlineData("""_ = new HttpRequestMessage(HttpMethod.Get, "https://host/" + {|CG4006:options.AppSecret|});""")]
    [InlineData("""var uri = new UriBuilder("https://host/") { Query = "secret=" + {|CG4006:options.AppSecret|} }; _ = uri.Uri;""")]
    public Task A_secret_that_is_written_is_reported(string body) => Check.Program("using Microsoft.Extensions.Logging;\n" + Check.Class(Method(body)));

    [Theory]
    [InlineData("""log.LogInformation("key {Key}", options.AppKey);""")]
    [InlineData("""log.LogInformation("options {Options}", options);""")]
    [InlineData("""log.LogInformation("answer {Answer}", answer);""")]
    [InlineData("""log.LogInformation("secret of {Length} characters", options.AppSecret.Length);""")]
    [InlineData("""log.LogInformation("secret {Start}…", options.AppSecret.Substring(0, 2));""")]
    [InlineData("""log.LogInformation("secret {Start}…", options.AppSecret[..2]);""")]
    [InlineData("""log.LogInformation("token of {Length} characters", answer.Token?.Length);""")]
    [InlineData("""log.LogInformation("token {State}", answer.Token is null ? "missing" : "present");""")]
    [InlineData("""log.LogInformation("token {State}", string.IsNullOrEmpty(answer.Token));""")]
    [InlineData("""log.LogInformation("{Name} is missing", nameof(options.AppSecret));""")]
    [InlineData("""log.LogInformation("secret {Hash}", Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(options.AppSecret))));""")]
    [InlineData("""log.LogInformation("secret {Masked}", Mask(options.AppSecret));""")]
    [InlineData("""log.LogInformation("code {Code}", answer.GetHashCode());""")]
    [InlineData("""log.LogInformation("personal {Name}", request.UserName);""")]
    [InlineData("""throw new ArgumentException("The secret is missing.", nameof(options.AppSecret));""")]
    [InlineData("""if (options.AppSecret.Length == 0) throw new InvalidOperationException($"{nameof(options.AppSecret)} is missing.");""")]
    [InlineData("""http.DefaultRequestHeaders.Add("X-Secret", options.AppSecret); await http.GetAsync("https://host/", ct);""")]
    [InlineData("""using var content = new StringContent(System.Text.Json.JsonSerializer.Serialize(answer)); await http.PostAsync("https://host/", content, ct);""")]
    [InlineData("""using var call = new HttpRequestMessage(HttpMethod.Get, "https://host/" + options.AppKey) { Headers = { { "X-Secret", options.AppSecret } } }; await http.SendAsync(call, ct);""")]
    [InlineData("""_ = new Uri($"https://host/login?key={Uri.EscapeDataString(options.AppKey)}");""")]
    [InlineData("""await File.WriteAllTextAsync("answer.txt", "done", ct); Console.WriteLine("done");""")]
    [InlineData("""_ = new StaticCredentials("messagingToken", answer.Token!); Console.WriteLine(answer.ResultDesc);""")]
    [InlineData("""var copy = new AkskOptions { AppSecret = options.AppSecret }; Console.WriteLine(copy.AppKey);""")]
    [InlineData("""Console.WriteLine(System.Text.Json.JsonSerializer.Serialize(new { options.AppKey }));""")]
    public Task What_keeps_the_secret_is_fine(string body) => Check.Program("using Microsoft.Extensions.Logging;\n" + Check.Class(Method(body)));

    private static string Method(string body) => $$"""
        private static string Mask(string text) => new('*', text.Length);

        public async Task RunAsync(ILogger log, HttpClient http, AkskOptions options, ApplyTokenResponse answer, ApplyTokenRequest request, CancellationToken ct)
        {
            await Task.Yield();
            _ = Mask(request.UserId);
            {{body}}
        }
        """;
}
