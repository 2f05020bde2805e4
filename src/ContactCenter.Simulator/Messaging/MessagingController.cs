using ContactCenter.Simulator.Generated.Messaging;
using ContactCenter.Simulator.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace ContactCenter.Simulator.Messaging;

/// <summary>Text chat, files, click-to-call and surveys, on the controller that NSwag made.</summary>
internal sealed partial class MessagingController : MessagingControllerBase
{
    private ContractCall Call => HttpContext.Call();

    private World World => Call.World;

    /// <summary>The customer behind the messaging token, which the credential desk has looked up.</summary>
    private Visitor Visitor => Call.Visitor!;

    public override Task<ActionResult<ApplyTokenResponse>> ApplyToken(ApplyTokenRequest body, CancellationToken cancellationToken = default)
    {
        var visitor = World.Visitors.Enter(Call.Application!, body.UserId, body.ChannelId);
        return Answer(new ApplyTokenResponse
        {
            ResultCode = SimpleResultCode._0,
            Token = World.Tokens.IssueMessaging(Call.Application!, visitor),
        });
    }

    public override Task<ActionResult<QueueInfoResponse>> QueryQueueInfo(QueueInfoRequest body, CancellationToken cancellationToken = default)
    {
        if (body.UserId != Visitor.UserId)
            return Answer(new QueueInfoResponse { ResultCode = QueueInfoResultCode._1, ResultDesc = "The token belongs to another user." });

        var chat = Visitor.Chat;
        return Answer(chat.State switch
        {
            ChatState.Closed => new QueueInfoResponse { ResultCode = QueueInfoResultCode._160004, ResultDesc = "The session is missing or ended." },
            ChatState.WithAgent => new QueueInfoResponse { ResultCode = QueueInfoResultCode._160021, ResultDesc = "Already talking to an agent." },
            ChatState.WithRobot => new QueueInfoResponse { ResultCode = QueueInfoResultCode._4, ResultDesc = "Talking to a robot, not queuing." },
            _ => Queued(chat),
        });
    }

    public override async Task<ActionResult<PollResponse>> Poll(
        string receiverId, Channel channel, BooleanText? isNeedRead, CancellationToken cancellationToken = default)
    {
        var messages = await Visitor.Chat.PollAsync(cancellationToken);
        Call.Outcome = messages.Count == 0 ? "200, no messages" : $"200, {messages.Count} message{(messages.Count == 1 ? "" : "s")}";
        return new PollResponse
        {
            ResultCode = ResultCode._0,
            ResultDesc = "query user messages success",
            DownlinkMessages = messages,
        };
    }

    public override Task<ActionResult<SendResponse>> Send(SendRequest body, CancellationToken cancellationToken = default)
    {
        if (body.From != Visitor.UserId)
            return Answer(Failed("The token belongs to another user."));

        var (done, text) = ChatCommands.Obey(Visitor.Chat, body.ControlType);
        Call.Outcome = $"200, {body.ControlType}: {text}";
        return Answer(done ? new SendResponse { ResultCode = SendResultCode._0, ResultDesc = text } : Failed(text));
    }

    public override Task<ActionResult<PhraseResponse>> QueryPhraseByKeyword(PhraseRequest body, CancellationToken cancellationToken = default) =>
        Answer(World.Scenario.Chat.RobotFirst
            ? new PhraseResponse { ResultCode = SimpleResultCode._0, Question = ["What are your opening hours?", "How can I reach you?"] }
            : new PhraseResponse { ResultCode = SimpleResultCode._1, ResultDesc = "The channel has no robot." });

    public override Task<ActionResult<HistoryResponse>> QueryHistoryChatMessage(HistoryRequest body, CancellationToken cancellationToken = default)
    {
        if (!int.TryParse(body.Limit, out var limit) || !int.TryParse(body.Offset, out var offset) || limit < 0 || offset < 0)
            return Answer(new HistoryResponse { ResultCode = SimpleResultCode._1, ResultDesc = "limit and offset must not be negative." });

        // UNKNOWN: the members of an item. ASSUMED: those of a polled message.
        var page = Visitor.Chat.History.Skip(offset).Take(limit).Select(static message => new HistoryMessage
        {
            AdditionalProperties = new Dictionary<string, object>
            {
                ["content"] = message.Content ?? "",
                ["controlType"] = message.ControlType.ToString() ?? "",
                ["timestamp"] = message.Timestamp ?? 0,
            },
        });
        return Answer(new HistoryResponse { ResultCode = SimpleResultCode._0, MessageList = [.. page] });
    }

    private static Task<ActionResult<T>> Answer<T>(T body) => Task.FromResult<ActionResult<T>>(body);

    private static SendResponse Failed(string text) => new() { ResultCode = SendResultCode._13, ResultDesc = text };

    private QueueInfoResponse Queued(Chat chat)
    {
        var wait = (int)Math.Ceiling(chat.StillWaiting.TotalSeconds);
        return new QueueInfoResponse
        {
            ResultCode = QueueInfoResultCode._0,
            Position = World.Scenario.Chat.Position,
            TotalWaitTime = wait,
            LongestWaitTime = wait,
            CurrentDeviceWaitTime = wait,
            EstimateWaitTime = wait,
            ConfigMaxcWaitTime = (int)World.Scenario.Chat.Queue.TotalSeconds,
        };
    }
}
