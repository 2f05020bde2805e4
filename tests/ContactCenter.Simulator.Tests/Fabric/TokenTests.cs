using System.Net;
using ContactCenter.Simulator.Scenarios;
using ContactCenter.Simulator.Tests.Support;
using ContactCenter.Simulator.Time;

namespace ContactCenter.Simulator.Tests.Fabric;

public sealed class TokenTests
{
    [Fact]
    public async Task A_token_lives_as_long_as_asked_and_its_values_are_all_strings()
    {
        await using var simulator = await SimulatorHost.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        using var customer = new Customer(simulator);
        var reply = await customer.GetTokenAsync(600);

        Assert.Equal("600", reply.Body!["Expires"]!.GetValue<string>());
        Assert.Equal("1767225600", reply.Body["CreateTime"]!.GetValue<string>());
        Assert.Equal("Bearer", reply["ApplyType"]);
        simulator.AssertKeepsContracts();
    }

    [Fact]
    public async Task More_than_an_hour_breaks_the_contract()
    {
        await using var simulator = await SimulatorHost.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        using var customer = new Customer(simulator);
        var reply = await customer.GetTokenAsync(3601);

        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        Assert.StartsWith("header X-Token-Expire is 3601 and must be at most 3600 (fabric.openapi.yaml(", reply["exceptionInfo"], StringComparison.Ordinal);
        Assert.Equal("header X-Token-Expire", Assert.Single(simulator.Violations).Place);
    }

    [Fact]
    public async Task A_wrong_secret_gets_no_token()
    {
        await using var simulator = await SimulatorHost.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        using var customer = new Customer(simulator);
        var reply = await customer.GetTokenAsync(600, "wrong");

        Assert.Equal(HttpStatusCode.Unauthorized, reply.Status);
        Assert.Equal("0", reply["errorCode"]);
    }

    [Fact]
    public async Task An_expired_access_token_is_answered_with_403_and_the_real_text()
    {
        await using var simulator = await SimulatorHost.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        using var customer = await Customer.SignedInAsync(simulator);
        await ((VirtualClock)simulator.Clock).AdvanceAsync(TimeSpan.FromSeconds(599));
        Assert.Equal(HttpStatusCode.OK, (await customer.CheckSupportAsync()).Status);

        await ((VirtualClock)simulator.Clock).AdvanceAsync(TimeSpan.FromSeconds(1));
        var reply = await customer.CheckSupportAsync();
        Assert.Equal(HttpStatusCode.Forbidden, reply.Status);
        Assert.Equal("auth fail! please apply or refresh the access token from the server!", reply["exceptionInfo"]);
        Assert.Equal("0", reply["errorCode"]);
        simulator.AssertKeepsContracts();
    }

    [Fact]
    public async Task The_messaging_token_has_a_lifetime_of_its_own()
    {
        await using var simulator = await Play.ScenarioAsync(
            new Scenario { Name = "short", Summary = "", Tokens = new() { Messaging = TimeSpan.FromSeconds(30) } });
        using var customer = await Customer.SignedInAsync(simulator);
        await ((VirtualClock)simulator.Clock).AdvanceAsync(TimeSpan.FromSeconds(30));

        Assert.Equal(HttpStatusCode.Forbidden, (await customer.CheckSupportAsync()).Status);
        customer.MessagingToken = (await customer.ApplyTokenAsync())["token"]!;
        Assert.Equal(HttpStatusCode.OK, (await customer.CheckSupportAsync()).Status);
    }

    [Theory]
    [InlineData("", "Bearer T", "M", "x-app-key is missing")]
    [InlineData("other", "Bearer T", "M", "x-app-key names no application")]
    [InlineData("example-app-key", "", "M", "Authorization is missing")]
    [InlineData("example-app-key", "T", "M", "does not begin with Bearer and a space")]
    [InlineData("example-app-key", "Bearer nonsense", "M", "unknown access token")]
    [InlineData("example-app-key", "Bearer T", "", "ccmessaging-token is missing")]
    [InlineData("example-app-key", "Bearer T", "nonsense", "unknown or replaced token")]
    public async Task Missing_or_wrong_credentials_are_answered_with_401(string appKey, string authorization, string messaging, string expected)
    {
        await using var simulator = await SimulatorHost.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        using var customer = await Customer.SignedInAsync(simulator);
        var reply = await customer.SendAsync(HttpMethod.Get, $"{Customer.Calls}/checkClickToCallSupport?channel=WEB", null, request =>
        {
            Add("x-app-key", appKey);
            Add("Authorization", authorization.Replace("T", customer.AccessToken, StringComparison.Ordinal));
            Add("ccmessaging-token", messaging.Replace("M", customer.MessagingToken, StringComparison.Ordinal));
            void Add(string name, string value) => _ = value.Length == 0 || request.Headers.TryAddWithoutValidation(name, value);
        }, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, reply.Status);
        Assert.Contains(expected, reply["exceptionInfo"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rotated_token_replaces_the_old_one()
    {
        await using var simulator = await Play.ScenarioAsync("rotated-token");
        using var customer = await Customer.SignedInAsync(simulator);
        var rotated = (await customer.CheckSupportAsync()).Headers["ccmessaging-token"];
        Assert.Equal(HttpStatusCode.Unauthorized, (await customer.CreateCallAsync()).Status);

        customer.MessagingToken = rotated;
        Assert.Equal("0", (await customer.CreateCallAsync())["resultCode"]);
        simulator.AssertKeepsContracts();
    }
}
