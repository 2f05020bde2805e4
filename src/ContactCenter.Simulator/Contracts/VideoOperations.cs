namespace ContactCenter.Simulator.Contracts;

/// <summary>The operations of video signalling, as the contract names them.</summary>
internal static class VideoOperations
{
    public const string Events = "events";
    public const string State = "state";
    public const string Rest = "rest";
    public const string Back = "back";
    public const string Answer = "answer";
    public const string Refuse = "refuse";
    public const string HangUp = "hangUp";
    public const string Snapshot = "snapshot";
    public const string Reconnect = "reconnect";
    public const string AskChangePerson = "askChangePerson";
    public const string CancelChangePerson = "cancelChangePerson";
    public const string AcceptChangePerson = "acceptChangePerson";
    public const string RefuseChangePerson = "refuseChangePerson";
    public const string AskAddPerson = "askAddPerson";
    public const string CancelAddPerson = "cancelAddPerson";
    public const string RemoveAddPerson = "removeAddPerson";
    public const string AcceptAddPerson = "acceptAddPerson";
    public const string RefuseAddPerson = "refuseAddPerson";
    public const string QuitAddPerson = "quitAddPerson";
}
