using System.ComponentModel;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ClientGen.Callbacks;

/// <summary>Receives callbacks: method, size, sender, JSON, repetition, receiver, reply, in this order. Safe to use from many threads.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class CallbackDispatcher
{
    private readonly int _maxBodyBytes;
    private readonly CallbackVerifier? _verifier;
    private readonly bool _allowsUnverified;
    private readonly Uri? _publicAddress;
    private readonly ICallbackStore? _store;
    private readonly Func<RejectedCallback, CancellationToken, ValueTask>? _onRejected;
    private readonly ILogger _logger;

    /// <summary>Makes the dispatcher.</summary>
    /// <param name="name">The receiver's name; log category.</param>
    /// <param name="options">Read now.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public CallbackDispatcher(string name, CallbackOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        _maxBodyBytes = options.MaxBodyBytes;
        _verifier = options.Verifier;
        _allowsUnverified = options.AllowUnverified;
        _publicAddress = options.PublicAddress;
        _store = options.Store;
        _onRejected = options.OnRejected;
        _logger = options.LoggerFactory?.CreateLogger("ClientGen." + name) ?? NullLogger.Instance;
    }

    /// <summary>Receives a callback.</summary>
    /// <param name="rule">What the contract says of it.</param>
    /// <param name="request">The callback.</param>
    /// <param name="receive">The receiver. The callback is acknowledged only after it has returned.</param>
    /// <param name="cancellationToken">Ends the receiving, when the sender has hung up.</param>
    /// <returns>The reply: the contract's, or 400 for bad JSON, 401 for an unproven sender, 405 for a wrong method, 413 for a
    /// body that is too large, 500 when the receiver failed (so that the sender repeats), 503 while the same one is being received.</returns>
    /// <exception cref="OperationCanceledException">The token ended it.</exception>
    public async Task<CallbackReply> HandleAsync(
        CallbackRule rule, CallbackRequest request, Func<CallbackBody, CancellationToken, Task> receive, CancellationToken cancellationToken)
    {
        if (!string.Equals(request.Method, rule.Method, StringComparison.OrdinalIgnoreCase))
            return await RejectAsync(new(rule.Id, 405, $"The contract says {rule.Method}.", default), cancellationToken).ConfigureAwait(false);

        var (bytes, isWhole) = await ReadAsync(request.Body, cancellationToken).ConfigureAwait(false);
        if (!isWhole)
        {
            var tooLarge = new RejectedCallback(rule.Id, 413, $"The body is larger than {_maxBodyBytes} bytes.", bytes);
            return await RejectAsync(tooLarge, cancellationToken).ConfigureAwait(false);
        }

        var verdict = await VerifyAsync(rule, request, bytes, cancellationToken).ConfigureAwait(false);
        if (!verdict.IsGenuine)
        {
            var forged = new RejectedCallback(rule.Id, 401, verdict.Reason ?? "The sender is not known.", bytes);
            return await RejectAsync(forged, cancellationToken).ConfigureAwait(false);
        }

        CallbackBody body;
        try
        {
            body = new(bytes);
        }
        catch (JsonException e)
        {
            return await RejectAsync(new(rule.Id, 400, "The body is no JSON.", bytes, e), cancellationToken).ConfigureAwait(false);
        }

        return await ReceiveOnceAsync(rule, body, KeyOf(rule, bytes), receive, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<CallbackVerdict> VerifyAsync(
        CallbackRule rule, CallbackRequest request, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        if (!rule.NamesSender || (_verifier is null && _allowsUnverified))
            return CallbackVerdict.Genuine;
        if (_verifier is not null)
        {
            var seen = _publicAddress is null ? request : request.At(_publicAddress);
            return await _verifier.VerifyAsync(seen, bytes, cancellationToken).ConfigureAwait(false);
        }

        LogNoVerifier(_logger, rule.Id);
        return CallbackVerdict.Forged("The contract names security, but there is no Verifier.");
    }

    // A repeated callback has the same bytes.
    private string KeyOf(CallbackRule rule, ReadOnlyMemory<byte> bytes) =>
        _store is null ? "" : rule.Id + ":" + Convert.ToHexStringLower(SHA256.HashData(bytes.Span));

    private async Task<CallbackReply> ReceiveOnceAsync(
        CallbackRule rule, CallbackBody body, string key, Func<CallbackBody, CancellationToken, Task> receive, CancellationToken cancellationToken)
    {
        var state = _store is null ? CallbackState.New : await _store.TryBeginAsync(key, cancellationToken).ConfigureAwait(false);
        switch (state)
        {
            case CallbackState.Done:
                LogRepeated(_logger, rule.Id);
                return rule.Acknowledgement;
            case CallbackState.Begun:
                // Whether it will be received is not known yet, so the sender may try again.
                return new(503);
            default:
                break;
        }

        try
        {
            await receive(body, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            // The mark must go even when the sender has hung up.
            if (_store is not null)
                await _store.AbandonAsync(key, CancellationToken.None).ConfigureAwait(false);
            if (e is OperationCanceledException && cancellationToken.IsCancellationRequested)
                throw;
            LogReceiverFailed(_logger, rule.Id, e);
            return new(500);
        }

        if (_store is not null)
            await _store.CompleteAsync(key, CancellationToken.None).ConfigureAwait(false);
        LogReceived(_logger, rule.Id);
        return rule.Acknowledgement;
    }

    private async ValueTask<CallbackReply> RejectAsync(RejectedCallback rejected, CancellationToken cancellationToken)
    {
        LogRejected(_logger, rejected.Callback, rejected.Status);
        if (_onRejected is not null)
        {
            try
            {
                await _onRejected(rejected, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                LogRejectedFailed(_logger, rejected.Callback, e);
            }
        }

        return new(rejected.Status);
    }

    /// <summary>The body, or as much of it as is allowed.</summary>
    private async ValueTask<(ReadOnlyMemory<byte> Body, bool IsWhole)> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var buffer = new byte[Math.Min(_maxBodyBytes, 4096)];
        var length = 0;
        while (true)
        {
            if (length == buffer.Length)
            {
                if (length == _maxBodyBytes)
                    return (buffer, await stream.ReadAsync(new byte[1], cancellationToken).ConfigureAwait(false) == 0);
                Array.Resize(ref buffer, (int)Math.Min(buffer.Length * 2L, _maxBodyBytes));
            }

            var read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
            if (read == 0)
                return (buffer.AsMemory(0, length), true);
            length += read;
        }
    }
}
