using System.Diagnostics;
using ContactCenter.VideoSignalling;
using Microsoft.Extensions.Logging;

namespace Decorators;

/// <summary>Writes down how long commands of the agent take; implements the generated interface and calls on.</summary>
public sealed class TimedFerry(Ferry.IFerryClient inner, ILogger<TimedFerry> logger) : Ferry.IFerryClient
{
    public async Task<Ferry.Permit> AskPermitAsync(string pier, CancellationToken cancellationToken = default) =>
        await TimeAsync(nameof(AskPermitAsync), () => inner.AskPermitAsync(pier, cancellationToken));

    public async Task<Ferry.Receipt> BookAsync(string pier, int vehicles, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(vehicles);
        var watch = Stopwatch.StartNew();
        try
        {
            return await inner.BookAsync(pier, vehicles, cancellationToken);
        }
        finally
        {
            logger.LogInformation("{Operation} took {Time}", nameof(BookAsync), watch.Elapsed);
        }
    }

    public async Task<Ferry.FerryCall> NextCallAsync(string pier, CancellationToken cancellationToken = default)
    {
        var call = await inner.NextCallAsync(pier, cancellationToken);
        logger.LogInformation("The ferry says {Code}", call.Code);
        return call;
    }

    public Task<Ferry.Receipt> CancelAsync(string pier, CancellationToken cancellationToken = default) =>
        TimeAsync(nameof(CancelAsync), () => inner.CancelAsync(pier, cancellationToken));

    private async Task<T> TimeAsync<T>(string operation, Func<Task<T>> run)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            return await run();
        }
        finally
        {
            logger.LogInformation("{Operation} took {Time}", operation, watch.Elapsed);
        }
    }
}

/// <summary>A call center's own facade over one client, which forwards only.</summary>
public sealed class Forwarder(ContactCenter.Messaging.ICcMessagingClient inner)
{
    public Task<ContactCenter.Messaging.ClickToCallSupport> SupportAsync(CancellationToken cancellationToken) =>
        inner.CheckClickToCallSupportAsync(ContactCenter.Messaging.Channel.WEB, cancellationToken);

    [RequiresEvidence("checkClickToCallSupport")]
    public async Task OpenAsync(CancellationToken cancellationToken) =>
        await inner.CreateClickToCallAsync(new() { Channel = ContactCenter.Messaging.Channel.WEB, MediaAbility = ContactCenter.Messaging.MediaAbility.Voice }, cancellationToken);

    public async Task CloseAsync() =>
        await inner.DropClickToCallAsync(new() { Channel = ContactCenter.Messaging.Channel.WEB });
}

/// <summary>Uses the facade.</summary>
public sealed class FacadeUser(Forwarder line)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var support = await line.SupportAsync(cancellationToken);
        if («support.WebRTCSupported is true && support.ClickToCallSupported is true¦CG1002→support.WebRTCSupported is true¦CG1002→support.WebRTCSupported is true || support.ClickToCallSupported is true¦CG1001,CG1002→true»)
        {
            await line.OpenAsync(cancellationToken);
            try
            {
                await Task.Delay(TimeSpan.FromMinutes(1), cancellationToken);
            }
            finally
            {
                await line.CloseAsync();
            }
        }
    }
}
