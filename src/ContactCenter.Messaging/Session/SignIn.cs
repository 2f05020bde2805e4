using System.Reflection;
using ClientGen;
using ClientGen.Protocol;
using ContactCenter.Fabric;

namespace ContactCenter.Messaging;

/// <summary>How a session obtains its credentials.</summary>
internal static class SignIn
{
    // T4: the lifetimes are independent, and only the access token's travels in its answer.
    private static readonly TimeSpan MessagingTokenLifetime = TimeSpan.FromSeconds(
        typeof(CcMessagingClient.Schemes).GetField(nameof(CcMessagingClient.Schemes.MessagingToken))!.GetCustomAttribute<TokenLifetimeAttribute>()!.Seconds);

    /// <summary>Credentials that sign in when they are first needed, and again whenever a token has run out: both calls, in the contract's order.</summary>
    public static RenewingCredentials Credentials(ContactCenterOptions options, HttpMessageInvoker invoker)
    {
        var inputs = Inputs(options);
        var clock = options.TimeProvider;
        // Over clients without credentials: the sign-in must not wait for itself.
        var workflows = Workflows(options, new FabricClient(invoker, options.Client()), new CcMessagingClient(invoker, options.Client()));
        return new(
            async cancellationToken =>
            {
                var tokens = await workflows.AuthenticateAsync(inputs, cancellationToken: cancellationToken).ConfigureAwait(false);
                var now = clock.GetUtcNow();
                return new Dictionary<string, Credential>
                {
                    [CcMessagingClient.Schemes.FabricBearer] = new(Need(tokens.AccessToken), now.AddSeconds(tokens.Expires ?? 0)),
                    [CcMessagingClient.Schemes.MessagingToken] = new(Need(tokens.MessagingToken), now + MessagingTokenLifetime),
                };
            },
            new() { TimeProvider = clock, Fixed = { [CcMessagingClient.Schemes.AppKey] = options.AppKey } });
    }

    /// <summary>The contract's workflows over these clients.</summary>
    public static ClickToCallWorkflows Workflows(ContactCenterOptions options, IFabricClient fabric, ICcMessagingClient messaging) =>
        new(fabric, messaging, new() { TimeProvider = options.TimeProvider });

    // The contract lets the answer that reports success leave it out.
    private static string Need(string? token) => string.IsNullOrEmpty(token) ? throw new InvalidOperationException("The answer reports success and holds no token.") : token;

    private static AuthenticateInputs Inputs(ContactCenterOptions options) => new()
    {
        AppKey = options.AppKey,
        AppSecret = options.AppSecret,
        Lifetime = (int)options.TokenLifetime.TotalSeconds,
        UserId = options.UserId,
        UserName = options.UserName,
        ChannelId = options.ChannelId,
        Locale = options.Locale.ToWire(),
    };
}
