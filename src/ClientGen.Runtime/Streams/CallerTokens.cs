namespace ClientGen.Streams;

/// <summary>The token given to the method and the one given to the enumeration.</summary>
internal sealed class CallerTokens : IDisposable
{
    private readonly CancellationToken _method;
    private readonly CancellationToken _enumeration;
    private readonly CancellationTokenSource? _both;

    public CallerTokens(CancellationToken method, CancellationToken enumeration)
    {
        _method = method;
        _enumeration = enumeration;
        if (method.CanBeCanceled && enumeration.CanBeCanceled && method != enumeration)
            _both = CancellationTokenSource.CreateLinkedTokenSource(method, enumeration);
        Token = _both?.Token ?? (enumeration.CanBeCanceled ? enumeration : method);
    }

    /// <summary>Cancelled when either is.</summary>
    public CancellationToken Token { get; }

    /// <summary>The cancellation as the caller knows it: with the caller's own token.</summary>
    public OperationCanceledException Cancelled(Exception inner) =>
        new(inner.Message, inner, _method.IsCancellationRequested ? _method : _enumeration);

    public void Dispose() => _both?.Dispose();
}
