namespace Misuse;

/// <summary>Commands at the wrong time, or about no call at all.</summary>
public sealed class Lifecycle(IVideoSignallingClient video)
{
    /// <summary>Hangs up before it has answered.</summary>
    public async Task HangUpUnansweredAsync(CancellationToken ct)
    {
        await foreach (var e in video.EventsAsync(ct))
        {
            if (e is IncomingCall call)
                await video.HangUpAsync(new() { Sid = call.Data.Sid }, ct); // CG5101
        }
    }

    /// <summary>Makes an id up.</summary>
    public Task HangUpNobodyAsync() => video.HangUpAsync(new SidCommand { Sid = "s-1" }); // CG5102
}
