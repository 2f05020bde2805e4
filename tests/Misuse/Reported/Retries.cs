using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;

namespace Misuse;

/// <summary>A resilience handler that does not know of long polls.</summary>
public static class Retries
{
    /// <summary>Registers the client.</summary>
    public static void Configure(IServiceCollection services) =>
        services.AddCcMessagingClient().AddStandardResilienceHandler(options => options.Retry.DisableForUnsafeHttpMethods()); // CG3002
}
