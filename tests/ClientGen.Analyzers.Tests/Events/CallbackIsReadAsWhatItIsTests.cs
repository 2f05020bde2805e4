using ClientGen.Analyzers.Tests.Kit;

namespace ClientGen.Analyzers.Tests.Events;

public sealed class CallbackIsReadAsWhatItIsTests
{
    private static string Program(string members) => $$"""
        using System.Net.Http.Json;
        using System.Text.Json;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;
        using ContactCenter.Rtc;

        public static class Callbacks
        {
            {{members}}

            private static void Keep(object? what) => Console.WriteLine(what);
        }
        """;

    [Theory]
    [InlineData("public static void Read(string json) => Keep(JsonSerializer.Deserialize<{|CG7001:CallAnswered|}>(json));")]
    [InlineData("public static void Read(JsonElement json) => Keep(json.Deserialize<{|CG7001:CallDisconnected|}>()!.StatusInfo);")]
    [InlineData("public static async Task ReadAsync(HttpRequest request) => Keep(await request.ReadFromJsonAsync<{|CG7001:ContactCenter.Rtc.CallAnswered|}>());")]
    [InlineData("public static void Read(string json) => Keep(JsonSerializer.Deserialize(json, typeof({|CG7001:CallAnswered|})));")]
    [InlineData("public static void Map(WebApplication app) => app.MapPost(\"/status\", ({|CG7001:CallAnswered|} body) => Keep(body));")]
    [InlineData("public static void Post([FromBody] {|CG7001:CallAnswered|} body) => Keep(body);")]
    [InlineData("""public static void Read(JsonElement json) { if (json.GetProperty("eventType").GetString() is {|CG2006:"fee"|}) Keep(json.Deserialize<{|CG7001:CallStatusNotification|}>()); }""")]
    [InlineData("public static void Read(CallEventType type, string json) { if (type == CallEventType.Fee) Keep(JsonSerializer.Deserialize<{|CG7001:CallStatusNotification|}>(json)); }")]
    [InlineData("public static void Read(CallEventType type, string json) { switch (type) { case CallEventType.Callout: Keep(JsonSerializer.Deserialize<{|CG7001:CallAnswered|}>(json)); break; default: break; } }")]
    [InlineData("public static object? Read(CallEventType type, string json) => type switch { CallEventType.Callout => JsonSerializer.Deserialize<{|CG7001:FeeNotification|}>(json), _ => null };")]
    [InlineData("public static void Read(CallStatusNotification news) => Keep((({|CG7001:CallAnswered|})news).StatusInfo);")]
    [InlineData("public static void Read(string json) { var news = JsonSerializer.Deserialize<CallStatusNotification>(json); Keep(({|CG7001:FeeNotification|})news!); }")]
    public Task A_callback_that_is_taken_for_another_is_reported(string members) => Check.Program(Program(members));

