using ClientGen.Specs.Model;
using ClientGen.Specs.Tests.Schemas;

namespace ClientGen.Specs.Tests.Facts;

/// <summary>What is known of the messaging service appears in its contract. The tables were typed from the fact sheet, not from the contract.</summary>
public sealed class MessagingFacts
{
    private static readonly Contract Bound = Contract.Ours("cc-messaging.openapi.yaml");
    private static readonly WireModel Wire = new(Bound);

    // T11: /v1 only on some paths, one in lower case, three under /rest.
    public static IEnumerable<TheoryDataRow<string>> Operations => FactRows.Of("""
        applyToken POST /apiaccess/ccmessaging/applyToken
        queryQueueInfo POST /apiaccess/ccmessaging/queryQueueInfo
        poll GET /apiaccess/ccmessaging/poll
        saveSatisfaction POST /apiaccess/ccmessaging/saveSatisfaction
        send POST /apiaccess/ccmessaging/send
        sendAsync POST /apiaccess/ccmessaging/sendAsync
        uploadFileStream POST /apiaccess/ccmessaging/uploadFileStream
        downloadFileStream POST /apiaccess/ccmessaging/downloadFileStream
        queryPhraseByKeyword POST /apiaccess/ccmessaging/queryPhraseByKeyword
        checkClickToCallSupport GET /apiaccess/ccmessaging/v1/checkClickToCallSupport
        createClickToCall POST /apiaccess/ccmessaging/v1/createClickToCall
        getClickToCallEvents GET /apiaccess/ccmessaging/v1/getClickToCallEvents
        dropClickToCall POST /apiaccess/ccmessaging/v1/dropClickToCall
        createcall POST /apiaccess/ccmessaging/v1/mobileagent/createcall
        doLeaveMessage POST /apiaccess/ccmessaging/doLeaveMessage
        feedbacksatisfaction POST /apiaccess/ccmessaging/v1/robot/feedbacksatisfaction
        queryHistoryChatMessage POST /apiaccess/ccmessaging/queryHistoryChatMessage
        chat_dropMail POST /apiaccess/rest/ccmessaging/v1/emailchannel/dropMail
        sendWhatsappMessage POST /apiaccess/rest/ccmessaging/omni/1/advanced
        getUserInfoBycallId POST /apiaccess/rest/workbench/v1/getUserInfoBycallId
        getSatisfactionSurveyMode POST /apiaccess/ccmessaging/getsatisfactionsurveymode
        """);

    public static IEnumerable<TheoryDataRow<string>> Parameters => FactRows.Of("""
        poll Query receiverId ?
        poll Query channel Y
        poll Query isNeedRead N
        checkClickToCallSupport Query channel Y
        getClickToCallEvents Query channel Y
        """);

