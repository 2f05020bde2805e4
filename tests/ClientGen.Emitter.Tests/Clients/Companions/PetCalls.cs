// Compiled by the tests together with the generated client of pets.openapi.yaml: what a user would write.
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using ClientGen;
using Pets;

public sealed class StubServer(params (int Status, string Type, string Body)[] answers) : HttpMessageHandler
{
    private int _next;

    public List<string> Requests { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var text = new StringBuilder($"{request.Method} {request.RequestUri!.PathAndQuery}");
        foreach (var header in request.Headers.OrderBy(static h => h.Key, StringComparer.Ordinal))
            text.Append($" | {header.Key}: {string.Join(", ", header.Value)}");
        if (request.Content is { } content)
            text.Append($" | {content.Headers.ContentType?.MediaType} {(await content.ReadAsStringAsync(cancellationToken)).Replace("\r\n", "\n")}");
        Requests.Add(text.ToString());
        var (status, type, body) = answers[Math.Min(_next++, answers.Length - 1)];
        var answer = new HttpResponseMessage((HttpStatusCode)status) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        if (type.Length > 0)
            answer.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        answer.Headers.Add("X-Left", "7");
        return answer;
    }
}

public static class PetCalls
{
    private const string Json = "application/json";

    private static (IPetsClient Client, StubServer Server) Make(params (int, string, string)[] answers)
    {
        var server = new StubServer(answers);
        return (new PetsClient(new HttpMessageInvoker(server), new ApiClientOptions
        {
            BaseAddress = new Uri("https://pets.example/"),
            Credentials = new StaticCredentials(new Dictionary<string, string> { [PetsClient.Schemes.Shop] = "t", [PetsClient.Schemes.AppKey] = "k" }),
        }), server);
    }

    public static async Task<string> Get_sends_all_that_was_given()
    {
        var (client, server) = Make((200, Json, """{"code":"0","name":"Rex","color":"red"}"""));
        var pet = await client.GetPetAsync(5, Color.Blue, xTrace: "a", session: "s");
        return $"{server.Requests[0]}\n{pet.Name} {pet.Color}";
    }

    public static async Task<string> Get_leaves_out_what_was_not_given()
    {
        var (client, server) = Make((200, Json, """{"code":"0","name":"Rex"}"""));
        await client.GetPetAsync(5);
        return server.Requests[0];
    }

    public static async Task<string> A_wrong_result_code_is_an_exception()
    {
        var (client, _) = Make((200, Json, """{"code":"7","text":"no","name":"Rex"}"""));
        try { await client.GetPetAsync(5); }
        catch (ResultCodeException e) { return $"{e.Operation} {e.Code} {e.Description}"; }
        return "nothing thrown";
    }

    public static async Task<string> A_documented_error_carries_its_body()
    {
        var (client, _) = Make((404, Json, """{"reason":"gone"}"""));
        try { await client.GetPetAsync(5); }
        catch (ApiException e) { return $"{e.Status} {e.ErrorAs<Problem>()?.Reason}"; }
        return "nothing thrown";
    }

    public static async Task<string> Outcomes_are_values()
    {
        var (client, _) = Make((200, Json, """{"code":"7","name":"Rex"}"""), (404, Json, """{"reason":"gone"}"""), (503, "", ""));
        var texts = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            texts.Add(await client.GetPetOutcomeAsync(5) switch
            {
                GetPetOutcome.Ok ok => $"{ok.Body.Name} {ok.XLeft}",
                GetPetOutcome.NotFound none => $"{none.Body.Reason}",
                GetPetOutcome.ServerError error => $"{error.Status}",
                _ => "?",
            });
        }

        return string.Join("; ", texts);
    }

    public static async Task<string> An_undocumented_answer_is_an_exception_for_both()
    {
        var (client, _) = Make((418, "", "tea"));
        var texts = new List<string>();
        try { await client.GetPetAsync(5); } catch (UndocumentedAnswerException e) { texts.Add($"{e.Status}"); }
        try { await client.GetPetOutcomeAsync(5); } catch (UndocumentedAnswerException e) { texts.Add($"{e.Status}"); }
        return string.Join(" ", texts);
    }

