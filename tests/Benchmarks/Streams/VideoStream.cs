using System.Globalization;
using System.Text;

namespace Benchmarks.Streams;

/// <summary>An agent's busy day as server-sent events, in memory.</summary>
internal static class VideoStream
{
    public const int Events = 5_000;

    private const int EventsBetweenHeartbeats = 25;

    /// <summary>The whole stream: six kinds of event in turn, each with an id, and a heartbeat now and then.</summary>
    public static byte[] Bytes()
    {
        var text = new StringBuilder();
        for (var i = 0; i < Events; i++)
        {
            if (i % EventsBetweenHeartbeats == 0)
                text.Append(": keep-alive\n\n");
            text.Append(CultureInfo.InvariantCulture, $"id: {1_000_000 + i}\ndata: {Data(i)}\n\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string Data(int number)
    {
        var sid = string.Create(CultureInfo.InvariantCulture, $"5f0c2b7e-8d41-4c6a-9b1e-{number:000000000000}");
        return (number % 6) switch
        {
            0 => $$$"""{"type":"INCOMING_CALL","data":{"sid":"{{{sid}}}","msgType":50200}}""",
            1 => """{"type":"STATE_CHANGE","data":{"state":"wait"}}""",
            2 => $$$"""{"type":"EXCHANGE_CALL","data":{"sid":"{{{sid}}}","msgType":20100}}""",
            3 => """{"type":"HTTP_BACK","data":{"code":300003}}""",
            4 => $$$"""{"type":"ADD_CALL","data":{"sid":"{{{sid}}}","msgType":20201}}""",
            _ => $$$"""{"type":"INCOMING_CALL_HANGUP","data":{"sid":"{{{sid}}}","msgType":30017}}""",
        };
    }
}
