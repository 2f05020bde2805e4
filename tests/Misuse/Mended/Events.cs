using System.Text.Json;

namespace Misuse;

/// <summary>Choices that forget events, and names that nobody uses.</summary>
public static class Events
{
    /// <summary>Knows the contract by heart.</summary>
    public static bool IsOver(ClickToCallEventId id) => (int)id == 168110; // CG2006

    /// <summary>Stops listening at the first thing it has never heard of.</summary>
    public static async Task ListenAsync(IVideoSignallingClient video, CancellationToken ct)
    {
        await foreach (var e in video.EventsAsync(ct))
        {
            switch (e)
            {
                case IncomingCall call:
                    Console.WriteLine(call.Data.Sid);
                    break;
                case StateChange change:
                    Console.WriteLine(change.Data.State);
                    break;
                default:
                    throw new InvalidOperationException("What is this?"); // CG2005
            }
        }
    }

    /// <summary>Takes every callback for an answer.</summary>
    public static CallAnswered? Answered(string json) => JsonSerializer.Deserialize<CallAnswered>(json); // CG7001

    /// <summary>Knows two events of six.</summary>
    public static void Handle(ClickToCallEvent e)
    {
        switch (e) // CG2004
        {
            case CallConnected connected:
                Console.WriteLine(connected.Content.Domain);
                break;
            case CallReleased:
                Console.WriteLine("The call is over.");
                break;
        }
    }
}
