using ContactCenter.Simulator.Generated.Messaging;

namespace ContactCenter.Simulator.Messaging;

/// <summary>What send and sendAsync do with a conversation.</summary>
internal static class ChatCommands
{
    /// <summary>Does what a message asks for.</summary>
    /// <returns>Whether it was done, and the text of the answer.</returns>
    public static (bool Done, string Text) Obey(Chat chat, UplinkControlType command)
    {
        switch (command)
        {
            case UplinkControlType.CONNECT:
                chat.Connect();
                return (true, chat.State == ChatState.WithRobot ? "connect to robot successfully" : "");
            case UplinkControlType.CHAT:
                return chat.Write() ? (true, "sendUserMessage successfully.") : (false, "sendUserMessage failed");
            case UplinkControlType.TRANS2AGENT:
                return chat.TransferToAgent() ? (true, "") : (false, "There is no conversation with a robot.");
            case UplinkControlType.DISCONNECT:
                return chat.Disconnect() ? (true, "disconnect successfully") : (false, "disconnect failed");
            default:
                // INPUT and READ only inform.
                return chat.State == ChatState.Closed ? (false, "There is no conversation.") : (true, "");
        }
    }
}
