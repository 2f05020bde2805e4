using System.Diagnostics;
using ContactCenter.Simulator.Generated.Fabric;
using ContactCenter.Simulator.Generated.Messaging;
using ContactCenter.Simulator.Generated.Rtc;
using Microsoft.AspNetCore.Mvc;

namespace ContactCenter.NSwag.Tests;

/// <summary>NSwag's controllers with nothing in them: <see cref="Recorder"/> takes every call before they are asked.</summary>
public sealed class RecordingFabricController : FabricControllerBase
{
    public override Task<ActionResult<Simulator.Generated.Fabric.TokenResponse>> TokenByAkSk(int x_Token_Expire, TokenRequest body, CancellationToken cancellationToken = default) => throw new UnreachableException();
}

/// <inheritdoc cref="RecordingFabricController"/>
public sealed class RecordingMessagingController : MessagingControllerBase
{
    public override Task<ActionResult<ApplyTokenResponse>> ApplyToken(ApplyTokenRequest body, CancellationToken cancellationToken = default) => throw new UnreachableException();

    public override Task<ActionResult<QueueInfoResponse>> QueryQueueInfo(QueueInfoRequest body, CancellationToken cancellationToken = default) => throw new UnreachableException();

    public override Task<ActionResult<PollResponse>> Poll(string receiverId, Channel channel, Simulator.Generated.Messaging.BooleanText? isNeedRead, CancellationToken cancellationToken = default) => throw new UnreachableException();

    public override Task<ActionResult<SatisfactionResponse>> SaveSatisfaction(SatisfactionRequest body, CancellationToken cancellationToken = default) => throw new UnreachableException();

    public override Task<ActionResult<SendResponse>> Send(SendRequest body, CancellationToken cancellationToken = default) => throw new UnreachableException();

    public override Task<ActionResult<UploadFileResponse>> UploadFileStream(UploadFileRequest body, CancellationToken cancellationToken = default) => throw new UnreachableException();

    public override Task<ActionResult<DownloadFileResponse>> DownloadFileStream(DownloadFileRequest body, CancellationToken cancellationToken = default) => throw new UnreachableException();

    public override Task<ActionResult<PhraseResponse>> QueryPhraseByKeyword(PhraseRequest body, CancellationToken cancellationToken = default) => throw new UnreachableException();

    public override Task<ActionResult<ClickToCallSupport>> CheckClickToCallSupport(Channel channel, CancellationToken cancellationToken = default) => throw new UnreachableException();

    public override Task<ActionResult<CreateClickToCallResponse>> CreateClickToCall(CreateClickToCallRequest body, CancellationToken cancellationToken = default) => throw new UnreachableException();

    public override Task<ActionResult<DropClickToCallResponse>> DropClickToCall(DropClickToCallRequest body, CancellationToken cancellationToken = default) => throw new UnreachableException();

    public override Task<ActionResult<CreateCallResponse>> Createcall(CreateCallRequest body, CancellationToken cancellationToken = default) => throw new UnreachableException();

    public override Task<ActionResult<LeaveMessageResponse>> DoLeaveMessage(LeaveMessageRequest body, CancellationToken cancellationToken = default) => throw new UnreachableException();

    public override Task<ActionResult<RobotFeedbackResponse>> Feedbacksatisfaction(RobotFeedbackRequest body, CancellationToken cancellationToken = default) => throw new UnreachableException();

    public override Task<ActionResult<HistoryResponse>> QueryHistoryChatMessage(HistoryRequest body, CancellationToken cancellationToken = default) => throw new UnreachableException();

    public override Task<ActionResult<DropMailResponse>> Chat_dropMail(DropMailRequest body, CancellationToken cancellationToken = default) => throw new UnreachableException();

    public override Task<ActionResult<WhatsappResponse>> SendWhatsappMessage(WhatsappRequest body, CancellationToken cancellationToken = default) => throw new UnreachableException();

    public override Task<ActionResult<UserInfoResponse>> GetUserInfoBycallId(UserInfoRequest body, CancellationToken cancellationToken = default) => throw new UnreachableException();

    /// <summary>NSwag makes no method of it (docs/nswag.md), but its types are there.</summary>
    [HttpPost("apiaccess/ccmessaging/sendAsync")]
    public IActionResult SendAsync([FromBody] SendRequest body) => throw new UnreachableException();

    /// <summary>Its answer is by hand in the simulator; its request is not.</summary>
    [HttpGet("apiaccess/ccmessaging/v1/getClickToCallEvents")]
    public IActionResult GetClickToCallEvents([FromQuery] Channel channel) => throw new UnreachableException();
}

/// <inheritdoc cref="RecordingFabricController"/>
public sealed class RecordingRtcController : RtcControllerBase
{
    public override Task<ActionResult<CallResult>> CallVerify(CallVerifyRequest body, CancellationToken cancellationToken = default) => throw new UnreachableException();

    public override Task<ActionResult<CallResult>> Click2Call(Click2CallRequest body, CancellationToken cancellationToken = default) => throw new UnreachableException();

    public override Task<ActionResult<CallResult>> Callnotify(CallNotifyRequest body, CancellationToken cancellationToken = default) => throw new UnreachableException();

    public override Task<ActionResult<Result>> CallStop(CallStopRequest body, CancellationToken cancellationToken = default) => throw new UnreachableException();

    public override Task<IActionResult> GetRecordLink(string fileName, string recordDomain, CancellationToken cancellationToken = default) => throw new UnreachableException();
}