#pragma warning disable CS0618
    public static async Task<string> A_success_without_a_body_is_null()
    {
        var (client, server) = Make((201, Json, """{"name":"Rex"}"""), (204, "", ""), (400, Json, """{"reason":"bad"}"""));
        var made = await client.PutPetAsync(1, new() { Name = "Rex" });
        var changed = await client.PutPetAsync(1, new() { Name = "Rex" });
        try { await client.PutPetAsync(1, new() { Name = "Rex" }); }
        catch (ApiException e) { return $"{server.Requests[0]}\n{made?.Name} {changed?.Name ?? "null"} {e.ErrorAs<Problem>()?.Reason}"; }
        return "nothing thrown";
    }
#pragma warning restore CS0618

    public static async Task<string> Lists_and_objects_follow_their_styles()
    {
        var (client, server) = Make((200, Json, """[{"name":"Rex"},{"name":"Tom"}]"""));
        var pets = await client.FindPetsAsync(["a b", "c"], [1, 2], new() { X = 1.5 }, new() { Y = 2 });
        return $"{server.Requests[0]}\n{pets.Count}";
    }

    public static async Task<string> A_stream_of_events_is_typed()
    {
        var (client, server) = Make((200, "text/event-stream", "data: {\"kind\":1}\n\ndata: {\"kind\":9}\n\n"));
        var kinds = new List<string>();
        await foreach (var e in client.WatchPetsAsync("dogs"))
        {
            kinds.Add($"{e.Kind}");
            if (kinds.Count == 2)
                break;
        }

        return $"{server.Requests[0]}\n{string.Join(" ", kinds)}";
    }

    public static async Task<string> A_poll_goes_on_until_the_contract_says_stop()
    {
        var (client, server) = Make((200, Json, """{"code":"0","kind":1}"""), (200, Json, """{"code":"0"}"""), (200, Json, """{"code":"0","kind":3}"""));
        var kinds = new List<string>();
        await foreach (var e in client.PetEventsAsync(new DateTimeOffset(2024, 1, 2, 3, 4, 5, TimeSpan.Zero)))
            kinds.Add(e.Kind?.ToString() ?? "none");
        return $"{server.Requests[0]}\n{server.Requests.Count} {string.Join(" ", kinds)}";
    }

    public static async Task<string> Files_and_fields_are_parts()
    {
        var (client, server) = Make((204, "", ""));
        await client.SendFileAsync(new FilePart(Encoding.UTF8.GetBytes("bytes"), "rex.png", "image/png"), "me", size: 5, place: new() { X = 1 });
        return server.Requests[0];
    }

    public static async Task<string> Form_fields_are_encoded()
    {
        var (client, server) = Make((200, "text/plain", "new name"));
        var name = await client.RenameFileAsync("a&b", "c d");
        return $"{server.Requests[0]}\n{name}";
    }

    public static async Task<string> Bytes_go_up_and_come_down()
    {
        var (client, server) = Make((200, "image/png", "picture"));
        await client.SaveFileAsync("a/b", new MemoryStream(Encoding.UTF8.GetBytes("up")), "image/png");
        await using var file = await client.LoadFileAsync("a/b");
        return $"{server.Requests[0]}\n{file.ContentType} {await new StreamReader(file.Content).ReadToEndAsync()}";
    }

    public static async Task<string> Other_settings_make_another_client()
    {
        var (client, server) = Make((200, Json, """{"code":"0","name":"Rex"}"""));
        await client.With(new CallOptions { Headers = new Dictionary<string, string> { ["X-Extra"] = "1" } }).GetPetAsync(5);
        await client.GetPetAsync(5);
        return $"{server.Requests[0].Contains("X-Extra: 1")} {server.Requests[1].Contains("X-Extra")}";
    }

    public static Task<string> An_impatient_HttpClient_is_refused()
    {
        try { _ = new PetsClient(new HttpClient { Timeout = TimeSpan.FromSeconds(10) }); }
        catch (ArgumentException e) { return Task.FromResult(e.Message.Contains("60") ? "refused" : e.Message); }
        return Task.FromResult("accepted");
    }

    public static Task<string> Servers_have_variables() =>
        Task.FromResult($"{PetsClient.Servers.Server()} {PetsClient.Servers.Server("us")} {PetsClient.Servers.Server2}");
}