    [Theory]
    [InlineData("public static void Read(string json) => Keep(JsonSerializer.Deserialize<CallStatusNotification>(json));")]
    [InlineData("public static void Read(string json) => Keep(JsonSerializer.Deserialize<FeeNotification>(json));")]
    [InlineData("public static void Read(string json) => Keep(JsonSerializer.Deserialize<CallStatusNotification>(json) as CallAnswered);")]
    [InlineData("public static void Read(string json) { if (JsonSerializer.Deserialize<CallStatusNotification>(json) is CallAnswered answered) Keep(answered.StatusInfo); }")]
    [InlineData("public static void Read(string json) => Keep(JsonSerializer.Deserialize<List<string>>(json));")]
    [InlineData("public static void Read(string json) => Keep(JsonSerializer.Deserialize<CollectedInfo>(json));")]
    [InlineData("public static void Read(CallEventType type, string json) { if (type == CallEventType.Answer) Keep(JsonSerializer.Deserialize<CallAnswered>(json)); }")]
    [InlineData("public static void Read(CallEventType type, string json) { if (type == CallEventType.Fee) Keep(JsonSerializer.Deserialize<FeeNotification>(json)); else Keep(JsonSerializer.Deserialize<CallStatusNotification>(json)); }")]
    [InlineData("public static void Read(CallEventType type, string json) { if (type != CallEventType.Fee) Keep(JsonSerializer.Deserialize<CallStatusNotification>(json)); }")]
    [InlineData("public static void Read(CallEventType type, string json) { if (type != CallEventType.Answer) return; Keep(JsonSerializer.Deserialize<CallAnswered>(json)); }")]
    [InlineData("public static object? Read(CallEventType type, string json) => type switch { CallEventType.Answer => JsonSerializer.Deserialize<CallAnswered>(json), CallEventType.Disconnect => JsonSerializer.Deserialize<CallDisconnected>(json), _ => null };")]
    [InlineData("public static object? Read(CallEventType type, string json) => type is CallEventType.Answer or CallEventType.Alerting ? JsonSerializer.Deserialize<CallStatusNotification>(json) : null;")]
    [InlineData("""public static void Read(JsonDocument json) { if (!json.RootElement.TryGetProperty("eventType", out var kind) || kind.GetString() != CallEventType.Answer.ToWire()) return; Keep(json.Deserialize<CallAnswered>()); }""")]
    [InlineData("private static void Answered(string json) => Keep(JsonSerializer.Deserialize<CallAnswered>(json)); public static void Read(CallEventType type, string json) { if (type == CallEventType.Answer) Answered(json); }")]
    [InlineData("public static void Map(WebApplication app) => app.MapPost(\"/status\", (CallStatusNotification body) => Keep(body));")]
    [InlineData("public static void Map(WebApplication app) => app.MapPost(\"/fee\", (FeeNotification body) => Keep(body));")]
    [InlineData("public static void Post([FromBody] CallStatusNotification body) => Keep(body);")]
    [InlineData("public static void Post(CallAnswered body) => Keep(body);")]
    [InlineData("public static Task OnCallAnsweredAsync(CallAnswered callback, CancellationToken ct) { Keep(callback); return Task.CompletedTask; }")]
    [InlineData("public static void Read(CallStatusNotification news) => Keep((news as CallAnswered)?.StatusInfo);")]
    [InlineData("public static void Read(CallStatusNotification news) { if (news is CallAnswered) Keep(((CallAnswered)news).StatusInfo); }")]
    [InlineData("public static void Read(CallStatusNotification news) { switch (news) { case CallAnswered: Keep(((CallAnswered)news).StatusInfo); break; default: break; } }")]
    [InlineData("public static void Read(CallStatusNotification news) { if (news.GetType() == typeof(CallAnswered)) Keep(((CallAnswered)news).StatusInfo); }")]
    [InlineData("private static void Answered(CallStatusNotification news) => Keep(((CallAnswered)news).StatusInfo); public static void Read(CallStatusNotification news) { if (news is CallAnswered) Answered(news); }")]
    [InlineData("public static void Read(CallStatusNotification news) => Keep((object)news);")]
    [InlineData("public static void Read(IEnumerable<CallStatusNotification> news) => Keep(news.OfType<CallAnswered>().Count());")]
    [InlineData("public static void Write(CallAnswered news) => Keep(JsonSerializer.Serialize<CallAnswered>(news));")]
    [InlineData("public static List<CallAnswered> All { get; } = new List<CallAnswered>();")]
    [InlineData("""public static void Read(string json) { switch (JsonSerializer.Deserialize<CallStatusNotification>(json)) { case CallAnswered answered: Keep(answered.StatusInfo); break; case CallDisconnected ended: Keep(ended.StatusInfo); break; default: break; } }""")]
    [InlineData("""public static object? Read(CallStatusNotification news) => news switch { CallAnswered answered => answered.StatusInfo, CallDisconnected ended => ended.StatusInfo, _ => null };""")]
    [InlineData("""public static void Read(CallStatusNotification news) { if (news is not CallAnswered answered) return; Keep(answered.StatusInfo); }""")]
    [InlineData("""public static void Read(CallStatusNotification news) { var answered = news as CallAnswered; if (answered is not null) Keep(answered.StatusInfo); }""")]
    [InlineData("""public static async Task ReadAsync(HttpRequest request) { if (await request.ReadFromJsonAsync<CallStatusNotification>() is CallAnswered answered) Keep(answered); }""")]
    [InlineData("""public static async Task ReadAsync(HttpRequest request) => Keep(await request.ReadFromJsonAsync<FeeNotification>());""")]
    [InlineData("""public static void Map(WebApplication app) { app.MapPost("/status", (CallStatusNotification body) => Keep(body)); app.MapPost("/fee", (FeeNotification body) => Keep(body)); app.MapPost("/orders", (List<int> orders) => Keep(orders)); }""")]
    [InlineData("""public static void Read(IReadOnlyList<CallStatusNotification> news) { foreach (var answered in news.OfType<CallAnswered>()) Keep(answered.StatusInfo); }""")]
    [InlineData("""public static void Read(CallStatusNotification news) => Keep(news.GetType().Name);""")]
    [InlineData("""public static bool IsAnswered(CallStatusNotification news) => news is CallAnswered;""")]
    [InlineData("""public static void Read(object anything) => Keep((string)anything);""")]
    [InlineData("""public static void Read(FeeNotification fee) => Keep((object)fee);""")]
    public Task A_callback_that_is_asked_what_it_is_is_fine(string members) => Check.Program(Program(members));

