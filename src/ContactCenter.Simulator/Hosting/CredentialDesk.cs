using ContactCenter.Simulator.Contracts;
using ContactCenter.Simulator.Fabric;
using ContactCenter.Simulator.Rtc;

namespace ContactCenter.Simulator.Hosting;

/// <summary>Asks for the credentials that the contract's <c>security</c> demands.</summary>
internal sealed class CredentialDesk(RequestDelegate next)
{
    /// <summary>The text of the real service; it says nothing about which token it means.</summary>
    public const string ExpiredText = "auth fail! please apply or refresh the access token from the server!";

    public async Task InvokeAsync(HttpContext context)
    {
        var call = context.Call();
        // No operation of ours has alternatives; every scheme of the one set is needed.
        foreach (var scheme in call.Operation.Security.Count > 0 ? DemandedBy(call.Operation) : [])
        {
            if (Refusal(scheme, context.Request, call) is { } refusal)
            {
                call.Outcome = $"{refusal.Status}, {refusal.Message}";
                await ErrorAnswer.WriteAsync(context.Response, call.Operation.System, refusal.Status, refusal.Code, refusal.Message);
                return;
            }
        }

        await next(context);
    }

    /// <summary>AsyncAPI lists the schemes of a server one by one; there every one that is configured is sent, and only the account is needed always.</summary>
    private static IEnumerable<string> DemandedBy(ContractOperation operation) =>
        operation.System == SimulatedSystem.Video ? ["account"] : operation.Security[0];

    private static CredentialRefusal? Refusal(string scheme, HttpRequest request, ContractCall call) => scheme switch
    {
        "appKey" => AppKey(request, call),
        "fabricBearer" => FabricBearer(request, call),
        "messagingToken" => MessagingToken(request, call),
        "aksk" => AkskSignature.Check(request, call),
        "account" => Account(request, call),
        _ => throw new InvalidOperationException($"The simulator does not know the security scheme {scheme} of {call.Operation}."),
    };

    private static CredentialRefusal? AppKey(HttpRequest request, ContractCall call)
    {
        var key = request.Headers["x-app-key"].ToString();
        if (!call.World.Simulator.Options.Applications.ContainsKey(key))
            return Unauthorized(key.Length == 0 ? "header x-app-key is missing" : "header x-app-key names no application");
        call.Application = key;
        return null;
    }

    private static CredentialRefusal? FabricBearer(HttpRequest request, ContractCall call)
    {
        const string prefix = "Bearer ";
        var header = request.Headers.Authorization.ToString();
        if (header.Length == 0)
            return Unauthorized("header Authorization is missing");
        if (!header.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            return Unauthorized("header Authorization does not begin with Bearer and a space");

        return call.World.Tokens.FindAccess(header[prefix.Length..], out var grant) switch
        {
            TokenStanding.Expired => Expired,
            TokenStanding.Unknown => Unauthorized("header Authorization carries an unknown access token"),
            _ when grant!.Application != call.Application => Unauthorized("header Authorization carries the token of another application"),
            _ => null,
        };
    }

    private static CredentialRefusal? MessagingToken(HttpRequest request, ContractCall call)
    {
        var token = request.Headers["ccmessaging-token"].ToString();
        if (token.Length == 0)
            return Unauthorized("header ccmessaging-token is missing");

        var standing = call.World.Tokens.FindMessaging(token, out var grant);
        if (standing == TokenStanding.Expired)
            return Expired;
        if (standing == TokenStanding.Unknown)
            return Unauthorized("header ccmessaging-token carries an unknown or replaced token");
        if (grant!.Application != call.Application)
            return Unauthorized("header ccmessaging-token carries the token of another application");

        call.Visitor = grant.Visitor;
        call.MessagingToken = token;
        return null;
    }

    private static CredentialRefusal? Account(HttpRequest request, ContractCall call)
    {
        call.Account = request.Headers["account"].ToString();
        return call.Account.Length == 0 ? Unauthorized("header account is missing") : null;
    }

    private static CredentialRefusal Expired { get; } = new(StatusCodes.Status403Forbidden, "0", ExpiredText);

    private static CredentialRefusal Unauthorized(string message) => new(StatusCodes.Status401Unauthorized, "0", $"auth fail! {message}");
}

/// <summary>Why credentials were not accepted.</summary>
internal sealed record CredentialRefusal(int Status, string Code, string Message);
