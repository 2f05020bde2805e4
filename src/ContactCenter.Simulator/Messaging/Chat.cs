using System.Globalization;
using ContactCenter.Simulator.Generated.Messaging;
using ContactCenter.Simulator.Hosting;
using ContactCenter.Simulator.Scenarios;
using ContactCenter.Simulator.Time;

namespace ContactCenter.Simulator.Messaging;

/// <summary>Where a conversation stands.</summary>
internal enum ChatState
{
    Closed,
    WithRobot,
    Queued,
    WithAgent,
}

/// <summary>The text conversation of one customer. Safe to use from several threads.</summary>
/// <remarks>Nothing runs beside the requests: messages carry the moment at which they exist, and a poll delivers those whose moment has come.</remarks>
internal sealed class Chat(World world, string userId, string channelId)
{
    private readonly Lock _gate = new();
    private readonly PriorityQueue<DownlinkMessage, (DateTimeOffset Due, int Order)> _messages = new();
    private readonly List<DownlinkMessage> _history = [];
    private readonly Doorbell _news = new();
    private DateTimeOffset _agentJoins = DateTimeOffset.MaxValue;
    private bool _isOpen;
    private int _lastMessage;

    private ChatTable Table => world.Scenario.Chat;

    public ChatState State
    {
        get
        {
            lock (_gate)
            {
                return !_isOpen ? ChatState.Closed
                    : _agentJoins == DateTimeOffset.MaxValue ? ChatState.WithRobot
                    : _agentJoins > world.Now ? ChatState.Queued
                    : ChatState.WithAgent;
            }
        }
    }

    /// <summary>How much longer the customer waits for an agent; zero when not waiting.</summary>
    public TimeSpan StillWaiting => State == ChatState.Queued ? _agentJoins - world.Now : TimeSpan.Zero;

    public IReadOnlyList<DownlinkMessage> History
    {
        get
        {
            lock (_gate)
                return [.. _history];
        }
    }

    /// <summary>Opens the conversation. Opening it again changes nothing.</summary>
    public void Connect()
    {
        lock (_gate)
        {
            if (_isOpen)
                return;
            _isOpen = true;
            if (Table.RobotFirst)
                Say(ChatMoment.RobotJoins, world.Now);
            else
                CallAgent();
        }

        _news.Ring();
    }

    /// <summary>Moves from the robot to an agent.</summary>
    /// <returns>False when there is no conversation with a robot.</returns>
    public bool TransferToAgent()
    {
        lock (_gate)
        {
            if (State != ChatState.WithRobot)
                return false;
            CallAgent();
        }

        _news.Ring();
        return true;
    }

    /// <summary>Takes what the customer wrote.</summary>
    /// <returns>False when there is no conversation.</returns>
    public bool Write()
    {
        lock (_gate)
        {
            if (!_isOpen)
                return false;
            Say(ChatMoment.CustomerWrites, world.Now > _agentJoins || _agentJoins == DateTimeOffset.MaxValue ? world.Now : _agentJoins);
        }

        _news.Ring();
        return true;
    }

    /// <summary>Ends the conversation.</summary>
    /// <returns>False when there is none.</returns>
    public bool Disconnect()
    {
        lock (_gate)
        {
            if (!_isOpen)
                return false;
            _isOpen = false;
            _agentJoins = DateTimeOffset.MaxValue;
            _messages.Clear();
            Enqueue(world.Now, Message(ChatSpeaker.System, null, DownlinkControlType.DISCONNECT));
        }

        _news.Ring();
        return true;
    }

    /// <summary>Takes the messages whose moment has come; waits a while for the first one.</summary>
    public async Task<IReadOnlyList<DownlinkMessage>> PollAsync(CancellationToken cancellationToken)
    {
        var until = world.Now + Table.PollHold;
        while (true)
        {
            TimeSpan pause;
            lock (_gate)
            {
                var due = TakeDue();
                if (due.Count > 0 || world.Now >= until)
                    return due;
                var next = _messages.TryPeek(out _, out var priority) && priority.Due < until ? priority.Due : until;
                pause = next - world.Now;
            }

            await world.Clock.NapAsync(pause, drives: true, _news, cancellationToken);
        }
    }

    private List<DownlinkMessage> TakeDue()
    {
        var due = new List<DownlinkMessage>();
        while (_messages.TryPeek(out _, out var priority) && priority.Due <= world.Now)
        {
            var message = _messages.Dequeue();
            message.Timestamp = priority.Due.ToUnixTimeMilliseconds();
            due.Add(message);
            _history.Add(message);
        }

        return due;
    }

    private void CallAgent()
    {
        _agentJoins = world.Now + Table.Queue;
        Say(ChatMoment.AgentJoins, _agentJoins);
    }

    private void Say(ChatMoment moment, DateTimeOffset from)
    {
        foreach (var line in Table.Lines.Where(line => line.Upon == moment))
            Enqueue(from + line.After, Message(line.Speaker, line.Text, DownlinkControlType.CHAT));
    }

    private void Enqueue(DateTimeOffset due, DownlinkMessage message) => _messages.Enqueue(message, (due, ++_lastMessage));

    private DownlinkMessage Message(ChatSpeaker speaker, string? text, DownlinkControlType purpose) => new()
    {
        Channel = Channel.WEB,
        Content = text,
        ControlType = purpose,
        From = channelId,
        To = userId,
        MediaType = text is null ? null : DownlinkMediaType.TEXT,
        SenderNickname = speaker switch { ChatSpeaker.Agent => "Agent", ChatSpeaker.Robot => "Robot", _ => "system" },
        SourceType = speaker switch
        {
            ChatSpeaker.Agent => DownlinkSourceType.AGENT,
            ChatSpeaker.Robot => DownlinkSourceType.ROBOT,
            _ => DownlinkSourceType.SYSTEM,
        },
        MessageCode = string.Create(CultureInfo.InvariantCulture, $"message-{_lastMessage + 1}"),
        InterIdx = speaker == ChatSpeaker.Robot ? string.Create(CultureInfo.InvariantCulture, $"answer-{_lastMessage + 1}") : null,
    };
}
