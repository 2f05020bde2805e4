using ClientGen.Specs.Model;
using ClientGen.Specs.Tests.Schemas;

namespace ClientGen.Specs.Tests.Facts;

/// <summary>What is known of the voice service appears in its contract. The tables were typed from the fact sheet, not from the contract.</summary>
public sealed class VoiceFacts
{
    private static readonly Contract Bound = Contract.Ours("rtc-voice.openapi.yaml");
    private static readonly WireModel Wire = new(Bound);

    public static IEnumerable<TheoryDataRow<string>> Operations => FactRows.Of("""
        callVerify POST /rest/httpsessions/callVerify/v1.0
        click2Call POST /rest/httpsessions/click2Call/v2.0
        # T12: a small n.
        callnotify POST /rest/httpsessions/callnotify/v2.0
        callStop POST /rest/httpsessions/callStop/v2.0
        """);

    public static IEnumerable<TheoryDataRow<string>> Members => FactRows.Of("""
        callVerify in displayNbr string Y 4..31
        callVerify in calleeNbr string Y 4..31
        callVerify in languageType integer Y =2
        callVerify in preTone string Y 1..128
        callVerify in verifyCode string Y 2..8
        callVerify in bindNbr string N
        callVerify in posTone string N 1..128
        callVerify in times integer N 0..9
        callVerify in statusUrl string N 1..128
        callVerify in feeUrl string N 1..128
        # T9: text, not a JSON truth value.
        callVerify in returnIdlePort string N =true,false
        callVerify in userData string N 1..256
        # T5: all lower case.
        callVerify out resultcode string Y 1..32
        callVerify out resultdesc string N ..128
        callVerify out sessionId string N ..256
        callVerify out idlePort integer N 0..65535
        click2Call in displayNbr string Y
        click2Call in callerNbr string Y
        click2Call in displayCalleeNbr string Y
        click2Call in calleeNbr string Y
        click2Call in bindNbr string N
        click2Call in maxDuration integer N 0..1440
        click2Call in lastMinVoice string N
        click2Call in lastMinToUE string N =toa,tob,both
        click2Call in playPreVoice string N =true,false
        click2Call in preVoice string N
        click2Call in waitVoice string N
        click2Call in calleeMedia string N =all,none,fail
        click2Call in statusUrl string N
        click2Call in feeUrl string N
        click2Call in recordFlag string N =true,false
        click2Call in recordHintTone string N
        click2Call in partyTypeRequiredInDisconnect string N =true,false
        click2Call in returnIdlePort string N
        click2Call in userData string N
        callnotify in displayNbr string Y
        callnotify in calleeNbr string Y
        callnotify in playInfoList array Y 1..5
        callnotify in playInfoList[].notifyVoice string N
        callnotify in playInfoList[].templateId string N
        callnotify in playInfoList[].templateParas array N
        callnotify in playInfoList[].collectInd integer N 0..32
        callnotify in playInfoList[].replayAfterCollection string N =true,false
        callnotify in playInfoList[].collectContentTriggerReplaying string N
        callnotify in statusUrl string N
        callnotify in userData string N
        # T12: all lower case here.
        callStop in sessionid string Y
        callStop in signal string Y =call_stop
        callStop out resultcode string Y
        """);

    // Members of what the platform sends, by the record that holds them.
    public static IEnumerable<TheoryDataRow<string>> Notified => FactRows.Of("""
        CallStatusInfo timestamp string Y 1..128
        CallStatusInfo sessionId string Y 1..256
        CallStatusInfo userData string N ..256
        CallStatusInfo caller string N
        CallStatusInfo called string N
        CallStatusInfo displayCallerNum string N
        CallStatusInfo origCalleeNum string N
        CollectedInfo timestamp string Y
        CollectedInfo sessionId string Y
        CollectedInfo digitInfo string Y
        DisconnectInfo stateCode integer Y =0,7001,7002,7003,7004,7108,7109,8000,8001,8002,8003,8004,8005,8006,8007,8008,8009,8010,8011,8012,8015,8017,8018,8020,8100,8101,8102,8103,8104,8105,8106,8107,8108,8109,8110,8111
        DisconnectInfo stateDesc string Y 1..128
        DisconnectInfo partyType string N
        FeeNotification feeLst array Y 1..50
        FeeInfo direction integer Y =0,1
        FeeInfo spId string Y 1..32
        FeeInfo appKey string Y 1..32
        FeeInfo icid string N ..64
        FeeInfo bindNum string Y 1..32
        FeeInfo sessionId string Y 1..256
        FeeInfo callerNum string Y 1..32
        FeeInfo calleeNum string Y 1..128
        FeeInfo fwdDisplayNum string N
        FeeInfo fwdDstNum string N
        FeeInfo fwdStartTime string N
        FeeInfo fwdAlertingTime string N
        FeeInfo fwdAnswerTime string N
        FeeInfo callEndTime string N
        FeeInfo fwdUnaswRsn integer N =0,1,2,3,16,17,18,19,20,21,22,31,127,…
        FeeInfo failTime string N
        # T20: overlaps SIP codes, so it has no list.
        FeeInfo ulFailReason integer N
        FeeInfo sipStatusCode integer N
        FeeInfo callOutStartTime string N
        FeeInfo callOutAlertingTime string N
        FeeInfo callOutAnswerTime string N
        FeeInfo callOutUnaswRsn integer N
        FeeInfo dynIVRStartTime string N
        FeeInfo dynIVRPath string N
        FeeInfo recordFlag integer N =0,1
        FeeInfo recordStartTime string N
        FeeInfo recordObjectName string N
        FeeInfo recordBucketName string N
        FeeInfo recordDomain string N
        FeeInfo recordFileDownloadUrl string N ..1024
        FeeInfo ttsPlayTimes integer N
        FeeInfo ttsTransDuration integer N
        FeeInfo serviceType string N =001,002,003,004
        FeeInfo hostName string N
        FeeInfo userData string N ..256
        """);

