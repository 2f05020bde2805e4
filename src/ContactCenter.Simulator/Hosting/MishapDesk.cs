using System.Text.Json.Nodes;
using ContactCenter.Simulator.Contracts;
using ContactCenter.Simulator.Scenarios;

namespace ContactCenter.Simulator.Hosting;

/// <summary>Lets go wrong what the scenario's table says. The endpoints know nothing of it.</summary>
/// <remarks>What happens to the bytes of a right answer is done by <see cref="AnswerDesk"/>, which holds them.</remarks>
internal sealed class MishapDesk(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var call = context.Call();
        var rule = call.World.Scenario.Mishaps.FirstOrDefault(
            rule => (rule.Operation == call.Operation.Id || rule.Operation == "*") && rule.When.Contains(call.Number));
        if (rule is null)
        {
            await next(context);
            return;
        }

        call.Mishap = rule.Mishap;
        if (rule.Mishap.After > TimeSpan.Zero)
            await call.World.Clock.NapAsync(rule.Mishap.After, drives: true, bell: null, context.RequestAborted);
        await HappenAsync(rule.Mishap, context, call);
    }

    private async Task HappenAsync(Mishap mishap, HttpContext context, ContractCall call)
    {
        switch (mishap)
        {
            case Mishap.CutConnection:
                call.Outcome = "connection cut";
                context.Abort();
                break;

            case Mishap.Refusal refusal:
                call.Outcome = $"{refusal.Status}, {refusal.Message}";
                await ErrorAnswer.WriteAsync(context.Response, call.Operation.System, refusal.Status, refusal.Code, refusal.Message);
                break;

            case Mishap.FailedResult failed:
                call.Outcome = $"200, {call.Operation.CodeMember} {failed.Code}, {failed.Description}";
                await WriteAsync(context.Response, FailedBody(call.Operation, failed).ToJsonString());
                break;

            case Mishap.TokensRunOut:
                call.World.Tokens.ExpireAll();
                call.Outcome = "403, all tokens ran out";
                await ErrorAnswer.WriteAsync(
                    context.Response, call.Operation.System, StatusCodes.Status403Forbidden, "0", CredentialDesk.ExpiredText);
                break;

            case Mishap.OddAnswer odd:
                call.IsOdd = true;
                call.Outcome = "200, an answer that the contract does not foresee";
                await WriteAsync(context.Response, odd.Body);
                break;

            case Mishap.RotatedToken when call.MessagingToken is { } token:
                context.Response.Headers["ccmessaging-token"] = call.World.Tokens.Rotate(token);
                await next(context);
                call.Outcome ??= $"{context.Response.StatusCode}, with a new messaging token";
                break;

            default:
                await next(context);
                break;
        }
    }

    private static JsonObject FailedBody(ContractOperation operation, Mishap.FailedResult failed)
    {
        var body = new JsonObject { [operation.CodeMember ?? "resultCode"] = failed.Code };
        if (operation.MessageMember is { } message)
            body[message] = failed.Description;
        return body;
    }

    private static Task WriteAsync(HttpResponse response, string json)
    {
        response.ContentType = "application/json";
        return response.WriteAsync(json, response.HttpContext.RequestAborted);
    }
}
