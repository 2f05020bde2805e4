using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ContactCenter.Simulator.Contracts;
using ContactCenter.Simulator.Hosting;
using ContactCenter.Simulator.Journal;
using ContactCenter.Simulator.Scenarios;

namespace ContactCenter.Simulator.Rtc;

/// <summary>Sends status and fee events to applications' servers, with the faults of the scenario.</summary>
internal sealed class CallbackSender(World world)
{
    private const string StatusWebhook = "callStatus";
    private const string FeeWebhook = "callFee";

    /// <summary>An answer of an application's server is read this far.</summary>
    private const int LongestAnswer = 64 * 1024;

    /// <summary>Sends a status event, once; whoever misses it never gets it.</summary>
    public async Task SendStatusAsync(string application, Uri url, string eventType, JsonObject body)
    {
        Check(StatusWebhook, body);
        var json = body.ToJsonString();
        switch (RuleFor(eventType))
        {
            case { Fault: CallbackFault.Late } late:
                // The call goes on meanwhile.
                _ = world.Clock.Start(async () =>
                {
                    await world.Clock.NapAsync(late.Delay, drives: true, bell: null, world.Simulator.Stopping.Token);
                    await PostAsync(application, url, StatusWebhook, $"{eventType}, late", json);
                });
                return;
            case { Fault: CallbackFault.Malformed }:
                await PostAsync(application, url, StatusWebhook, $"{eventType}, malformed", json[..(json.Length / 2)], isSpoiled: true);
                return;
            case { Fault: CallbackFault.WrongSignature }:
                await PostAsync(application, url, StatusWebhook, $"{eventType}, wrongly signed", json, secret: "not the secret", isSpoiled: true);
                return;
            case { Fault: CallbackFault.Repeated }:
                await PostAsync(application, url, StatusWebhook, eventType, json);
                await PostAsync(application, url, StatusWebhook, $"{eventType}, repeated", json);
                return;
            default:
                await PostAsync(application, url, StatusWebhook, eventType, json);
                return;
        }
    }

    /// <summary>Sends fee records once.</summary>
    /// <returns>Whether the application's server has taken them.</returns>
    public async Task<bool> SendFeeAsync(string application, Uri url, JsonObject body, string note)
    {
        Check(FeeWebhook, body);
        var json = body.ToJsonString();
        switch (RuleFor("fee"))
        {
            case { Fault: CallbackFault.Malformed }:
                return await PostAsync(application, url, FeeWebhook, $"{note}, malformed", json[..(json.Length / 2)], isSpoiled: true);
            case { Fault: CallbackFault.WrongSignature }:
                return await PostAsync(application, url, FeeWebhook, $"{note}, wrongly signed", json, secret: "not the secret", isSpoiled: true);
            case { Fault: CallbackFault.Late } late:
                await world.Clock.NapAsync(late.Delay, drives: true, bell: null, world.Simulator.Stopping.Token);
                return await PostAsync(application, url, FeeWebhook, $"{note}, late", json);
            case { Fault: CallbackFault.Repeated }:
                var taken = await PostAsync(application, url, FeeWebhook, note, json);
                await PostAsync(application, url, FeeWebhook, $"{note}, repeated", json);
                return taken;
            default:
                return await PostAsync(application, url, FeeWebhook, note, json);
        }
    }

    private CallbackRule? RuleFor(string eventType) => world.Scenario.Rtc.Callbacks.FirstOrDefault(rule => rule.EventType == eventType);

    /// <summary>What the simulator sends must itself keep the contract.</summary>
    private void Check(string webhook, JsonObject body)
    {
        using var json = JsonSerializer.SerializeToDocument(body);
        foreach (var fault in SchemaCheck.OpenEnums.Check(OpenApiOperations.WebhookSchema(SimulatedSystem.Rtc, webhook), json.RootElement))
            world.Simulator.Records.Keep(ViolationSide.Simulator, SimulatedSystem.Rtc, webhook, $"body#{fault.Pointer}", fault.Message, fault.Rule);
    }

    private async Task<bool> PostAsync(
        string application, Uri url, string webhook, string note, string json, string? secret = null, bool isSpoiled = false)
    {
        secret ??= world.Simulator.Options.Applications[application];
        var nonce = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"nonce/{world.NextNumber()}")))[..32];
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new StringContent(json, Encoding.UTF8) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "UTF-8" };
        request.Headers.TryAddWithoutValidation("Authorization", AkskSignature.Authorization.TrimEnd());
        request.Headers.TryAddWithoutValidation(
            "X-AKSK", AkskSignature.CallbackToken(application, secret, url.OriginalString, nonce, world.Now, world.Scenario.Rtc.Digest));
        try
        {
            using var response = await world.Simulator.Callbacks.SendAsync(request, world.Simulator.Stopping.Token);
            // Only 200 counts, not the other statuses of success.
            var taken = response.StatusCode == HttpStatusCode.OK;
            world.Note(SimulatedSystem.Rtc, webhook, string.Create(CultureInfo.InvariantCulture, $"{note}: {(int)response.StatusCode}"));
            if (taken && !isSpoiled)
                await CheckAnswerAsync(response, webhook);
            return taken;
        }
        catch (HttpRequestException)
        {
            world.Note(SimulatedSystem.Rtc, webhook, $"{note}: not reached");
            return false;
        }
        catch (OperationCanceledException) when (!world.Simulator.Stopping.IsCancellationRequested)
        {
            world.Note(SimulatedSystem.Rtc, webhook, $"{note}: no answer in time");
            return false;
        }
    }

    /// <summary>A body is not needed; one that is sent should be the documented one.</summary>
    private async Task CheckAnswerAsync(HttpResponseMessage response, string webhook)
    {
        if (response.Content.Headers.ContentType?.MediaType != "application/json" || response.Content.Headers.ContentLength is null or 0 or > LongestAnswer)
            return;

        try
        {
            using var json = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(world.Simulator.Stopping.Token));
            var schema = OpenApiOperations.WebhookAnswerSchema(SimulatedSystem.Rtc, webhook);
            foreach (var fault in SchemaCheck.OpenEnums.Check(schema, json.RootElement))
                Keep($"answer#{fault.Pointer}", fault.Message, fault.Rule);
        }
        catch (JsonException)
        {
            Keep("answer", "is no JSON text", "");
        }

        void Keep(string place, string message, string rule) =>
            world.Simulator.Records.Keep(ViolationSide.Receiver, SimulatedSystem.Rtc, webhook, place, message, rule);
    }
}