    public static IEnumerable<TheoryDataRow<string>> Members => FactRows.Of("""
        # T10: 32 characters here, 24 in send.
        applyToken in userId string Y 1..32
        applyToken in userName string Y
        applyToken in channelId string Y
        applyToken in locale string Y =zh,zh_CN,en,en_US
        applyToken out resultCode string Y =0,1
        applyToken out token string ?
        applyToken out resultDesc string N

        queryQueueInfo in userId string Y 1..32
        queryQueueInfo in channelConfigId string Y
        queryQueueInfo in channel string Y =WEB
        queryQueueInfo out position integer N
        queryQueueInfo out totalWaitTime integer N
        queryQueueInfo out currentDeviceWaitTime integer N
        queryQueueInfo out longestWaitTime integer N
        queryQueueInfo out estimateWaitTime integer N
        # T12: the odd spelling is the real name.
        queryQueueInfo out configMaxcWaitTime integer N
        queryQueueInfo out resultCode string Y =0,1,2,3,4,5,6,160001,160004,160021,160022
        queryQueueInfo out resultDesc string N

        poll out resultCode string Y
        poll out resultDesc string N
        poll out downlinkMessages array N
        poll out downlinkMessages[].channel string N
        poll out downlinkMessages[].content string N ..500
        poll out downlinkMessages[].controlType string N =CHAT,DISCONNECT,READ,CONNECT,TRANS2AGENT
        poll out downlinkMessages[].from string N
        poll out downlinkMessages[].to string N
        poll out downlinkMessages[].mediaType string N =TEXT,IMAGE,VIDEO,AUDIO,LOCATE,DOCUMENT
        poll out downlinkMessages[].senderNickname string N
        poll out downlinkMessages[].senderAvatar string N
        poll out downlinkMessages[].sourceType string N =AGENT,ROBOT,SYSTEM
        poll out downlinkMessages[].timestamp integer|string N
        poll out downlinkMessages[].messageCode string N ..64
        poll out downlinkMessages[].interIdx string N
        poll out downlinkMessages[].contentType string N
        poll out downlinkMessages[].mediaFileType string N
        poll out downlinkMessages[].simQuestions string N

        send in channel string Y =WEB
        send in content string ?
        send in controlType string Y =CONNECT,CHAT,TRANS2AGENT,INPUT,DISCONNECT,READ
        send in from string Y 1..24
        send in mediaType string Y =TEXT,IMAGE,AUDIO,VIDEO,FILE,FILE_IMAGE,FILE_VIDEO,WEBCARD,LOCATE
        send in sourceType string Y =CUSTOMER
        send in to string Y
        send in senderNickname string N
        send in senderAvatar string N
        send in userAgent string N
        send in timestamp string N
        send out resultCode string Y =0,12,13
        send out resultDesc string N
        sendAsync in from string Y 1..24
        sendAsync out resultCode string Y

        uploadFileStream in fileType string Y =jpg,png,bpm,mp3,aac,mp4,txt,csv,…
        uploadFileStream in fileStream string Y
        uploadFileStream in channel string Y =WEB
        # T5: returnCode in place of resultCode.
        uploadFileStream out returnCode string Y =0,2,3,13
        uploadFileStream out objectKey string N
        downloadFileStream in fileId string Y
        downloadFileStream in channel string Y =WEB
        downloadFileStream in fileType string Y =jpg,png,bpm,mp3,aac,mp4,txt,csv,richtext,doc,docx,pdf,zip,…
        downloadFileStream in multiMedia string N =multiMedia
        downloadFileStream out resultCode string Y =0,401,13,2
        downloadFileStream out fileStream string N
        downloadFileStream out fileUrl string N

        checkClickToCallSupport out resultCode string Y
        checkClickToCallSupport out webRTCSupported boolean N
        checkClickToCallSupport out clickToCallSupported boolean N
        createClickToCall in channel string Y =WEB
        # T9: a digit in a string.
        createClickToCall in mediaAbility string Y =0,1
        createClickToCall out resultCode string Y =0,7,12,13
        createClickToCall out resultDesc string N
        # T7: a number.
        getClickToCallEvents out resultCode string Y
        getClickToCallEvents out resultDesc string N
        getClickToCallEvents out eventId integer Y =168101,168102,168103,168105,168106,168110
        getClickToCallEvents out content.domain string Y
        getClickToCallEvents out content.gwAddresses array Y
        getClickToCallEvents out content.gwAddresses[] string ?
        # T9: digits in a string.
        getClickToCallEvents out content.accessCode string Y
        getClickToCallEvents out content.clickToCallCaller string Y
        dropClickToCall in channel string Y =WEB
        dropClickToCall out resultCode string Y =0,13

        saveSatisfaction in channel string Y =WEB
        saveSatisfaction in userId string Y
        saveSatisfaction in channelConfigId string Y
        saveSatisfaction in evaluation string Y =1,2,3,4,5
        # "Under 512".
        saveSatisfaction in comment string Y ..511
        saveSatisfaction in npsScore string N
        saveSatisfaction in fcrValue string N =1,2
        saveSatisfaction out resultCode string ? =0,13
        saveSatisfaction out returnCode string N
        queryPhraseByKeyword in strContent string Y
        queryPhraseByKeyword in locale string Y
        queryPhraseByKeyword in channel string Y
        queryPhraseByKeyword out question array N ..5
        queryPhraseByKeyword out phrases array N ..5
        queryPhraseByKeyword out resultCode string Y =0,1
        createcall in called string Y ..32
        createcall in callData string N ..1024
        createcall in callerPresent string ? ..32
        createcall out resultCode string Y =0,30010000001,30010000002,30010000003,30010010001,30010010002,30010010003,30010019999,30011010001,30011019999,30010009999
        createcall out resultData.callSerialNo string N ..50
        createcall out resultData.sipServiceAddress string N
        createcall out resultData.accesscode string N
        doLeaveMessage in callId string Y 1..24
        doLeaveMessage in caller string Y
        doLeaveMessage in leaveMessage string Y
        doLeaveMessage in channel string Y =WEB
        doLeaveMessage out resultCode string Y =0,2,3,13
        feedbacksatisfaction in feedback integer Y =0,1
        feedbacksatisfaction in feedbackContent string N ..64
        feedbacksatisfaction in from string Y
        feedbacksatisfaction in interIdx string Y
        feedbacksatisfaction out resultCode string Y =0,30000000008,30000000019,30010009999,10010000001,10010000002
        queryHistoryChatMessage in channelId string Y
        queryHistoryChatMessage in userId string Y 1..24
        queryHistoryChatMessage in startTime string N
        queryHistoryChatMessage in endTime string N
        # T9: numbers in strings.
        queryHistoryChatMessage in limit string Y
        queryHistoryChatMessage in offset string Y
        queryHistoryChatMessage in channel string N
        queryHistoryChatMessage out messageList array N
        queryHistoryChatMessage out resultCode string Y =0,1
        chat_dropMail in emailId string Y
        chat_dropMail out returnCode string Y =0,3
        chat_dropMail out description string N
        sendWhatsappMessage in scenarioKey string N
        sendWhatsappMessage in bulkId string Y
        sendWhatsappMessage in destinations array Y
        sendWhatsappMessage in destinations[].messageId string ?
        sendWhatsappMessage in destinations[].to.phoneNumber string ?
        sendWhatsappMessage in whatsApp object Y
        sendWhatsappMessage in whatsApp.text string N
        sendWhatsappMessage in whatsApp.imageUrl string N ..2048
        sendWhatsappMessage in whatsApp.audioUrl string N ..2048
        sendWhatsappMessage in whatsApp.videoUrl string N ..2048
        sendWhatsappMessage in whatsApp.locationName string N ..1000
        sendWhatsappMessage in whatsApp.address string N ..1000
        sendWhatsappMessage in whatsApp.longitude number N -180..180
        sendWhatsappMessage in whatsApp.latitude number N -90..90
        sendWhatsappMessage in whatsApp.templateName string N
        sendWhatsappMessage in whatsApp.templateData array N
        sendWhatsappMessage in sendAt string N
        sendWhatsappMessage out bulkId string N
        sendWhatsappMessage out messages[].to.phoneNumber string N
        sendWhatsappMessage out messages[].messageId string N
        sendWhatsappMessage out messages[].status.groupName string N
        sendWhatsappMessage out messages[].status.description string N
        sendWhatsappMessage out messages[].status.action string N
        getUserInfoBycallId in callId string Y
        getUserInfoBycallId in userId string Y 1..24
        getUserInfoBycallId in tenantId string Y
        getUserInfoBycallId out userId string N
        getUserInfoBycallId out userNickname string N
        getUserInfoBycallId out channel string N =WEB,WECHAT,FACEBOOK,…
        getUserInfoBycallId out channelConfigId string N
        getUserInfoBycallId out userAgent string N
        getUserInfoBycallId out clientIp string N
        getUserInfoBycallId out osName string N
        # T12: the odd spelling is the real name.
        getUserInfoBycallId out borderType string N
        getSatisfactionSurveyMode in language string N =zh_CN,en_US,pt_BR,ar_SA,fr_FR,es_ES,''
        getSatisfactionSurveyMode out resultCode string Y =0,13
        getSatisfactionSurveyMode out satisfactionSurvey.surveyType string N =WEB,NO
        getSatisfactionSurveyMode out satisfactionSurvey.satisfactionLevel[].satisfactionLevelKey string N =1,2,3,4,5
        getSatisfactionSurveyMode out satisfactionSurvey.satisfactionLevel[].satisfactionLevelDesc string N
        getSatisfactionSurveyMode out satisfactionSurvey.satisfactionQuestion[] string ? =FCR,NPS,CSAT
        """);

