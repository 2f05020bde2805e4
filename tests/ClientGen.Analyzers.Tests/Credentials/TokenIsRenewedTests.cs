using ClientGen.Analyzers.Tests.Kit;

namespace ClientGen.Analyzers.Tests.Credentials;

/// <summary>CG4004: tokens are not kept longer than they live.</summary>
public sealed class TokenIsRenewedTests
{
    private static string Program(string members) => $$"""
        using ContactCenter.Messaging;
        using Microsoft.Extensions.Caching.Distributed;
        using Microsoft.Extensions.Caching.Memory;

        public sealed class Tokens(ICcMessagingClient client, IMemoryCache cache, IDistributedCache shared, ApplyTokenRequest request)
        {
            private static readonly ICcMessagingClient Client = new CcMessagingClient(new HttpClient());
            private static readonly ApplyTokenRequest Request = new() { UserId = "1", UserName = "n", ChannelId = "c", Locale = Locale.Zh };
            private static string? _token;
            private string? _mine;

            private readonly object _given = (client, cache, shared, request, _token, Client, Request);

            public void Forget() => Console.WriteLine(_mine = null);

            {{members}}
        }
        """;

    [Theory]
    [InlineData("public async Task<string> GetAsync() { {|CG4004:_token|} ??= (await client.ApplyTokenAsync(request)).Token; return _token!; }")]
    [InlineData("public async Task<string> GetAsync() { if (_token is null) { var answer = await client.ApplyTokenAsync(request); {|CG4004:_token|} = answer.Token; } return _token!; }")]
    [InlineData("public async Task<string> GetAsync() { if (string.IsNullOrEmpty(_token)) {|CG4004:_token|} = $\"Bearer {(await client.ApplyTokenAsync(request)).Token}\"; return _token!; }")]
    [InlineData("public static readonly Lazy<Task<string?>> Token = {|CG4004:new(async () => (await Client.ApplyTokenAsync(Request)).Token)|};")]
    [InlineData("public static readonly Lazy<Task<string?>> Token = {|CG4004:new Lazy<Task<string?>>(SignInAsync)|}; private static async Task<string?> SignInAsync() { var answer = await Client.ApplyTokenAsync(Request); return answer.Token; }")]
    [InlineData("public static readonly Task<ApplyTokenResponse> Token = {|CG4004:Client.ApplyTokenAsync(Request)|};")]
    [InlineData("public async Task KeepAsync() { var token = (await client.ApplyTokenAsync(request)).Token; cache.Set(\"token\", token, {|CG4004:TimeSpan.FromHours(2)|}); }")]
    [InlineData("public async Task KeepAsync() { var token = (await client.ApplyTokenAsync(request)).Token; {|CG4004:cache.Set(\"token\", token)|}; }")]
    [InlineData("public async Task KeepAsync() => cache.Set(\"token\", (await client.ApplyTokenAsync(request)).Token, new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = {|CG4004:TimeSpan.FromDays(1)|} });")]
    [InlineData("public Task<string?> GetAsync() => cache.GetOrCreateAsync(\"token\", async entry => { entry.AbsoluteExpirationRelativeToNow = {|CG4004:TimeSpan.FromHours(8)|}; return (await client.ApplyTokenAsync(request)).Token; });")]
    [InlineData("public Task<string?> GetAsync() => {|CG4004:cache.GetOrCreateAsync(\"token\", async entry => (await client.ApplyTokenAsync(request)).Token)|};")]
    [InlineData("public async Task KeepAsync() { var answer = await client.ApplyTokenAsync(request); await shared.SetStringAsync(\"token\", answer.Token!, new DistributedCacheEntryOptions { AbsoluteExpirationRelativeToNow = {|CG4004:TimeSpan.FromMinutes(90)|} }); }")]
    public Task Tokens_that_are_kept_too_long(string members) => Check.Program(Program(members));

    [Theory]
    [InlineData("public async Task<string?> GetAsync() => (await client.ApplyTokenAsync(request)).Token;")]
    [InlineData("public async Task<string> GetAsync() { _mine ??= (await client.ApplyTokenAsync(request)).Token; return _mine!; }")]
    [InlineData("private static DateTimeOffset _ends; public async Task<string> GetAsync() { if (_token is null || DateTimeOffset.UtcNow > _ends) { _token = (await client.ApplyTokenAsync(request)).Token; _ends = DateTimeOffset.UtcNow.AddMinutes(50); } return _token!; }")]
    [InlineData("public async Task SignInAsync() => _token = (await client.ApplyTokenAsync(request)).Token;")]
    [InlineData("public async Task<string> GetAsync() { _token ??= (await client.ApplyTokenAsync(request)).Token; return _token!; } public void Reset() => _token = null;")]
    [InlineData("public async Task KeepAsync() => cache.Set(\"token\", (await client.ApplyTokenAsync(request)).Token, TimeSpan.FromMinutes(50));")]
    [InlineData("public async Task KeepAsync() => cache.Set(\"token\", (await client.ApplyTokenAsync(request)).Token, TimeSpan.FromSeconds(3600));")]
    [InlineData("public async Task KeepAsync(TimeSpan time) => cache.Set(\"token\", (await client.ApplyTokenAsync(request)).Token, time);")]
    [InlineData("public Task<string?> GetAsync() => cache.GetOrCreateAsync(\"token\", async entry => { entry.AbsoluteExpirationRelativeToNow = TimeSpan.FromMinutes(9); return (await client.ApplyTokenAsync(request)).Token; });")]
    [InlineData("public Task<string?> GetAsync() => cache.GetOrCreateAsync(\"token\", async entry => { entry.SetAbsoluteExpiration(TimeSpan.FromMinutes(9)); return (await client.ApplyTokenAsync(request)).Token; });")]
    [InlineData("private static SimpleResultCode? _code; public async Task<bool> TestAsync() { _code ??= (await client.ApplyTokenAsync(request)).ResultCode; return _code == SimpleResultCode.Success; }")]
    [InlineData("public async Task KeepAsync() => cache.Set(\"support\", await client.CheckClickToCallSupportAsync(Channel.WEB), TimeSpan.FromDays(1));")]
    [InlineData("public async Task<string> GetAsync() { _token ??= (await client.ApplyTokenAsync(request)).Token; return _token!; } public static bool IsStale(System.Net.HttpStatusCode status) => status == System.Net.HttpStatusCode.Forbidden;")]
    [InlineData("public async Task<string> GetAsync() { _token ??= (await client.ApplyTokenAsync(request)).Token; return _token!; } public static bool IsStale(ApiException e) => e.Status == 403;")]
    [InlineData("public static CredentialSource Source { get; } = new RenewingCredentials(async ct => new Dictionary<string, Credential> { [\"t\"] = new((await Client.ApplyTokenAsync(Request, ct)).Token!) });")]
    public Task Tokens_that_are_not(string members) => Check.Program(Program(members));
}
