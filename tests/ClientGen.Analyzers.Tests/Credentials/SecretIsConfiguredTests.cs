using ClientGen.Analyzers.Tests.Kit;

namespace ClientGen.Analyzers.Tests.Credentials;

public sealed class SecretIsConfiguredTests
{
    [Theory]
    [InlineData("""_ = new ContactCenterOptions { AppKey = "orders", AppSecret = {|CG4005:"a81bc81bdead4e5d"|} };""")]
    [InlineData("""var options = new ContactCenterOptions(); options.AppSecret = {|CG4005:"a81bc81bdead4e5d"|}; _ = options;""")]
    [InlineData("""var options = new ContactCenterOptions(); options.AppSecret ??= {|CG4005:"a81bc81bdead4e5d"|}; _ = options;""")]
    [InlineData("""var secret = "a81bc81bdead4e5d"; _ = new ContactCenterOptions { AppSecret = {|CG4005:secret|} };""")]
    [InlineData("""const string secret = "a81bc81b"; _ = new ContactCenterOptions { AppSecret = {|CG4005:$"{secret}dead4e5d"|} };""")]
    [InlineData("""_ = new ContactCenterOptions { AppSecret = {|CG4005:"a81bc81b" + "dead4e5d"|} };""")]
    [InlineData("""_ = new ContactCenterOptions { AppSecret = Environment.GetEnvironmentVariable("SECRET") ?? {|CG4005:"a81bc81bdead4e5d"|} };""")]
    [InlineData("""_ = new ContactCenterOptions { AppSecret = ct.CanBeCanceled ? {|CG4005:"a81bc81bdead4e5d"|} : Environment.GetEnvironmentVariable("SECRET")! };""")]
    [InlineData("""_ = new AkskOptions { AppKey = "orders", AppSecret = {|CG4005:"a81bc81bdead4e5d"|} };""")]
    [InlineData("""_ = new StaticCredentials("messagingToken", {|CG4005:"a81bc81bdead4e5d"|});""")]
    [InlineData("""_ = new StaticCredentials(new Dictionary<string, string> { ["messagingToken"] = {|CG4005:"a81bc81bdead4e5d"|} });""")]
    [InlineData("""_ = new StaticCredentials(new Dictionary<string, string> { { "messagingToken", {|CG4005:"a81bc81bdead4e5d"|} } });""")]
    [InlineData("""_ = new Credential({|CG4005:"a81bc81bdead4e5d"|}, DateTimeOffset.UtcNow);""")]
    public Task A_secret_in_the_code_is_reported(string body) => Check.Body(body);

    [Theory]
    [InlineData("""private const string Secret = "a81bc81bdead4e5d"; public AkskOptions Make() => new() { AppSecret = {|CG4005:Secret|} };""")]
    [InlineData("""private static readonly string Secret = "a81bc81bdead4e5d"; public AkskOptions Make() => new() { AppSecret = {|CG4005:Secret|} };""")]
    [InlineData("""private static string Secret => "a81bc81bdead4e5d"; public AkskOptions Make() => new() { AppSecret = {|CG4005:Secret|} };""")]
    [InlineData("""[Secret] public string Key { get; set; } = {|CG4005:"a81bc81bdead4e5d"|};""")]
    [InlineData("""public sealed record Login(string Name, [property: Secret] string Password); public Login Make() => new("ann", {|CG4005:"a81bc81bdead4e5d"|});""")]
    [InlineData("""private static void Use([Secret] string key) => GC.KeepAlive(key); public void Run() => Use({|CG4005:"a81bc81bdead4e5d"|});""")]
    public Task Members_are_followed(string members) => Check.Members(members);

    [Theory]
    [InlineData("""_ = new ContactCenterOptions { AppKey = "a81bc81bdead4e5d", AppSecret = Environment.GetEnvironmentVariable("SECRET")! };""")]
    [InlineData("""_ = new ContactCenterOptions { AppSecret = Environment.GetEnvironmentVariable("SECRET") ?? "" };""")]
    [InlineData("""_ = new ContactCenterOptions { AppSecret = Environment.GetEnvironmentVariable("APP_SECRET_OF_ORDERS") ?? throw new InvalidOperationException("Set APP_SECRET_OF_ORDERS.") };""")]
    [InlineData("""_ = new ContactCenterOptions { AppSecret = await File.ReadAllTextAsync("/run/secrets/contact-center", ct) };""")]
    [InlineData("""_ = new ContactCenterOptions { AppSecret = "" };""")]
    [InlineData("""_ = new ContactCenterOptions { AppSecret = string.Empty };""")]
    [InlineData("""_ = new ContactCenterOptions { AppSecret = "<the secret of the application>" };""")]
    [InlineData("""_ = new ContactCenterOptions { AppSecret = "{secret-from-vault}" };""")]
    [InlineData("""_ = new ContactCenterOptions { AppSecret = "${APP_SECRET_VALUE}" };""")]
    [InlineData("""_ = new ContactCenterOptions { AppSecret = "%APP_SECRET_VALUE%" };""")]
    [InlineData("""_ = new ContactCenterOptions { AppSecret = "xxxxxxxxxxxx" };""")]
    [InlineData("""_ = new ContactCenterOptions { AppSecret = "************" };""")]
    [InlineData("""_ = new ContactCenterOptions { AppSecret = "changeme" };""")]
    [InlineData("""_ = new ContactCenterOptions { AppSecret = "change-me-please" };""")]
    [InlineData("""_ = new ContactCenterOptions { AppSecret = "your-app-secret" };""")]
    [InlineData("""_ = new ContactCenterOptions { AppSecret = "test-secret-1234" };""")]
    [InlineData("""_ = new ContactCenterOptions { AppSecret = "short" };""")]
    [InlineData("""var secret = "a81bc81bdead4e5d"; secret = Environment.GetEnvironmentVariable("SECRET")!; _ = new ContactCenterOptions { AppSecret = secret };""")]
    [InlineData("""var prefix = "application-secret-"; _ = new ContactCenterOptions { AppSecret = prefix + Environment.GetEnvironmentVariable("SECRET") };""")]
    [InlineData("""_ = new ContactCenterOptions { AppSecret = $"application-secret-{Guid.NewGuid()}" };""")]
    [InlineData("""var options = new ContactCenterOptions(); Console.WriteLine(options.AppSecret == "a81bc81bdead4e5d"); Console.WriteLine(nameof(options.AppSecret));""")]
    [InlineData("""_ = new CallVerifyRequest { DisplayNbr = "+861012345678", CalleeNbr = "+861012345679", LanguageType = (LanguageType)2, PreTone = "tone.wav", VerifyCode = "12345678" };""")]
    [InlineData("""_ = new StaticCredentials(new Dictionary<string, string> { ["messagingTokenOfTheSession"] = Environment.GetEnvironmentVariable("TOKEN")! });""")]
    [InlineData("""_ = new StaticCredentials("messagingTokenOfTheSession", Environment.GetEnvironmentVariable("TOKEN")!);""")]
    public Task What_comes_from_elsewhere_is_fine(string body) => Check.Body(body);