    // T14, 3.3: every code that is documented has a name.
    public static IEnumerable<TheoryDataRow<string>> Codes => FactRows.Of("""
        0
        1023006 1023007 1023008 1023009 1023010 1023011 1023012 1023033 1023034 1023035 1023036
        1010002 1010003 1010006 1010007 1010008 1010009 1010010 1010011 1010021 1010023 1012012
        1013112 1013113 1013114 1013115 1013116 1013117 1013118 1013120 1013121 1020176
        1010001 1020001 1020003 1020002 1020150 1020151 1020154 1020165 1023001 1023002 1010013
        """);

    [Theory]
    [MemberData(nameof(Operations))]
    public void Operation(string row)
    {
        var operation = Bound.Operation(FactRows.Words(row)[0]);
        Assert.Equal(row, $"{operation.Id} {operation.Method} {operation.Path}");
    }

    [Theory]
    [MemberData(nameof(Members))]
    public void Member(string row) => Wire.Check(row);

    [Theory]
    [MemberData(nameof(Notified))]
    public void Notified_member(string row)
    {
        var words = FactRows.Words(row);
        var member = Wire.Member(new TypeRef(TypeKind.Named, words[0]), words[1]);
        Assert.Equal(words[2], Wire.Kind(member.Type));
        Assert.Equal(words[3] == "Y", member.Required);
        foreach (var word in words.Skip(4))
        {
            if (word[0] != '=')
                Assert.Equal(word, WireModel.Limits(member.Limits));
            else
                Assert.Subset(Wire.Values(member.Type)!.Members.Select(static value => value.Value).ToHashSet(), word[1..].Split(',').Where(static value => value != "…").ToHashSet());
        }
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Codes_have_names(string row) =>
        Assert.Subset(Assert.IsType<EnumModel>(Bound.Type("ResultCode")).Members.Select(static value => value.Value).ToHashSet(), FactRows.Words(row).ToHashSet());

    [Fact]
    public void The_link_of_a_recording_is_a_redirect()
    {
        var link = Bound.Client.Operations.Single(static operation => operation.Path == "/rest/provision/voice/record/v1.0");
        Assert.Equal(("GET", "fileName+recordDomain"), (link.Method, string.Join("+", link.Parameters.Select(static parameter => parameter.WireName))));
        Assert.Equal("Location", Assert.Single(Assert.Single(link.Answers, static answer => answer.IsSuccess).Headers).WireName);
        Assert.Null(link.Success);
    }

    // T15: Base64 text of a URL. T17: digits only, leading zeros kept; 0 plays is allowed and 3 the default. T18: no RFC 3339.
    [Fact]
    public void Traps_of_single_values()
    {
        var verify = Wire.Body("callVerify", "in");
        Assert.Equal((TypeKind.Uri, TextForm.Base64), (Wire.Member(verify, "statusUrl").Type.Kind, Wire.Member(verify, "feeUrl").Type.Form));
        Assert.Equal("^[0-9]+$", Wire.Member(verify, "verifyCode").Limits.Pattern);
        Assert.Equal("3", Wire.Member(verify, "times").Default);
        Assert.True(Wire.Member(verify, "bindNbr").IsDeprecated);
        Assert.Equal("yyyy-MM-dd HH:mm:ss", Wire.Member(new TypeRef(TypeKind.Named, "CallStatusInfo"), "timestamp").Type.Format);
    }

    // T16: fee events may reach the handler of status events. T21: collectInfo has no caller.
    [Fact]
    public void Notifications_are_told_by_their_event_type()
    {
        var union = Assert.IsType<UnionModel>(Bound.Type("CallStatusNotification"));
        Assert.Equal(["\"callout\"", "\"alerting\"", "\"answer\"", "\"collectInfo\"", "\"disconnect\"", "\"fee\""], union.Cases.SelectMany(static place => place.Tags));
        Assert.Equal("EventType", union.Tag!.Name);
        Assert.DoesNotContain(Assert.IsType<ObjectModel>(Bound.Type("CollectedInfo")).Properties, static member => member.JsonName is "caller" or "called" or "userData");
        Assert.All(Bound.Model.Webhooks, static webhook => Assert.Equal(("POST", 200), (webhook.Method, webhook.AnswerStatus)));
        Assert.Equal(2, Bound.Model.Webhooks.Count);
    }

    [Fact]
    public void Nothing_is_wrong_with_it() => Assert.Empty(Bound.Findings);
}
