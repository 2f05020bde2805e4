using System.Security.Cryptography;
using System.Text;
using ContactCenter.Simulator.Hosting;
using ContactCenter.Simulator.Messaging;

namespace ContactCenter.Simulator.Fabric;

/// <summary>What a token is worth.</summary>
internal enum TokenStanding
{
    Valid,
    Unknown,
    Expired,
}

/// <summary>The tokens that were issued in one world. Safe to use from several threads.</summary>
internal sealed class TokenBook(World world)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Grant> _access = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Grant> _messaging = new(StringComparer.Ordinal);

    /// <summary>Issues an access token.</summary>
    /// <returns>The token and how long it really lives.</returns>
    public (string Token, TimeSpan Lifetime) IssueAccess(string application, TimeSpan wanted)
    {
        var longest = world.Scenario.Tokens.LongestAccess;
        var lifetime = wanted < longest ? wanted : longest;
        return (Issue(_access, "access", new Grant(application, null, world.Now + lifetime)), lifetime);
    }

    /// <summary>Issues a messaging token for a customer.</summary>
    public string IssueMessaging(string application, Visitor visitor) =>
        Issue(_messaging, "messaging", new Grant(application, visitor, world.Now + world.Scenario.Tokens.Messaging));

    /// <summary>Replaces a messaging token; the old one is unknown from now on.</summary>
    public string Rotate(string token)
    {
        lock (_gate)
        {
            _messaging.Remove(token, out var grant);
            return Issue(_messaging, "messaging", grant! with { ExpiresAt = world.Now + world.Scenario.Tokens.Messaging });
        }
    }

    /// <summary>Ends the lifetime of all tokens.</summary>
    public void ExpireAll()
    {
        lock (_gate)
        {
            foreach (var book in new[] { _access, _messaging })
            {
                foreach (var token in book.Keys.ToArray())
                    book[token] = book[token] with { ExpiresAt = DateTimeOffset.MinValue };
            }
        }
    }

    /// <summary>Looks an access token up.</summary>
    public TokenStanding FindAccess(string token, out Grant? grant) => Find(_access, token, out grant);

    /// <summary>Looks a messaging token up.</summary>
    public TokenStanding FindMessaging(string token, out Grant? grant) => Find(_messaging, token, out grant);

    private TokenStanding Find(Dictionary<string, Grant> book, string token, out Grant? grant)
    {
        lock (_gate)
        {
            return !book.TryGetValue(token, out grant) ? TokenStanding.Unknown
                : grant.ExpiresAt <= world.Now ? TokenStanding.Expired
                : TokenStanding.Valid;
        }
    }

    private string Issue(Dictionary<string, Grant> book, string kind, Grant grant)
    {
        // The same in every run, and nothing that a client could take for anything but opaque text.
        var seed = $"{world.Scenario.Name}/{kind}/{world.NextNumber()}";
        var token = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(seed)))[..40];
        lock (_gate)
            book[token] = grant;
        return token;
    }
}

/// <summary>What a token stands for.</summary>
/// <param name="Application">The application id that signed in.</param>
/// <param name="Visitor">The customer; null for an access token.</param>
/// <param name="ExpiresAt">The first moment at which it is worth nothing.</param>
internal sealed record Grant(string Application, Visitor? Visitor, DateTimeOffset ExpiresAt);
