using System.Text.Json.Nodes;
using ContactCenter.Simulator.Contracts;

namespace ContactCenter.Simulator.Hosting;

/// <summary>Writes errors in the shape of each system's contract.</summary>
internal static class ErrorAnswer
{
    /// <summary>resultdesc takes no more.</summary>
    private const int LongestRtcText = 128;

    /// <summary>Writes an error.</summary>
    /// <param name="response">The answer; nothing may be written to it yet.</param>
    /// <param name="system">Whose shape.</param>
    /// <param name="status">HTTP status.</param>
    /// <param name="code">The code; "0" is what API Fabric really sends.</param>
    /// <param name="message">What is wrong.</param>
    public static Task WriteAsync(HttpResponse response, SimulatedSystem system, int status, string code, string message)
    {
        response.StatusCode = status;
        response.ContentType = "application/json";
        var body = system switch
        {
            SimulatedSystem.Rtc => new JsonObject { ["resultcode"] = code, ["resultdesc"] = Shortened(message) },
            // UNKNOWN: how the video service reports errors over HTTP. ASSUMED: an object with a message.
            SimulatedSystem.Video => new JsonObject { ["message"] = message },
            _ => new JsonObject { ["errorCode"] = code, ["exceptionInfo"] = message },
        };
        return response.WriteAsync(body.ToJsonString(), response.HttpContext.RequestAborted);
    }

    /// <summary>Says that a request breaks the contract, with the status and code that the system has for that.</summary>
    public static Task BadRequestAsync(HttpResponse response, SimulatedSystem system, string sentence) =>
        // RTC keeps 400 for faults in headers; a wrong parameter is 403 with 1010002, whose text names it.
        system == SimulatedSystem.Rtc
            ? WriteAsync(response, system, StatusCodes.Status403Forbidden, RtcCodes.InvalidRequest, sentence)
            : WriteAsync(response, system, StatusCodes.Status400BadRequest, "0", sentence);

    private static string Shortened(string text) => text.Length <= LongestRtcText ? text : $"{text[..(LongestRtcText - 3)]}...";
}
