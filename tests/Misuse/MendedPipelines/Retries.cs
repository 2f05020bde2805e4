using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;

namespace Misuse;

/// <summary>Pipelines that retry what they should not.</summary>
public static class Retries
{
    /// <summary>Lets a handler make a call twice.</summary>
    public static void Configure(IServiceCollection services) =>
        services.AddRtcVoiceClient().AddStandardResilienceHandler(); // CG3007

    /// <summary>Puts a handler before long polls that does not know of them.</summary>
    public static void Hurry(IServiceCollection services) =>
        services.AddCcMessagingClient().AddStandardResilienceHandler(options => options.Retry.DisableForUnsafeHttpMethods()); // CG3002

    /// <summary>Knows better elsewhere.</summary>
    public static void Careful(HttpStandardResilienceOptions options) => options.Retry.DisableForUnsafeHttpMethods();
}
