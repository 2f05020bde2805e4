using ContactCenter.Fabric;
using ContactCenter.Messaging;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ContactCenter.Demo.Tests.Session;

public sealed class RegistrationTests
{
    [Fact]
    public async Task Everybody_gets_the_clients_of_one_session()
    {
        await using var simulated = await Simulated.PlayAsync("everyday");
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(simulated.Clock);
        services.AddContactCenter(options =>
        {
            (options.BaseAddress, options.AppKey, options.AppSecret) = (simulated.Host.Url, "example-app-key", "example-app-secret");
            (options.UserId, options.UserName, options.ChannelId) = ("customer", "A Customer", "channel");
        });
        await using var provider = services.BuildServiceProvider();

        var client = provider.GetRequiredService<ICcMessagingClient>();
        await client.CheckClickToCallSupportAsync(Channel.WEB, TestContext.Current.CancellationToken);
        Assert.Equal(1, simulated.SignIns);
        var session = provider.GetRequiredService<ContactCenterSession>();
        Assert.Same(session.Messaging, client);
        Assert.Same(session.Fabric, provider.GetRequiredService<IFabricClient>());
        Assert.Same(session.Workflows, provider.GetRequiredService<ClickToCallWorkflows>());
        // The virtual clock came from the container: the token ends in its time.
        var credentials = await session.Credentials.GetAsync(TestContext.Current.CancellationToken);
        Assert.Equal(simulated.Clock.GetUtcNow() + TimeSpan.FromMinutes(10), credentials.Find(CcMessagingClient.Schemes.FabricBearer)!.ExpiresAt);
    }

    [Fact]
    public void The_time_out_of_the_http_client_leaves_long_polls_alone()
    {
        using var provider = new ServiceCollection().AddContactCenter(static _ => { }).Services.BuildServiceProvider();
        Assert.Equal(Timeout.InfiniteTimeSpan, provider.GetRequiredService<IHttpClientFactory>().CreateClient("ContactCenter").Timeout);
    }

    [Fact]
    public void Wrong_options_are_told_when_the_application_starts()
    {
        using var provider = new ServiceCollection().AddContactCenter(static options => options.AppKey = "key").Services.BuildServiceProvider();
        var error = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IStartupValidator>().Validate());
        Assert.Contains("AppSecret is missing", error.Message, StringComparison.Ordinal);
    }
}