    [Theory]
    [MemberData(nameof(Operations))]
    public void Operation(string row)
    {
        var operation = Bound.Operation(FactRows.Words(row)[0]);
        Assert.Equal(row, $"{operation.Id} {operation.Method} {operation.Path}");
    }

    [Fact]
    public void There_are_no_other_operations() => Assert.Equal(Operations.Count(), Bound.Client.Operations.Count);

    [Theory]
    [MemberData(nameof(Parameters))]
    public void Parameter(string row)
    {
        var words = FactRows.Words(row);
        var parameter = Bound.Operation(words[0]).Parameters.Single(parameter => parameter.WireName == words[2] && parameter.Place.ToString() == words[1]);
        if (words[3] != "?")
            Assert.Equal(words[3] == "Y", parameter.Required);
    }

    [Theory]
    [MemberData(nameof(Members))]
    public void Member(string row) => Wire.Check(row);

    // T5, T6: the string "0" in whichever member the operation has; two operations have none.
    [Theory]
    [InlineData("send", "$response.body#/resultCode == '0'")]
    [InlineData("uploadFileStream", "$response.body#/returnCode == '0'")]
    [InlineData("chat_dropMail", "$response.body#/returnCode == '0'")]
    [InlineData("sendWhatsappMessage", null)]
    [InlineData("getUserInfoBycallId", null)]
    public void Success(string operation, string? criterion) =>
        Assert.Equal(criterion, Bound.Operation(operation).Success?.Criteria.Single().Text);

