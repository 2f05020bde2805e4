using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using ContactCenter.Simulator.Generated.Messaging;
using Microsoft.AspNetCore.Mvc;
using FabricTypes = ContactCenter.Simulator.Generated.Fabric;
using RtcTypes = ContactCenter.Simulator.Generated.Rtc;

namespace ContactCenter.Simulator.Tests.Contracts;

/// <summary>
/// Each row of docs/nswag.md as it is today. A test that fails here says that NSwag has learned something: then the row and what is written by
/// hand because of it can go.
/// </summary>
public sealed class NSwagDisagreementTests
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    [Fact]
    public void Operation_names_lose_Async_so_two_operations_would_collide()
    {
        Assert.NotNull(typeof(MessagingControllerBase).GetMethod("Send"));
        Assert.Null(typeof(MessagingControllerBase).GetMethod("SendAsync"));
    }

    [Fact]
    public void The_first_alternative_of_a_oneOf_is_taken_for_the_whole()
    {
        Assert.Equal(typeof(CallConnectedContent), typeof(ClickToCallEvent).GetProperty("Content")!.PropertyType);
        Assert.False(typeof(CallQueued).IsAssignableTo(typeof(ClickToCallEvent)));
        Assert.Equal(typeof(RtcTypes.CallStatusInfo), typeof(RtcTypes.CallStatusNotification).GetProperty("StatusInfo")!.PropertyType);
    }

    [Fact]
    public void A_const_is_lost() =>
        Assert.Equal(0, (int)new CallReleased().EventId);

    [Fact]
    public void One_of_two_types_is_lost()
    {
        Assert.Equal(typeof(long?), typeof(CallCause).GetProperty("CauseId")!.PropertyType);
        Assert.Equal(typeof(bool?), typeof(DownlinkMessage).GetProperty("IsOfflineStatus")!.PropertyType);
        Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize<DownlinkMessage>("""{"isOfflineStatus":"yes"}""", Web));
    }

    [Fact]
    public void An_absent_member_and_a_null_are_the_same_and_absent_ones_are_written_as_null() =>
        Assert.Contains("\"token\":null", JsonSerializer.Serialize(new ApplyTokenResponse(), Web), StringComparison.Ordinal);

    [Fact]
    public void An_enum_of_strings_takes_numbers() =>
        Assert.Equal(MediaAbility._1, JsonSerializer.Deserialize<CreateClickToCallRequest>("""{"channel":"WEB","mediaAbility":1}""", Web)!.MediaAbility);

    [Fact]
    public void An_unknown_value_of_an_open_enum_stops_the_reader_or_is_taken_for_another_one()
    {
        Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize<DownlinkMessage>("""{"sourceType":"MACHINE"}""", Web));

        // "1" is no value of this enum, but 12 stands at place 1.
        Assert.Equal(SendResultCode._12, JsonSerializer.Deserialize<SendResponse>("""{"resultCode":"1"}""", Web)!.ResultCode);
    }

    [Fact]
    public void The_empty_string_as_an_enum_value_cannot_be_read_or_written() =>
        Assert.ThrowsAny<InvalidOperationException>(() => JsonSerializer.Deserialize<SurveyModeRequest>("""{"language":""}""", Web));

    [Fact]
    public void Items_of_string_enums_are_written_as_numbers() =>
        Assert.Contains("\"satisfactionQuestion\":[0]", JsonSerializer.Serialize(new SatisfactionSurvey { SatisfactionQuestion = [SurveyQuestion.FCR] }, Web), StringComparison.Ordinal);

    [Fact]
    public void A_missing_number_or_enum_becomes_its_default() =>
        Assert.Equal(0, (int)JsonSerializer.Deserialize<RtcTypes.CallVerifyRequest>("{}", Web)!.LanguageType);

    [Fact]
    public void Limits_of_parameters_are_lost()
    {
        var parameter = typeof(FabricTypes.FabricControllerBase).GetMethod("TokenByAkSk")!.GetParameters()[0];
        Assert.DoesNotContain(parameter.GetCustomAttributes(), static attribute => attribute.GetType().Namespace == "System.ComponentModel.DataAnnotations");
    }

    [Fact]
    public void Encoded_contents_and_conditions_are_lost()
    {
        Assert.Equal(typeof(string), typeof(UploadFileRequest).GetProperty("FileStream")!.PropertyType);
        Assert.Equal(typeof(string), typeof(RtcTypes.CallVerifyRequest).GetProperty("StatusUrl")!.PropertyType);
        Assert.NotNull(JsonSerializer.Deserialize<RobotFeedbackRequest>("""{"feedback":0}""", Web));
    }

    [Fact]
    public void Texts_are_taken_where_the_contract_wants_numbers() =>
        Assert.Equal(3, JsonSerializer.Deserialize<RtcTypes.CallVerifyRequest>("""{"times":"3"}""", Web)!.Times);

    [Fact]
    public void Numbers_in_strings_are_plain_strings() =>
        Assert.Equal(typeof(string), typeof(FabricTypes.TokenResponse).GetProperty("Expires")!.PropertyType);

    [Fact]
    public void Statuses_and_headers_are_not_in_the_signature() =>
        Assert.Equal(typeof(Task<ActionResult<SendResponse>>), typeof(MessagingControllerBase).GetMethod("Send")!.ReturnType);

    [Fact]
    public void Webhooks_have_no_controller() =>
        Assert.DoesNotContain(typeof(RtcTypes.RtcControllerBase).Assembly.GetTypes().SelectMany(static type => type.GetMethods()), static method => method.Name == "OnCallStatus");

    [Fact]
    public void Where_both_agree_the_names_on_the_wire_are_the_contracts()
    {
        Assert.Equal("configMaxcWaitTime", NameOf<QueueInfoResponse>("ConfigMaxcWaitTime"));
        Assert.Equal("webRTCSupported", NameOf<ClickToCallSupport>("WebRTCSupported"));
        Assert.Equal("resultcode", NameOf<RtcTypes.CallResult>("Resultcode"));
        Assert.Equal(
            """{"channel":"WEB","mediaAbility":"0"}""",
            JsonSerializer.Serialize(new CreateClickToCallRequest { Channel = Channel.WEB, MediaAbility = MediaAbility._0 }, Web));
    }

    private static string NameOf<T>(string property) => typeof(T).GetProperty(property)!.GetCustomAttribute<JsonPropertyNameAttribute>()!.Name;
}
