using ContactCenter.Simulator.Generated.Messaging;
using Microsoft.AspNetCore.Mvc;

namespace ContactCenter.Simulator.Messaging;

internal sealed partial class MessagingController
{
    public override Task<ActionResult<ClickToCallSupport>> CheckClickToCallSupport(Channel channel, CancellationToken cancellationToken = default) =>
        Answer(new ClickToCallSupport
        {
            ResultCode = ResultCode._0,
            ResultDesc = "",
            WebRTCSupported = World.Scenario.ClickToCall.WebRtcSupported,
            ClickToCallSupported = World.Scenario.ClickToCall.ClickToCallSupported,
        });

    public override Task<ActionResult<CreateClickToCallResponse>> CreateClickToCall(
        CreateClickToCallRequest body, CancellationToken cancellationToken = default)
    {
        var table = World.Scenario.ClickToCall;
        if (!table.WebRtcSupported || !table.ClickToCallSupported)
            return Answer(new CreateClickToCallResponse { ResultCode = CreateClickToCallResultCode._7, ResultDesc = "The channel has no calls." });

        return Answer(Visitor.Line.Create()
            ? new CreateClickToCallResponse { ResultCode = CreateClickToCallResultCode._0, ResultDesc = "" }
            : new CreateClickToCallResponse { ResultCode = CreateClickToCallResultCode._13, ResultDesc = "There is a call already." });
    }

    public override Task<ActionResult<DropClickToCallResponse>> DropClickToCall(
        DropClickToCallRequest body, CancellationToken cancellationToken = default) =>
        Answer(Visitor.Line.Drop()
            ? new DropClickToCallResponse { ResultCode = DropClickToCallResultCode._0, ResultDesc = "" }
            : new DropClickToCallResponse { ResultCode = DropClickToCallResultCode._13, ResultDesc = "disconnect failed" });

    public override Task<ActionResult<CreateCallResponse>> Createcall(CreateCallRequest body, CancellationToken cancellationToken = default) =>
        Answer(new CreateCallResponse
        {
            ResultCode = CreateCallResultCode._0,
            ResultData = new CreateCallData
            {
                CallSerialNo = $"call-{World.NextNumber()}",
                SipServiceAddress = "192.0.2.1:5060",
                Accesscode = "179080000537636",
            },
        });
}