    // T7: no event is an absent eventId; content is absent when waiting and transferring.
    [Fact]
    public void Events_are_told_by_a_number_that_may_be_absent()
    {
        var union = Assert.IsType<UnionModel>(Bound.Type("ClickToCallEvent"));
        Assert.Equal(["168101", "168102", "168103", "168105", "168106", "168110"], union.Cases.SelectMany(static place => place.Tags));
        Assert.Single(union.Cases, static place => place.IsUntagged);
        Assert.Equal(("EventId", true), (union.Tag!.Name, union.Tag.Type.Nullable));
        var withContent = Bound.Types.OfType<ObjectModel>().Where(record => record.Base == union.Name && record.Properties.Any(static p => p.JsonName == "content"));
        Assert.Equal(["168101", "168103", "168105", "168110"], withContent.Select(static record => record.Properties.Single(static p => p.JsonName == "eventId").Constant));
    }

    // T13: the client waits 60 seconds.
    [Fact]
    public void The_poll_for_events_is_long() => Assert.Equal(60_000, Bound.Operation("getClickToCallEvents").LongPoll!.MinTimeoutMilliseconds);

    // T3, T4: stale on 401 and 403; both credentials are renewed; the server rotates one in a header; one lives an hour.
    [Fact]
    public void Credentials_are_renewed_together()
    {
        Assert.Equal([401, 403], Bound.Operation("send").RenewOn);
        var rotated = Bound.Client.Schemes.Single(static scheme => scheme.ParameterName == "ccmessaging-token");
        Assert.Equal(("ccmessaging-token", 3600, "applyToken"), (rotated.RotatedByHeader, rotated.LifetimeSeconds, rotated.AcquiredBy));
        Assert.Contains(Bound.Client.Schemes, static scheme => scheme.Kind == SecurityKind.Bearer);
        Assert.Contains(Bound.Client.Schemes, static scheme => string.Equals(scheme.ParameterName, "x-app-key", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(Bound.Operation("applyToken").Security, alternative => alternative.Contains(rotated.Name));
        Assert.DoesNotContain(Bound.Operation("createcall").Security, alternative => alternative.Contains(rotated.Name));
    }

    [Fact]
    public void Nothing_is_wrong_with_it() => Assert.Empty(Bound.Findings);
}
