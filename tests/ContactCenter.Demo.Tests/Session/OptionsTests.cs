using ContactCenter.Messaging;

namespace ContactCenter.Demo.Tests.Session;

public sealed class OptionsTests
{
    /// <summary>One change that makes good options wrong, and what the error says.</summary>
    public static TheoryData<string, Action<ContactCenterOptions>, string> Wrong { get; } = new()
    {
        { "no key", static o => o.AppKey = "", "AppKey is missing" },
        { "a key that is no header", static o => o.AppKey = "k\n", "printable ASCII" },
        { "no secret", static o => o.AppSecret = " ", "AppSecret is missing" },
        { "no user", static o => o.UserId = "", "UserId is missing" },
        // T10: it could sign in, and then not send.
        { "a user of 25 characters", static o => o.UserId = new('u', 25), "UserId must be 1 to 24 characters; it has 25" },
        { "no name", static o => o.UserName = null!, "UserName is missing" },
        { "no channel", static o => o.ChannelId = "", "ChannelId is missing" },
        { "no language", static o => o.Locale = Locale.Unknown, "Locale must be" },
        { "no lifetime", static o => o.TokenLifetime = TimeSpan.Zero, "TokenLifetime must be 00:00:01 to 01:00:00 in whole seconds; it is 00:00:00" },
        { "half a second", static o => o.TokenLifetime = TimeSpan.FromSeconds(1.5), "whole seconds" },
        { "more than an hour", static o => o.TokenLifetime = TimeSpan.FromSeconds(3601), "it is 01:00:01" },
        { "no absolute address", static o => o.BaseAddress = new("contact", UriKind.Relative), "BaseAddress must be an absolute http or https URL" },
        { "a query", static o => o.BaseAddress = new("https://contact.example/?a=b"), "BaseAddress must have no query" },
        { "no clock", static o => o.TimeProvider = null!, "TimeProvider is null" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Wrong_options_fail_where_the_session_is_built(string what, Action<ContactCenterOptions> spoil, string message)
    {
        var options = Good();
        spoil(options);
        var error = Assert.Throws<ArgumentException>(() => ContactCenterSession.Create(options));
        Assert.True(error.Message.Contains(message, StringComparison.Ordinal), $"{what}: {error.Message}");
    }

    [Theory]
    [InlineData(1, 24)]
    [InlineData(3600, 1)]
    public async Task The_limits_themselves_are_allowed(int seconds, int userIdLength)
    {
        var options = Good();
        (options.TokenLifetime, options.UserId) = (TimeSpan.FromSeconds(seconds), new('u', userIdLength));
        await using var session = ContactCenterSession.Create(options);
        Assert.NotNull(session.Messaging);
    }

    private static ContactCenterOptions Good() => new() { AppKey = "key", AppSecret = "secret", UserId = "user", UserName = "name", ChannelId = "channel" };
}