    [Theory]
    [InlineData("""private readonly string _secret = "not known yet"; public Integrator(string secret, ICcMessagingClient c) : this(c, null!, null!) => _secret = secret; public AkskOptions Make() => new() { AppSecret = _secret };""")]
    [InlineData("""private string _secret = "a81bc81bdead4e5d"; public void Set(string secret) => _secret = secret; public AkskOptions Make() => new() { AppSecret = _secret };""")]
    [InlineData("""private const string Key = "ContactCenter:AppSecret"; public AkskOptions Make(IReadOnlyDictionary<string, string> configuration) => new() { AppSecret = configuration[Key] };""")]
    [InlineData("""public AkskOptions Make(string secret) => new() { AppSecret = secret }; public string Show(AkskOptions options) => options.AppSecret.Length > 0 ? "configured, thank you" : "missing, configure it";""")]
    [InlineData("""public string SecretName { get; set; } = "a81bc81bdead4e5d"; public string Password { get; set; } = "a81bc81bdead4e5d";""")]
    public Task Members_without_a_constant_secret_are_fine(string members) => Check.Members(members);

    [Fact]
    public Task Test_projects_are_left_alone() => Check.Body(
        """_ = new AkskOptions { AppSecret = "a81bc81bdead4e5d" };""", ("build_property.IsTestProject", "true"));

    [Theory]
    [InlineData("_ = new AkskOptions { AppSecret = {|CG4005:\"a81bc81bdead4e5d\"|} };", "_ = new AkskOptions { AppSecret = settings[\"AppSecret\"] ?? throw new InvalidOperationException(\"AppSecret is not configured.\") };")]
    [InlineData("_ = new AkskOptions { AppSecret = Environment.GetEnvironmentVariable(\"SECRET\") ?? {|CG4005:\"a81bc81bdead4e5d\"|} };", "_ = new AkskOptions { AppSecret = Environment.GetEnvironmentVariable(\"SECRET\") ?? settings[\"AppSecret\"] ?? throw new InvalidOperationException(\"AppSecret is not configured.\") };")]
    [InlineData("var secret = \"a81bc81bdead4e5d\"; // of the application\n_ = new AkskOptions { AppSecret = {|CG4005:secret|} };", "var secret = settings[\"AppSecret\"] ?? throw new InvalidOperationException(\"AppSecret is not configured.\"); // of the application\n_ = new AkskOptions { AppSecret = secret };")]
    [InlineData("_ = (new Credential({|CG4005:\"a81bc81bdead4e5d\"|}), new Credential({|CG4005:\"b81bc81bdead4e5d\"|}));", "_ = (new Credential(settings[\"Credential\"] ?? throw new InvalidOperationException(\"Credential is not configured.\")), new Credential(settings[\"Credential\"] ?? throw new InvalidOperationException(\"Credential is not configured.\")));")]
    public Task The_configuration_in_scope_is_read(string before, string after) => CheckFix.Members(
        $"public void Run(Microsoft.Extensions.Configuration.IConfiguration settings)\n{{\n{before}\n}}",
        $"public void Run(Microsoft.Extensions.Configuration.IConfiguration settings)\n{{\n{after}\n}}");

    [Fact]
    public Task The_configuration_of_a_builder_is_read() => CheckFix.Program(
        """
        using ContactCenter.Rtc;
        using Microsoft.AspNetCore.Builder;

        var builder = WebApplication.CreateBuilder(args);
        _ = new AkskOptions { AppSecret = {|CG4005:"a81bc81bdead4e5d"|} };
        """,
        """
        using ContactCenter.Rtc;
        using Microsoft.AspNetCore.Builder;

        var builder = WebApplication.CreateBuilder(args);
        _ = new AkskOptions { AppSecret = builder.Configuration["AppSecret"] ?? throw new InvalidOperationException("AppSecret is not configured.") };
        """);

    [Theory]
    [InlineData("""public AkskOptions Make() => new() { AppSecret = {|CG4005:"a81bc81bdead4e5d"|} };""")]
    [InlineData("""private readonly Microsoft.Extensions.Configuration.IConfiguration? _settings; public static AkskOptions Make() => new() { AppSecret = {|CG4005:"a81bc81bdead4e5d"|} }; public object? Settings => _settings;""")]
    public Task Without_a_configuration_nothing_is_offered(string members) => CheckFix.IsNotOffered(Check.Class(members));
}
