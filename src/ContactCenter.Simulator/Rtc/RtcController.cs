using System.Text;
using ContactCenter.Simulator.Generated.Rtc;
using ContactCenter.Simulator.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace ContactCenter.Simulator.Rtc;

/// <summary>Calls that the platform makes.</summary>
internal sealed class RtcController : RtcControllerBase
{
    /// <summary>Recordings are kept this long.</summary>
    private static readonly TimeSpan RecordingsKept = TimeSpan.FromDays(7);

    private ContractCall Call => HttpContext.Call();

    private RtcPlatform Platform => Call.World.Rtc;

    public override Task<ActionResult<CallResult>> CallVerify(CallVerifyRequest body, CancellationToken cancellationToken = default) =>
        Accept(body.ReturnIdlePort, new CallOrder
        {
            Application = Call.Application!,
            Course = Call.World.Scenario.Rtc.Verify,
            Caller = body.DisplayNbr,
            Called = body.CalleeNbr,
            UserData = body.UserData,
            StatusUrl = StatusUrl(body.StatusUrl),
            FeeUrl = FeeUrl(body.FeeUrl),
        });

    public override Task<ActionResult<CallResult>> Click2Call(Click2CallRequest body, CancellationToken cancellationToken = default) =>
        Accept(body.ReturnIdlePort, new CallOrder
        {
            Application = Call.Application!,
            Course = Call.World.Scenario.Rtc.Connect,
            Caller = body.DisplayNbr,
            Called = body.CallerNbr,
            Second = (body.DisplayCalleeNbr, body.CalleeNbr),
            UserData = body.UserData,
            StatusUrl = StatusUrl(body.StatusUrl),
            FeeUrl = FeeUrl(body.FeeUrl),
            IsRecorded = body.RecordFlag == BooleanText.True,
            TellsParty = body.PartyTypeRequiredInDisconnect == BooleanText.True,
        });

    public override Task<ActionResult<CallResult>> Callnotify(CallNotifyRequest body, CancellationToken cancellationToken = default) =>
        Accept(body.ReturnIdlePort, new CallOrder
        {
            Application = Call.Application!,
            // Digits are collected only where an announcement asks for some.
            Course = body.PlayInfoList.Any(static play => play.CollectInd > 0)
                ? Call.World.Scenario.Rtc.Notify
                : [.. Call.World.Scenario.Rtc.Notify.Where(static moment => moment.EventType != "collectInfo")],
            Caller = body.DisplayNbr,
            Called = body.CalleeNbr,
            UserData = body.UserData,
            StatusUrl = StatusUrl(body.StatusUrl),
            FeeUrl = FeeUrl(body.FeeUrl),
        });

    public override Task<ActionResult<Result>> CallStop(CallStopRequest body, CancellationToken cancellationToken = default) =>
        Task.FromResult<ActionResult<Result>>(Platform.Stop(Call.Application!, body.Sessionid)
            ? new Result { Resultcode = ResultCode._0, Resultdesc = "Success" }
            : StatusCode(StatusCodes.Status403Forbidden, Refusal("Invalid request: sessionid names no call under way")));

    public override Task<IActionResult> GetRecordLink(string fileName, string recordDomain, CancellationToken cancellationToken = default)
    {
        if (!Platform.Recordings.TryGetValue(fileName, out var made) || made + RecordingsKept <= Call.World.Now)
            return Task.FromResult<IActionResult>(StatusCode(StatusCodes.Status403Forbidden, Refusal("Invalid request: fileName names no recording")));

        // UNKNOWN: which redirect status is used.
        return Task.FromResult<IActionResult>(Redirect($"https://recordings.example/{Uri.EscapeDataString(fileName)}"));
    }

    private static Result Refusal(string text) => new() { Resultcode = ResultCode._1010002, Resultdesc = text };

    private Task<ActionResult<CallResult>> Accept(BooleanText? returnIdlePort, CallOrder order)
    {
        var sessionId = Platform.Start(order);
        return Task.FromResult<ActionResult<CallResult>>(new CallResult
        {
            Resultcode = ResultCode._0,
            Resultdesc = "Success",
            SessionId = sessionId,
            IdlePort = returnIdlePort == BooleanText.True ? Call.World.Scenario.Rtc.IdlePorts : null,
        });
    }

    private Uri? StatusUrl(string? base64) => Decoded(base64) ?? Call.World.Simulator.Options.PresetStatusUrl;

    private Uri? FeeUrl(string? base64) => Decoded(base64) ?? Call.World.Simulator.Options.PresetFeeUrl;

    /// <summary>The contract has checked that this is the Base64 text of an http or https URL.</summary>
    private static Uri? Decoded(string? base64) => base64 is null ? null : new Uri(Encoding.UTF8.GetString(Convert.FromBase64String(base64)));
}
