using Ferry;

namespace Booking;

/// <summary>Why there is no booking.</summary>
public sealed class BookingException(string message) : Exception(message);

/// <summary>Books a ferry and waits for it; every answer is looked at.</summary>
public sealed class FerryBooking
{
    private const string Fine = "0";
    private readonly IFerryClient _ferry;
    private int _failures;

    public FerryBooking(IFerryClient ferry) => _ferry = ferry;

    public async Task<FerryCode?> TravelAsync(string pier, int vehicles, CancellationToken ct)
    {
        EnsureFree(await _ferry.AskPermitAsync(pier, ct));
        var receipt = await _ferry.BookAsync(pier, vehicles, ct);
        «Ensure(receipt.ResultCode);¦CG1004,CG1005→»
        try
        {
            return await WaitAsync(pier, ct);
        }
        finally
        {
            «Ensure((await _ferry.CancelAsync(pier, CancellationToken.None)).ResultCode);¦CG5001→_failures = 0;»
        }
    }

    private async Task<FerryCode?> WaitAsync(string pier, CancellationToken ct)
    {
        while (true)
        {
            FerryCall? call = null;
            try
            {
                call = await _ferry.NextCallAsync(pier, ct);
            }
            catch (HttpRequestException)
            {
                // The same as an answer that says no.
            }
            catch (OperationCanceledException) when (!ct.IsCancellationRequested)
            {
                // Nothing has happened in time.
            }

            if (call is null || call.ResultCode != Fine)
            {
                «_failures++;¦CG3004→»
                if («_failures > 3¦CG3004→_failures < 0»)
                    throw new BookingException("The harbour does not answer.");
                «await Task.Delay(1000, ct);¦CG3008→»
                continue;
            }

            _failures = 0;
            if (call.Code is not { } code)
                «continue;¦CG2002→return null;¦CG2002→break;»
            if («code is FerryCode.Arrived or FerryCode.Sunk¦CG2001→code is FerryCode.Arrived¦CG2001→code is FerryCode.Sunk¦CG2002→code is FerryCode.Arrived or FerryCode.Sunk or FerryCode.Delayed¦CG2001→code == FerryCode.Boarding»)
                return code;
        }

        return null;
    }

    private static void EnsureFree(Permit permit)
    {
        Ensure(permit.ResultCode);
        if («!permit.DeckFree¦CG1002→permit.DeckFree»)
            throw new BookingException("The deck is full.");
        if («!permit.CrewReady¦CG1002→permit.CrewReady¦CG1002→permit.ResultCode is null»)
            throw new BookingException("The crew sleeps.");
    }

    private static void Ensure(string? resultCode)
    {
        if (resultCode != Fine)
            throw new BookingException($"The harbour says {resultCode}.");
    }
}
