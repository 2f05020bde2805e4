using ClientGen;
using ContactCenter.Fabric;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Messaging;

/// <summary>A customer's session with the contact center: the clients, with both tokens kept fresh behind them.</summary>
/// <remarks>
/// Safe to use from several threads. Nothing is sent until the first call; that one signs in. Tokens are renewed together and in order, ahead of
/// their end and when the server calls one stale, once for all calls of a moment; a token that the server replaces is taken over.
/// </remarks>
public sealed class ContactCenterSession : IAsyncDisposable
{
    private readonly HttpMessageInvoker? _owned;

    /// <summary>Makes a session over an invoker that lives as long as the session needs it.</summary>
    internal ContactCenterSession(ContactCenterOptions options, HttpMessageInvoker invoker, bool owns)
    {
        _owned = owns ? invoker : null;
        Credentials = SignIn.Credentials(options, invoker);
        Fabric = new(invoker, options.Client(Credentials));
        Messaging = new(invoker, options.Client(Credentials));
        Workflows = SignIn.Workflows(options, Fabric, Messaging);
    }

    /// <summary>Text chat, click-to-call and what belongs to them.</summary>
    public CcMessagingClient Messaging { get; }

    /// <summary>The token service. The session uses it by itself.</summary>
    public FabricClient Fabric { get; }

    /// <summary>The contract's sequences of calls, each as one method: sign in, call, chat and call.</summary>
    public ClickToCallWorkflows Workflows { get; }

    /// <summary>Both tokens, kept fresh; for further clients of the same session.</summary>
    public CredentialSource Credentials { get; }

    /// <summary>Makes a session.</summary>
    /// <param name="options">Who signs in, and where; read now.</param>
    /// <param name="handler">Sends the requests; it stays the caller's and must outlive the session. <c>null</c>: a handler of the session's own.</param>
    /// <returns>The session. Nothing has been sent yet.</returns>
    /// <exception cref="ArgumentException">An option is missing or out of its range.</exception>
    public static ContactCenterSession Create(ContactCenterOptions options, HttpMessageHandler? handler = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        // An invoker has no time-out of its own, so the contract's deadlines rule.
        return new(options, new HttpMessageInvoker(handler ?? ConnectionHandler.Create(), disposeHandler: handler is null), owns: true);
    }

    /// <summary>Closes the session's connections; calls that are under way end with an error.</summary>
    /// <returns>A finished task.</returns>
    public ValueTask DisposeAsync()
    {
        _owned?.Dispose();
        return default;
    }
}
