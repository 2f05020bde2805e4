using System.Text.Json;
using ContactCenter.Messaging;
using ContactCenter.NSwag.Tests.Generated.Messaging;
using ContactCenter.NSwag.Tests.Generated.Rtc;
using Theirs = ContactCenter.Simulator.Generated.Messaging;

namespace ContactCenter.NSwag.Tests;

/// <summary>
/// What differs between a request and how the other compiler writes or reads it: rows of docs/nswag.md. A test that fails here says that NSwag,
/// or ASP.NET Core, has learned something: then the row and the exception for it can go.
/// </summary>
public sealed class DisagreementTests
{
    [Theory]
    [InlineData("")]
    [InlineData(" \u2028")]
    public async Task A_blank_text_in_a_query_is_none_to_ASPNET_Core(string receiver)
    {
        await using var server = new OurRequestTests();
        await server.InitializeAsync();
        var call = await server.CallAsync(Operations.OfOurs("poll"), receiver, Channel.WEB, null);
        Assert.Null(call.Arguments.GetValueOrDefault("receiverId"));
        Assert.Equal("WEB", Canonical.Of(call.Arguments["channel"]));
    }

    [Fact]
    public void A_range_of_statuses_and_a_name_with_Async_make_clients_that_do_not_compile()
    {
        Assert.Null(typeof(NSwagRtcClient).GetMethod("GetRecordLinkAsync"));
        Assert.DoesNotContain(typeof(NSwagMessagingClient).GetMethods(), static method => method.Name == "SendAsyncAsync");
        Assert.Equal(["getRecordLink", "sendAsync"], Operations.LeftByNSwagsClient.Keys.Order());
    }

    [Fact]
    public void An_absent_member_of_a_request_is_written_as_null_and_read_as_absent()
    {
        var json = JsonSerializer.Serialize(new Theirs.HistoryRequest { ChannelId = "c", UserId = "u", Limit = "1", Offset = "0" });
        Assert.Contains("\"startTime\":null", json, StringComparison.Ordinal);

        var read = JsonSerializer.Deserialize<HistoryRequest>(json)!;
        Assert.Null(read.StartTime);
        Assert.DoesNotContain("startTime", JsonSerializer.Serialize(read), StringComparison.Ordinal);
    }

    [Fact]
    public void The_empty_language_can_be_sent_by_us_only()
    {
        var ours = new SurveyModeRequest { Language = Enum.GetValues<SurveyLanguage>().Single(static language => Canonical.OfEnum(language) is "" && language != SurveyLanguage.Unknown) };
        Assert.Contains("\"\"", JsonSerializer.Serialize(ours), StringComparison.Ordinal);
        Assert.ThrowsAny<Exception>(static () => JsonSerializer.Serialize(new Theirs.SurveyModeRequest { Language = Enum.GetValues<Theirs.SurveyLanguage>()[0] }));
    }
}
