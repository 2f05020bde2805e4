using ClientGen;
using ClientGen.Protocol;
using Microsoft.Extensions.Logging;

namespace ContactCenter.Messaging;

/// <summary>Who signs in to the contact center, and where. Read once, when the session is built.</summary>
public sealed class ContactCenterOptions
{
    /// <summary>The domain of the contact center, which issues the tokens and takes the calls.</summary>
    /// <value>An absolute http or https URL without query. Default <c>null</c>: the contract's server.</value>
    public Uri? BaseAddress { get; set; }

    /// <summary>The application id that the contact center has issued.</summary>
    /// <value>Not empty; printable ASCII, since it travels in a header.</value>
    public string AppKey { get; set; } = "";

    /// <summary>The secret of the application.</summary>
    /// <value>Not empty.</value>
    [Secret]
    public string AppSecret { get; set; } = "";

    /// <summary>The customer, by an id of one's own choice.</summary>
    /// <value>1 to 24 characters. Longer ids could sign in, but every message from them would be refused.</value>
    public string UserId { get; set; } = "";

    /// <summary>The name that agents see.</summary>
    /// <value>Not empty.</value>
    public string UserName { get; set; } = "";

    /// <summary>The channel, by its configuration id in the console.</summary>
    /// <value>Not empty.</value>
    public string ChannelId { get; set; } = "";

    /// <summary>The language of the session.</summary>
    /// <value>A language that the contract names. Default <see cref="Messaging.Locale.En"/>.</value>
    public Locale Locale { get; set; } = Locale.En;

    /// <summary>How long an access token shall live before it is renewed.</summary>
    /// <value>1 second to 1 hour, in whole seconds. Default 10 minutes.</value>
    public TimeSpan TokenLifetime { get; set; } = ContactCenterConstants.TokenLifetime;

    /// <summary>The clock of deadlines, pauses and expiry.</summary>
    /// <value>Default <see cref="TimeProvider.System"/>.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Where log lines go. They never hold secrets or personal data.</summary>
    /// <value>Default <c>null</c>: nowhere.</value>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>Checks every option.</summary>
    /// <exception cref="ArgumentException">An option is missing or out of its range; the message names it, what it allows and what it was.</exception>
    public void Validate()
    {
        // What all clients check as well, so that the session's error comes before theirs.
        Client().Validate();
        Text(AppKey, nameof(AppKey));
        if (AppKey.Any(static c => c is < ' ' or > '~'))
            throw new ArgumentException($"{nameof(AppKey)} travels in a header and must be printable ASCII.", nameof(AppKey));
        Text(AppSecret, nameof(AppSecret));
        Text(UserId, nameof(UserId));
        if (UserId.Length > ContactCenterConstants.LongestUserId)
        {
            throw new ArgumentException(
                $"{nameof(UserId)} must be 1 to {ContactCenterConstants.LongestUserId} characters; it has {UserId.Length}. Longer ids sign in and then cannot send.", nameof(UserId));
        }

        Text(UserName, nameof(UserName));
        Text(ChannelId, nameof(ChannelId));
        if (!Locale.IsKnown())
            throw new ArgumentException($"{nameof(Locale)} must be a language that the contract names; it is {(int)Locale}.", nameof(Locale));
        if (TokenLifetime < ContactCenterConstants.ShortestTokenLifetime || TokenLifetime > ContactCenterConstants.LongestTokenLifetime
            || TokenLifetime.Ticks % TimeSpan.TicksPerSecond != 0)
        {
            throw new ArgumentException(
                $"{nameof(TokenLifetime)} must be {ContactCenterConstants.ShortestTokenLifetime:c} to {ContactCenterConstants.LongestTokenLifetime:c} in whole seconds; it is {TokenLifetime:c}.",
                nameof(TokenLifetime));
        }
    }

    /// <summary>The settings of a client of this session.</summary>
    internal ApiClientOptions Client(CredentialSource? credentials = null) =>
        new() { BaseAddress = BaseAddress, Credentials = credentials, TimeProvider = TimeProvider, LoggerFactory = LoggerFactory };

    private static void Text(string value, string option)
    {
        if (string.IsNullOrWhiteSpace(value))
            throw new ArgumentException($"{option} is missing.", option);
    }
}
