// Compiled by the tests together with what is generated from pets.openapi.yaml: a receiver of callbacks, its endpoints and a registration.
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using ClientGen.Callbacks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Pets;

public sealed class Receiver : IPetsReceiver
{
    public List<string> Calls { get; } = [];

    public bool Fails { get; set; }

    public Task OnBornAsync(Born callback, CancellationToken cancellationToken) => Note($"born {callback.Name}");

    public Task OnSoldAsync(Sold callback, CancellationToken cancellationToken) => Note($"sold {callback.Price}");

    public Task OnBillAsync(Bill callback, CancellationToken cancellationToken) => Note($"bill {callback.Amount}");

    public Task OnUnknownAsync(UnknownCallback callback, CancellationToken cancellationToken) => Note($"unknown {callback.Webhook} {callback.Json.GetRawText()}");

    private Task Note(string call)
    {
        Calls.Add(call);
        return Fails ? Task.FromException(new InvalidOperationException("no")) : Task.CompletedTask;
    }
}

public static class PetCallbacks
{
    private static CallbackOptions Open => new() { AllowUnverified = true };

    private static CallbackRequest Request(string body, string method = "POST") =>
        new(method, "https://me.example/callback", static _ => null, new MemoryStream(Encoding.UTF8.GetBytes(body)));

    private static string Say(CallbackReply reply) => $"{reply.Status} {Encoding.UTF8.GetString(reply.Body.Span)}".Trim();

    private static async Task<string> Send(Func<PetsCallbacks, CallbackRequest, Task<CallbackReply>> handle, params string[] bodies)
    {
        var receiver = new Receiver();
        var callbacks = new PetsCallbacks(receiver, Open);
        var replies = new List<string>();
        foreach (var body in bodies)
            replies.Add(Say(await handle(callbacks, Request(body))));
        return $"{string.Join("; ", replies)} => {string.Join("; ", receiver.Calls)}";
    }

    private static Task<string> News(params string[] bodies) => Send(static (callbacks, request) => callbacks.HandlePetNewsAsync(request), bodies);

    private static Task<string> Bills(params string[] bodies) => Send(static (callbacks, request) => callbacks.HandleBillAsync(request), bodies);

    public static Task<string> Each_event_has_its_method() => News("""{"type":"born","name":"Rex"}""", """{"type":"sold","price":5}""");

    public static async Task<string> Events_on_the_wrong_URL_find_their_method() =>
        await News("""{"amount":3}""") + " / " + await Bills("""{"type":"sold","price":5}""");

    public static Task<string> Unknown_events_are_handed_on() => News("""{"type":"fed"}""", "[1]", "7");

    public static Task<string> Bad_JSON_is_refused() => News("{\"type\":", "");

    public static Task<string> Repeats_are_acknowledged_once() => Bills("""{"amount":3}""", """{"amount":3}""", """{"amount":4}""");

    public static async Task<string> What_failed_may_come_again()
    {
        var receiver = new Receiver { Fails = true };
        var callbacks = new PetsCallbacks(receiver, Open);
        var first = Say(await callbacks.HandleBillAsync(Request("""{"amount":3}""")));
        receiver.Fails = false;
        return $"{first} {Say(await callbacks.HandleBillAsync(Request("""{"amount":3}""")))} {receiver.Calls.Count}";
    }

    public static async Task<string> Without_a_verifier_nobody_is_believed() =>
        Say(await new PetsCallbacks(new Receiver()).HandleBillAsync(Request("""{"amount":3}""")));

    public static async Task<string> Another_method_is_refused() => Say(await new PetsCallbacks(new Receiver(), Open).HandleBillAsync(Request("{}", "GET")));

    public static async Task<string> Endpoints_serve_them()
    {
        var receiver = new Receiver();
        var app = WebApplication.CreateSlimBuilder().Build();
        app.MapPetsCallbacks(receiver, Open, billPath: "/money");
        var texts = new List<string>();
        foreach (var endpoint in ((IEndpointRouteBuilder)app).DataSources.SelectMany(static source => source.Endpoints).OfType<RouteEndpoint>())
        {
            var context = new DefaultHttpContext();
            context.Request.Method = "POST";
            context.Request.Scheme = "https";
            context.Request.Host = new("me.example");
            context.Request.Body = new MemoryStream("""{"type":"born","name":"Rex"}"""u8.ToArray());
            var answer = new MemoryStream();
            context.Response.Body = answer;
            await endpoint.RequestDelegate!(context);
            texts.Add($"{endpoint.RoutePattern.RawText} {context.Response.StatusCode} {context.Response.ContentType} {Encoding.UTF8.GetString(answer.ToArray())}".Trim());
        }

        return $"{string.Join("; ", texts)} => {string.Join("; ", receiver.Calls)}";
    }

    public static Task<string> A_registered_client_is_one_object()
    {
        var services = new ServiceCollection();
        services.AddPetsClient(static options => options.BaseAddress = new Uri("https://pets.example"));
        using var provider = services.BuildServiceProvider();
        return Task.FromResult($"{ReferenceEquals(provider.GetRequiredService<IPetsClient>(), provider.GetRequiredService<PetsClient>())}");
    }
}
