using ClientGen.Protocol;
using ContactCenter.Fabric;
using ContactCenter.Messaging;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers a session with the contact center.</summary>
public static class ContactCenterServiceCollectionExtensions
{
    private const string ClientName = "ContactCenter";

    /// <summary>Registers <see cref="ContactCenterSession"/> and its clients over <see cref="IHttpClientFactory"/>, as singletons: all who use them share one sign-in.</summary>
    /// <param name="services">Where to register.</param>
    /// <param name="configure">Sets the options. They are checked when the application starts.</param>
    /// <returns>The builder of the <see cref="HttpClient"/>, for handlers of one's own. Its time-out is switched off: the contract's deadlines rule.</returns>
    [RegistersClient(typeof(CcMessagingClient), ClientName)]
    [RegistersClient(typeof(FabricClient), ClientName)]
    public static IHttpClientBuilder AddContactCenter(this IServiceCollection services, Action<ContactCenterOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        services.AddOptionsWithValidateOnStart<ContactCenterOptions>().Configure(configure);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ContactCenterOptions>, OptionsValidation>());
        services.TryAddSingleton(NewSession);
        services.TryAddSingleton(static provider => provider.GetRequiredService<ContactCenterSession>().Messaging);
        services.TryAddSingleton<ICcMessagingClient>(static provider => provider.GetRequiredService<CcMessagingClient>());
        services.TryAddSingleton(static provider => provider.GetRequiredService<ContactCenterSession>().Fabric);
        services.TryAddSingleton<IFabricClient>(static provider => provider.GetRequiredService<FabricClient>());
        services.TryAddSingleton(static provider => provider.GetRequiredService<ContactCenterSession>().Workflows);
        return services
            .AddHttpClient(ClientName, static http => http.Timeout = Timeout.InfiniteTimeSpan)
            // The session is a singleton; its handler renews connections by itself.
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(ConnectionHandler.Create);
    }

    private static ContactCenterSession NewSession(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<ContactCenterOptions>>().Value;
        options.LoggerFactory ??= provider.GetService<ILoggerFactory>();
        if (options.TimeProvider == TimeProvider.System && provider.GetService<TimeProvider>() is { } clock)
            options.TimeProvider = clock;
        // The factory owns its handlers.
        return new(options, provider.GetRequiredService<IHttpClientFactory>().CreateClient(ClientName), owns: false);
    }

    private sealed class OptionsValidation : IValidateOptions<ContactCenterOptions>
    {
        public ValidateOptionsResult Validate(string? name, ContactCenterOptions options)
        {
            try
            {
                options.Validate();
                return ValidateOptionsResult.Success;
            }
            catch (ArgumentException e)
            {
                return ValidateOptionsResult.Fail(e.Message);
            }
        }
    }
}
