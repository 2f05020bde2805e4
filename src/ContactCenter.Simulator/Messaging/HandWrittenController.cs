using System.Text.Json.Nodes;
using ContactCenter.Simulator.Generated.Messaging;
using ContactCenter.Simulator.Hosting;
using ContactCenter.Simulator.Scenarios;
using Microsoft.AspNetCore.Mvc;

namespace ContactCenter.Simulator.Messaging;

/// <summary>The messaging operations that NSwag misreads; docs/nswag.md has the reason for each.</summary>
internal sealed class HandWrittenController : ControllerBase
{
    private ContractCall Call => HttpContext.Call();

    /// <summary>NSwag drops "Async" from names, so this operation collides with send.</summary>
    [HttpPost("apiaccess/ccmessaging/sendAsync")]
    public ActionResult<SendResponse> SendAsync([FromBody] SendRequest body)
    {
        var (done, text) = ChatCommands.Obey(Call.Visitor!.Chat, body.ControlType);
        Call.Outcome = $"200, {body.ControlType}: {text}";
        return done
            ? new SendResponse { ResultCode = SendResultCode._0, ResultDesc = "send sendMessageForOpenApiAsync success." }
            : new SendResponse { ResultCode = SendResultCode._13, ResultDesc = text };
    }

    /// <summary>NSwag takes the first alternative of a oneOf for the whole, so every answer would be "connected".</summary>
    [HttpGet("apiaccess/ccmessaging/v1/getClickToCallEvents")]
    public async Task<IActionResult> GetClickToCallEventsAsync(CancellationToken cancellationToken)
    {
        var call = Call;
        var result = await call.Visitor!.Line.PollAsync(
            () => call.Violate("request", "came while another poll of the same customer was held; one at a time is allowed"), cancellationToken);

        var body = result switch
        {
            { Step: { } step } => Event(step),
            { Outcome: PollOutcome.NoCall } => new JsonObject { ["resultCode"] = "13", ["resultDesc"] = "There is no call." },
            _ => new JsonObject { ["resultCode"] = "0", ["resultDesc"] = "ClickToCall polled without any events" },
        };
        Call.Outcome = $"200, {body["eventId"]?.ToString() ?? $"resultCode {body["resultCode"]}"} {body["resultDesc"]}";
        return Content(body.ToJsonString(), "application/json");
    }

    /// <summary>
    /// The empty string is a language here, and NSwag gives its enum value an empty name, which System.Text.Json refuses. Besides, it
    /// writes the items of satisfactionQuestion as numbers.
    /// </summary>
    [HttpPost("apiaccess/ccmessaging/getsatisfactionsurveymode")]
    public IActionResult GetSatisfactionSurveyMode()
    {
        var levels = new[] { "Very dissatisfied", "Dissatisfied", "Neutral", "Satisfied", "Very satisfied" }.Select(
            static (text, index) => (JsonNode)new JsonObject { ["satisfactionLevelKey"] = $"{index + 1}", ["satisfactionLevelDesc"] = text });
        var body = new JsonObject
        {
            ["resultCode"] = "0",
            ["satisfactionSurvey"] = new JsonObject
            {
                ["surveyType"] = "WEB",
                ["satisfactionLevel"] = new JsonArray([.. levels]),
                ["satisfactionQuestion"] = new JsonArray("FCR", "NPS"),
            },
        };
        return Content(body.ToJsonString(), "application/json");
    }

    private JsonObject Event(CallStep step)
    {
        var (eventId, text) = MessagingCodes.Event(step.Kind);
        Call.IsOdd = step.Kind == CallStepKind.Undocumented;
        var body = new JsonObject { ["resultCode"] = "0", ["resultDesc"] = text, ["eventId"] = eventId };
        if (step.Kind == CallStepKind.Connected)
        {
            body["content"] = new JsonObject
            {
                ["domain"] = "gateway.example",
                ["gwAddresses"] = new JsonArray("192.0.2.1:8443", "192.0.2.2:8443"),
                ["accessCode"] = "179080000537636",
                ["clickToCallCaller"] = "AnonymousCard",
            };
        }
        else if (step.Cause is { } cause)
        {
            body["content"] = new JsonObject { ["causeId"] = -1, ["causeDesc"] = cause };
        }

        return body;
    }
}
