namespace ContactCenter.Simulator.Contracts;

/// <summary>The result codes of RTC voice that the simulator itself decides on (facts of the VoiceCall reference).</summary>
internal static class RtcCodes
{
    public const string InvalidRequest = "1010002";
    public const string InvalidAppKey = "1010003";
    public const string InvalidApi = "1010006";
    public const string TimestampOutOfLimit = "1010013";
    public const string AuthorizationMissing = "1023006";
    public const string RealmMissing = "1023007";
    public const string ProfileMissing = "1023008";
    public const string RealmNotSdp = "1023009";
    public const string ProfileNotUsernameToken = "1023010";
    public const string TypeNotAppkey = "1023011";
    public const string TypeMissing = "1023012";
    public const string XAkskMissing = "1023033";
    public const string UsernameMissing = "1023034";
    public const string NonceMissing = "1023035";
    public const string CreatedMissing = "1023036";
    public const string InternalError = "1010001";
}
