using ContactCenter.Fabric;
using ContactCenter.Messaging;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace SignIn;

/// <summary>Signs in by hand, with the two calls in their order, and lets the client renew by itself.</summary>
public static class SignIn
{
    public static IServiceCollection AddMessaging(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddFabricClient(options => options.BaseAddress = new Uri(configuration["Fabric:Address"]!));
        services.AddCcMessagingClient(options =>
        {
            options.BaseAddress = new Uri(configuration["Messaging:Address"]!);
            options.Deadline = TimeSpan.FromSeconds(20);
        });
        return services.AddSingleton<Session>();
    }
}

/// <summary>A signed-in user.</summary>
public sealed class Session(IFabricClient fabric, ICcMessagingClient messaging, IConfiguration configuration)
{
    public async Task<ICcMessagingClient> OpenAsync(string userId, CancellationToken cancellationToken)
    {
        var key = configuration["App:Key"] ?? throw new InvalidOperationException("There is no App:Key.");
        var token = await fabric.TokenByAkSkAsync(600, new() { AppKey = key, AppSecret = configuration["App:Secret"]! }, cancellationToken);
        var credentials = new Dictionary<string, string>
        {
            [CcMessagingClient.Schemes.AppKey] = key,
            [CcMessagingClient.Schemes.FabricBearer] = token.AccessToken,
        };
        var client = messaging.With(new CallOptions { Credentials = new StaticCredentials(credentials) });
        var answer = await client.ApplyTokenAsync(
            new() { UserId = userId, UserName = userId, ChannelId = configuration["App:Channel"]!, Locale = Locale.En }, cancellationToken);
        credentials[CcMessagingClient.Schemes.MessagingToken] = answer.Token ?? throw new InvalidOperationException("No token came.");
        return messaging.With(new CallOptions { Credentials = new StaticCredentials(credentials) });
    }

    public async Task TalkAsync(string userId, CancellationToken cancellationToken)
    {
        var client = await OpenAsync(userId, cancellationToken);
        var support = await client.CheckClickToCallSupportAsync(Channel.WEB, cancellationToken);
        var isPossible = «support.WebRTCSupported ?? false¦CG1002→support.WebRTCSupported ?? true¦CG1002→true»;
        isPossible &= «support.ClickToCallSupported ?? false¦CG1002→support.ClickToCallSupported ?? true»;
        if («!isPossible¦CG1002,CG1001→isPossible»)
            return;
        await client.CreateClickToCallAsync(new() { Channel = Channel.WEB, MediaAbility = MediaAbility.Voice }, cancellationToken);
        await using var hangUp = new HangUp(client);
        await foreach (var e in client.ClickToCallEventsAsync(Channel.WEB, cancellationToken))
        {
            if (e is CallConnected { Content: { } content })
                Console.WriteLine(content.Domain);
        }
    }

    private sealed record HangUp(ICcMessagingClient Client) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await Client.DropClickToCallAsync(new() { Channel = Channel.WEB });
    }
}
