using System.Globalization;
using ContactCenter.Simulator.Generated.Messaging;
using Microsoft.AspNetCore.Mvc;

namespace ContactCenter.Simulator.Messaging;

internal sealed partial class MessagingController
{
    public override Task<ActionResult<UploadFileResponse>> UploadFileStream(UploadFileRequest body, CancellationToken cancellationToken = default)
    {
        // The contract has checked that the type is known; its wire name is the name of the enum's value in lower case, BMP aside.
        var type = body.FileType == UploadFileType.BMP ? "BMP" : body.FileType.ToString().ToLowerInvariant();
        return Answer(new UploadFileResponse
        {
            ReturnCode = UploadFileReturnCode._0,
            ObjectKey = World.Visitors.Store(new StoredFile(type, body.FileStream)),
        });
    }

    public override Task<ActionResult<DownloadFileResponse>> DownloadFileStream(DownloadFileRequest body, CancellationToken cancellationToken = default)
    {
        if (body.FileId.Length == 0)
            return Answer(new DownloadFileResponse { ResultCode = DownloadFileResultCode._401, ResultDesc = "objectKey is null!" });

        const string local = "local/";
        var key = body.FileId.StartsWith(local, StringComparison.Ordinal) ? body.FileId[local.Length..] : body.FileId;
        return Answer(World.Visitors.Fetch(key) is { } file
            ? new DownloadFileResponse
            {
                ResultCode = DownloadFileResultCode._0,
                FileStream = file.Base64,
                FileUrl = $"https://files.example/{key}",
            }
            : new DownloadFileResponse { ResultCode = DownloadFileResultCode._13, ResultDesc = "There is no such file." });
    }

    public override Task<ActionResult<SatisfactionResponse>> SaveSatisfaction(SatisfactionRequest body, CancellationToken cancellationToken = default) =>
        Answer(body.UserId == Visitor.UserId
            ? new SatisfactionResponse { ResultCode = SatisfactionResultCode._0, ResultDesc = "Save satisfaction success!" }
            : new SatisfactionResponse { ResultCode = SatisfactionResultCode._13, ResultDesc = "The callIdString obtained failed!" });

    public override Task<ActionResult<LeaveMessageResponse>> DoLeaveMessage(LeaveMessageRequest body, CancellationToken cancellationToken = default) =>
        // Despite its name, callId is the id of the user.
        Answer(body.CallId != Visitor.UserId
            ? new LeaveMessageResponse { ResultCode = LeaveMessageResultCode._3, ResultDesc = "the leaveMessageParams is error." }
            : body.Caller.Length == 0 || body.LeaveMessage.Length == 0
                ? new LeaveMessageResponse { ResultCode = LeaveMessageResultCode._2, ResultDesc = "A parameter is empty." }
                : new LeaveMessageResponse { ResultCode = LeaveMessageResultCode._0, ResultDesc = "Save leaveMessage success!" });

    public override Task<ActionResult<RobotFeedbackResponse>> Feedbacksatisfaction(RobotFeedbackRequest body, CancellationToken cancellationToken = default) =>
        Answer(Visitor.Chat.History.Any(message => message.InterIdx == body.InterIdx)
            ? new RobotFeedbackResponse { ResultCode = RobotFeedbackResultCode._0 }
            : new RobotFeedbackResponse { ResultCode = RobotFeedbackResultCode._30000000019, ResultDesc = "This is no robot session." });

    public override Task<ActionResult<DropMailResponse>> Chat_dropMail(DropMailRequest body, CancellationToken cancellationToken = default) =>
        Answer(body.EmailId.Length > 0
            ? new DropMailResponse { ReturnCode = DropMailReturnCode._0, Description = "dropMail success" }
            : new DropMailResponse { ReturnCode = DropMailReturnCode._3, Description = "The id of the e-mail is missing." });

    public override Task<ActionResult<WhatsappResponse>> SendWhatsappMessage(WhatsappRequest body, CancellationToken cancellationToken = default) =>
        Answer(new WhatsappResponse
        {
            BulkId = body.BulkId,
            Messages = [.. body.Destinations.Select(destination => new WhatsappMessageStatus
            {
                To = destination.To,
                MessageId = destination.MessageId ?? $"whatsapp-{World.NextNumber()}",
                Status = new WhatsappStatus
                {
                    GroupId = 1,
                    GroupName = "PENDING",
                    Id = 7,
                    Name = "PENDING_ENROUTE",
                    Description = "Message sent to next instance",
                },
            })],
        });

    public override Task<ActionResult<UserInfoResponse>> GetUserInfoBycallId(UserInfoRequest body, CancellationToken cancellationToken = default) =>
        Answer(new UserInfoResponse
        {
            UserId = body.UserId,
            UserNickname = "Visitor",
            Channel = CustomerChannel.WEB,
            ChannelConfigId = Visitor.ChannelId,
            CreateTime = World.Now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
            ClientIp = "192.0.2.10",
            OsName = "Windows",
            BorderType = "11",
        });
}
