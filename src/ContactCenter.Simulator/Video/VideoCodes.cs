namespace ContactCenter.Simulator.Video;

/// <summary>The codes of events (msgType) and of failed operations (HTTP_BACK), as the source numbers them.</summary>
internal static class VideoCodes
{
    public const int HandOverAsked = 20100;
    public const int HandOverAccepted = 20101;
    public const int HandOverRejected = 20102;
    public const int HandOverWithdrawn = 20103;
    public const int JoiningAsked = 20200;
    public const int JoiningAccepted = 20201;
    public const int JoiningRejected = 20202;
    public const int ThirdLeft = 20203;
    public const int JoiningWithdrawn = 20204;
    public const int SessionEndedByItself = 30000;
    public const int CustomerHungUp = 30017;
    public const int CustomerOffline = 30019;
    public const int SessionEnded = 30025;
    public const int CustomerCalls = 50200;
    public const int StreamAfterHandOver = 50201;
    public const int StreamAfterJoining = 50202;
    public const int Recording = 50203;
    public const int PictureUploaded = 50204;

    public const int BackSessionEnded = 100025;
    public const int BackAgentNotFetched = 300001;
    public const int BackAgentBusy = 300003;
    public const int BackHandOverRunning = 400001;
    public const int BackHandOverToOneself = 400002;
    public const int BackTargetNotAnswered = 400003;
    public const int BackNotInUse = 400004;
    public const int BackTargetAccepted = 400005;
    public const int BackTimedOut = 400006;
    public const int BackFailed = 500001;
}
