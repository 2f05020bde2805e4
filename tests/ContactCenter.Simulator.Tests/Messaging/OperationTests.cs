using System.Net;
using ContactCenter.Simulator.Contracts;
using ContactCenter.Simulator.Tests.Support;

namespace ContactCenter.Simulator.Tests.Messaging;

/// <summary>Every operation takes a right request and gives an answer that keeps the contract.</summary>
public sealed class OperationTests
{
    private const string M = "/apiaccess/ccmessaging";

    /// <summary>Operation, request (null for GET), and a member of the answer with its value.</summary>
    public static TheoryData<string, string, string?, string, string> Requests => new()
    {
        { "applyToken", $"{M}/applyToken", """{"userId":"visitor-1","userName":"Visitor","channelId":"channel-1","locale":"en_US"}""", "resultCode", "0" },
        { "queryQueueInfo", $"{M}/queryQueueInfo", """{"userId":"visitor-1","channelConfigId":"channel-1","channel":"WEB"}""", "resultCode", "160004" },
        { "poll", $"{M}/poll?receiverId=visitor-1&channel=WEB&isNeedRead=true", null, "resultCode", "0" },
        {
            "saveSatisfaction", $"{M}/saveSatisfaction",
            """{"channel":"WEB","userId":"visitor-1","channelConfigId":"channel-1","evaluation":"5","comment":"","npsScore":"9","fcrValue":"1"}""", "resultCode", "0"
        },
        {
            "send", $"{M}/send",
            """{"channel":"WEB","content":"start","controlType":"CONNECT","from":"visitor-1","mediaType":"TEXT","sourceType":"CUSTOMER","to":"channel-1"}""",
            "resultCode", "0"
        },
        {
            "sendAsync", $"{M}/sendAsync",
            """{"channel":"WEB","controlType":"CONNECT","from":"visitor-1","mediaType":"TEXT","sourceType":"CUSTOMER","to":"channel-1"}""",
            "resultDesc", "send sendMessageForOpenApiAsync success."
        },
        { "uploadFileStream", $"{M}/uploadFileStream", """{"fileType":"jpg","fileStream":"AAE=","channel":"WEB"}""", "returnCode", "0" },
        { "downloadFileStream", $"{M}/downloadFileStream", """{"fileId":"nothing","channel":"WEB","fileType":"pdf","multiMedia":"multiMedia"}""", "resultCode", "13" },
        { "queryPhraseByKeyword", $"{M}/queryPhraseByKeyword", """{"strContent":"open","locale":"en","channel":"WEB"}""", "resultCode", "1" },
        { "checkClickToCallSupport", $"{M}/v1/checkClickToCallSupport?channel=WEB", null, "webRTCSupported", "true" },
        { "createClickToCall", $"{M}/v1/createClickToCall", """{"channel":"WEB","mediaAbility":"1"}""", "resultCode", "0" },
        { "getClickToCallEvents", $"{M}/v1/getClickToCallEvents?channel=WEB", null, "resultCode", "13" },
        { "dropClickToCall", $"{M}/v1/dropClickToCall", """{"channel":"WEB"}""", "resultCode", "13" },
        { "createcall", $"{M}/v1/mobileagent/createcall", """{"called":"+8613500000001","callData":"x","callerPresent":"+8653159511234"}""", "resultCode", "0" },
        { "doLeaveMessage", $"{M}/doLeaveMessage", """{"callId":"visitor-1","caller":"+8613500000001","leaveMessage":"Call me.","channel":"WEB"}""", "resultCode", "0" },
        { "feedbacksatisfaction", $"{M}/v1/robot/feedbacksatisfaction", """{"feedback":0,"feedbackContent":"no","from":"visitor-1","interIdx":"1"}""", "resultCode", "30000000019" },
        { "queryHistoryChatMessage", $"{M}/queryHistoryChatMessage", """{"channelId":"channel-1","userId":"visitor-1","limit":"10","offset":"0","channel":"WEB"}""", "resultCode", "0" },
        { "chat_dropMail", "/apiaccess/rest/ccmessaging/v1/emailchannel/dropMail", """{"emailId":"mail-1"}""", "returnCode", "0" },
        {
            "sendWhatsappMessage", "/apiaccess/rest/ccmessaging/omni/1/advanced",
            """{"bulkId":"bulk-1","destinations":[{"messageId":"m-1","to":{"phoneNumber":"8613500000001"}}],"whatsApp":{"text":"Hello","more":1}}""", "bulkId", "bulk-1"
        },
        { "getUserInfoBycallId", "/apiaccess/rest/workbench/v1/getUserInfoBycallId", """{"callId":"1","userId":"visitor-1","tenantId":"1"}""", "userId", "visitor-1" },
        { "getSatisfactionSurveyMode", $"{M}/getsatisfactionsurveymode", """{"language":""}""", "resultCode", "0" },
    };

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task Takes_a_right_request_and_keeps_the_contract(string operation, string path, string? body, string member, string value)
    {
        await using var simulator = await SimulatorHost.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        using var customer = await Customer.SignedInAsync(simulator);
        var reply = body is null ? await customer.GetAsync(path, TestContext.Current.CancellationToken) : await customer.PostAsync(path, body);

        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.Equal(value, reply[member]);
        Assert.Equal(operation, simulator.Journal[^1].Operation);
        Assert.Empty(simulator.Violations);
    }

    [Fact]
    public void Every_operation_has_a_row() =>
        Assert.Equal(
            ContractCatalogue.All.Operations.Where(static operation => operation.System == SimulatedSystem.Messaging).Select(static operation => operation.Id).Order(StringComparer.Ordinal),
            Requests.Select(static row => row.Data.Item1).Order(StringComparer.Ordinal));

    [Fact]
    public async Task An_uploaded_file_can_be_downloaded()
    {
        await using var simulator = await SimulatorHost.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        using var customer = await Customer.SignedInAsync(simulator);
        var key = (await customer.PostAsync($"{M}/uploadFileStream", """{"fileType":"txt","fileStream":"SGVsbG8=","channel":"WEB"}"""))["objectKey"];
        var reply = await customer.PostAsync($"{M}/downloadFileStream", $$"""{"fileId":"local/{{key}}","channel":"WEB","fileType":"txt"}""");

        Assert.Equal("SGVsbG8=", reply["fileStream"]);
        simulator.AssertKeepsContracts();
    }
}
