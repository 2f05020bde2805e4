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

    /// <summary>Credentials that sign in when they are first needed, and again whenever a token has run out.</summary>
    public static RenewingCredentials Credentials(ContactCenterOptions options, HttpMessageInvoker invoker)
    {
        var inputs = Inputs(options);
        // Clients without credentials of their own: the sign-in must not wait for itself.
        var fabric = new FabricClient(invoker, options.Client());
        var messaging = new CcMessagingClient(invoker, options.Client());
        var clock = options.TimeProvider;
        return new(
            async cancellationToken =>
            {
                var access = await fabric.TokenByAkSkAsync(inputs.Lifetime, new() { AppKey = inputs.AppKey, AppSecret = inputs.AppSecret }, cancellationToken).ConfigureAwait(false);
                var signedIn = messaging.With(new()
                {
                    Credentials = new StaticCredentials([new(CcMessagingClient.Schemes.AppKey, inputs.AppKey), new(CcMessagingClient.Schemes.FabricBearer, access.AccessToken)]),
                });
                var session = await signedIn.ApplyTokenAsync(
                    new() { UserId = inputs.UserId, UserName = inputs.UserName, ChannelId = inputs.ChannelId, Locale = options.Locale }, cancellationToken).ConfigureAwait(false);
                var now = clock.GetUtcNow();
                return new Dictionary<string, Credential>
                {
                    [CcMessagingClient.Schemes.FabricBearer] = new(access.AccessToken, now.AddSeconds(access.Expires)),
                    [CcMessagingClient.Schemes.MessagingToken] = new(session.Token!, now + MessagingTokenLifetime),
                };
            },
            new() { TimeProvider = clock, Fixed = { [CcMessagingClient.Schemes.AppKey] = options.AppKey } });
    }

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