    [Fact]
    public Task The_question_may_stand_in_another_file() => Check.Files([Program("public static void Answered(string json) => Keep(JsonSerializer.Deserialize<CallAnswered>(json));"), """
        using ContactCenter.Rtc;

        public static class Router
        {
            public static void Route(CallEventType type, string json)
            {
                if (type == CallEventType.Answer)
                    Callbacks.Answered(json);
            }
        }
        """]);

    [Theory]
    [InlineData(
        "public static CallAnswered? Read(string json) => JsonSerializer.Deserialize<{|CG7001:CallAnswered|}>(json);",
        "public static CallAnswered? Read(string json) => JsonSerializer.Deserialize<CallStatusNotification>(json) as CallAnswered;")]
    [InlineData(
        "public static void Read(JsonElement json) => Keep(json.Deserialize<{|CG7001:CallAnswered|}>()!.StatusInfo);",
        "public static void Read(JsonElement json) => Keep((json.Deserialize<CallStatusNotification>() as CallAnswered)!.StatusInfo);")]
    [InlineData(
        "public static async Task ReadAsync(HttpRequest request) { var news = await request.ReadFromJsonAsync<{|CG7001:CallAnswered|}>(); Keep(news); }",
        "public static async Task ReadAsync(HttpRequest request) { var news = await request.ReadFromJsonAsync<CallStatusNotification>() as CallAnswered; Keep(news); }")]
    [InlineData(
        "public static void Read(CallEventType type, string json) { if (type == CallEventType.Fee) Keep(JsonSerializer.Deserialize<{|CG7001:CallStatusNotification|}>(json)); }",
        "public static void Read(CallEventType type, string json) { if (type == CallEventType.Fee) Keep(JsonSerializer.Deserialize<FeeNotification>(json)); }")]
    public Task The_fix_reads_what_fits(string before, string after) => CheckFix.Program(Program(before), Program(after));

    [Theory]
    [InlineData("public static void Post([FromBody] {|CG7001:CallAnswered|} body) => Keep(body);")]
    [InlineData("public static void Read(CallStatusNotification news) => Keep((({|CG7001:CallAnswered|})news).StatusInfo);")]
    public Task What_an_endpoint_should_do_is_left_to_people(string members) => CheckFix.IsNotOffered(Program(members));
}
