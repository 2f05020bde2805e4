using System.Globalization;
using ContactCenter.Simulator.Generated.Fabric;
using ContactCenter.Simulator.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace ContactCenter.Simulator.Fabric;

/// <summary>The token service.</summary>
internal sealed class FabricController : FabricControllerBase
{
    public override Task<ActionResult<TokenResponse>> TokenByAkSk(int x_Token_Expire, TokenRequest body, CancellationToken cancellationToken = default)
    {
        var call = HttpContext.Call();
        if (!call.World.Simulator.Options.Applications.TryGetValue(body.App_key, out var secret) || secret != body.App_secret)
        {
            // ASSUMED: the status. No source says what a wrong key or secret is answered with.
            return Task.FromResult<ActionResult<TokenResponse>>(
                StatusCode(StatusCodes.Status401Unauthorized, new ApiFabricError { ErrorCode = "0", ExceptionInfo = "auth fail! wrong app_key or app_secret." }));
        }

        var (token, lifetime) = call.World.Tokens.IssueAccess(body.App_key, TimeSpan.FromSeconds(x_Token_Expire));
        call.Outcome = string.Create(CultureInfo.InvariantCulture, $"200, access token for {lifetime.TotalSeconds:0} s");
        return Task.FromResult<ActionResult<TokenResponse>>(new TokenResponse
        {
            AccessToken = token,
            ApplyType = TokenType.Bearer,
            CreateTime = call.World.Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            Expires = ((long)lifetime.TotalSeconds).ToString(CultureInfo.InvariantCulture),
            Scope = "simulator",
            AppKey = body.App_key,
            UserID = "Anonymous",
        });
    }
}
