namespace ClientGen;

/// <summary>
/// Credentials that are obtained by signing in and kept fresh: ahead of their end, and when a server calls them stale.
/// All calls of a moment share one sign-in; a caller that gives up does not disturb the others.
/// </summary>
public sealed class RenewingCredentials : CredentialSource
{
    // A sign-in that failed ahead of time is not tried again with every call while the old credentials still work.
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(5);

    // Set while our sign-in runs: it must not wait for itself.
    private static readonly AsyncLocal<RenewingCredentials?> SigningIn = new();

    private readonly Func<CancellationToken, ValueTask<IReadOnlyDictionary<string, Credential>>> _signIn;
    private readonly KeyValuePair<string, Credential>[] _fixed;
    private readonly TimeSpan _renewAhead;
    private readonly TimeSpan _deadline;
    private readonly TimeProvider _clock;
    private readonly Lock _gate = new();
    private State? _state;
    private TaskCompletionSource<CredentialSet>? _flight;

    /// <summary>Makes the source. The first call signs in.</summary>
    /// <param name="signIn">Obtains all credentials, in whatever order the contract wants; called by one caller at a time.</param>
    /// <param name="options"><c>null</c> for the defaults; read now.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public RenewingCredentials(
        Func<CancellationToken, ValueTask<IReadOnlyDictionary<string, Credential>>> signIn, RenewalOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(signIn);
        options ??= new();
        options.Validate();
        _signIn = signIn;
        _fixed = [.. options.Fixed.Select(static pair => KeyValuePair.Create(pair.Key, new Credential(pair.Value)))];
        _renewAhead = options.RenewAhead;
        _deadline = options.SignInDeadline;
        _clock = options.TimeProvider;
    }

    /// <inheritdoc/>
    /// <remarks>Credentials near their end are renewed in the background, while they still work.</remarks>
    /// <exception cref="CredentialException">Signing in failed. The next call tries again.</exception>
    /// <exception cref="InvalidOperationException">The sign-in itself asked for the credentials that it is to obtain.</exception>
    public override ValueTask<CredentialSet> GetAsync(CancellationToken cancellationToken)
    {
        var state = Volatile.Read(ref _state);
        if (state is null)
            return new(JoinAsync(cancellationToken));
        var now = _clock.GetUtcNow();
        if (now < state.RenewAt)
            return new(state.Credentials);
        if (now >= state.ExpiresAt)
            return new(JoinAsync(cancellationToken));
        if (SigningIn.Value != this)
            _ = Join();
        return new(state.Credentials);
    }

    /// <inheritdoc/>
    /// <exception cref="CredentialException">Signing in failed. The next call tries again.</exception>
    /// <exception cref="InvalidOperationException">The sign-in itself asked for the credentials that it is to obtain.</exception>
    public override ValueTask<CredentialSet> RenewAsync(CredentialSet stale, CancellationToken cancellationToken)
    {
        // Somebody has signed in since. (A credential rotated since does not help: another one may be the stale one.)
        var state = Volatile.Read(ref _state);
        return state is not null && state.Credentials.SignIn > stale.SignIn ? new(state.Credentials) : new(JoinAsync(cancellationToken));
    }

    /// <inheritdoc/>
    public override void TakeOver(CredentialSet sentWith, string scheme, Credential credential)
    {
        lock (_gate)
        {
            // An answer to a call from before the last sign-in brings a credential of a session that is over.
            if (_state is not { } state || state.Credentials.SignIn != sentWith.SignIn)
                return;
            if (state.Credentials.Find(scheme)?.Value != credential.Value)
                _state = Fresh(state.Credentials.With(scheme, credential));
        }
    }

    private Task<CredentialSet> JoinAsync(CancellationToken cancellationToken) =>
        SigningIn.Value == this
            ? throw new InvalidOperationException(
                "The sign-in asks for the credentials that it is to obtain. Give its calls other ones: client.With(new CallOptions { Credentials = ... }).")
            : Join().WaitAsync(cancellationToken);

    /// <summary>The sign-in under way, or a new one.</summary>
    private Task<CredentialSet> Join()
    {
        TaskCompletionSource<CredentialSet> flight;
        lock (_gate)
        {
            if (_flight is not null)
                return _flight.Task;
            flight = _flight = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        // It serves everybody, so it takes neither the caller's trace nor its other ambient values along.
        ThreadPool.UnsafeQueueUserWorkItem(
            static start => _ = start.Source.FlyAsync(start.Flight), (Source: this, Flight: flight), preferLocal: false);
        return flight.Task;
    }

    private async Task FlyAsync(TaskCompletionSource<CredentialSet> flight)
    {
        SigningIn.Value = this;
        using var deadline = _clock.CreateCancellationTokenSource(_deadline);
        try
        {
            var obtained = await _signIn(deadline.Token).AsTask().WaitAsync(deadline.Token).ConfigureAwait(false);
            flight.SetResult(Land(obtained));
        }
        catch (Exception e)
        {
            Crash();
            flight.SetException(new CredentialException("", [.. SchemesSoFar()], Describe(e, deadline), e));
            // Nobody may be waiting when a renewal ahead of time fails.
            _ = flight.Task.Exception;
        }
    }

    private CredentialSet Land(IReadOnlyDictionary<string, Credential> obtained)
    {
        lock (_gate)
        {
            var before = _state?.Credentials;
            var credentials = new CredentialSet((before?.Version ?? 0) + 1, (before?.SignIn ?? 0) + 1, [.. _fixed, .. obtained]);
            _state = Fresh(credentials);
            _flight = null;
            return credentials;
        }
    }

    private void Crash()
    {
        lock (_gate)
        {
            _flight = null;
            if (_state is { } state)
                _state = state with { RenewAt = _clock.GetUtcNow() + PauseAfterFailure };
        }
    }

    private IEnumerable<string> SchemesSoFar() =>
        Volatile.Read(ref _state)?.Credentials.Schemes ?? _fixed.Select(static pair => pair.Key);

    private string Describe(Exception error, CancellationTokenSource deadline) =>
        error is OperationCanceledException && deadline.IsCancellationRequested
        ? FormattableString.Invariant($"Signing in did not end within {_deadline.TotalSeconds:0.###} s.")
        : "Signing in failed: " + error.Message;

    private State Fresh(CredentialSet credentials)
    {
        var now = _clock.GetUtcNow();
        var renewAt = DateTimeOffset.MaxValue;
        var expiresAt = DateTimeOffset.MaxValue;
        foreach (var end in credentials.Ends)
        {
            // One that has ended on arrival: the clocks differ, so its end says nothing, and the server will refuse it in time.
            if (end <= now)
                continue;
            var half = (end - now) / 2;
            var renew = end - (half < _renewAhead ? half : _renewAhead);
            renewAt = renew < renewAt ? renew : renewAt;
            expiresAt = end < expiresAt ? end : expiresAt;
        }

        return new(credentials, renewAt, expiresAt);
    }

    private sealed record State(CredentialSet Credentials, DateTimeOffset RenewAt, DateTimeOffset ExpiresAt);
}
