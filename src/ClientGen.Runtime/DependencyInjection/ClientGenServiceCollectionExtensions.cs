using ClientGen;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers generated clients.</summary>
public static class ClientGenServiceCollectionExtensions
{
    /// <summary>Registers a client over <see cref="IHttpClientFactory"/>.</summary>
    /// <remarks>As a singleton: it shares its credentials and state machines with all who use it.</remarks>
    /// <typeparam name="TClient">The client, or its interface.</typeparam>
    /// <param name="services">Where to register.</param>
    /// <param name="name">The name of the <see cref="HttpClient"/> and of the options.</param>
    /// <param name="create">Makes the client.</param>
    /// <param name="configure">Sets the options; <c>null</c> for the defaults. They are checked when the application starts.</param>
    /// <returns>The builder of the <see cref="HttpClient"/>, for handlers of one's own. Its time-out is switched off: the contract's
    /// deadlines rule.</returns>
    public static IHttpClientBuilder AddClientGenClient<TClient>(
        this IServiceCollection services,
        string name,
        Func<HttpMessageInvoker, ApiClientOptions, TClient> create,
        Action<ApiClientOptions>? configure = null)
        where TClient : class
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(create);

        services.AddOptionsWithValidateOnStart<ApiClientOptions>(name).Configure(options => configure?.Invoke(options));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ApiClientOptions>, OptionsValidation>());
        services.TryAddSingleton(provider => create(provider.GetRequiredService<IHttpClientFactory>().CreateClient(name), Options(provider, name)));
        return services
            .AddHttpClient(name, static http => http.Timeout = Timeout.InfiniteTimeSpan)
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(ConnectionHandler.Create);
    }

    /// <summary>Registers a client under its class and its interface; both are the same object.</summary>
    /// <typeparam name="TInterface">The interface.</typeparam>
    /// <typeparam name="TClient">The client.</typeparam>
    /// <param name="services">Where to register.</param>
    /// <param name="name">The name of the <see cref="HttpClient"/> and of the options.</param>
    /// <param name="create">Makes the client.</param>
    /// <param name="configure">Sets the options; <c>null</c> for the defaults. They are checked when the application starts.</param>
    /// <returns>The builder of the <see cref="HttpClient"/>, for handlers of one's own.</returns>
    public static IHttpClientBuilder AddClientGenClient<TInterface, TClient>(
        this IServiceCollection services,
        string name,
        Func<HttpMessageInvoker, ApiClientOptions, TClient> create,
        Action<ApiClientOptions>? configure = null)
        where TInterface : class
        where TClient : class, TInterface
    {
        var builder = services.AddClientGenClient(name, create, configure);
        services.TryAddSingleton<TInterface>(static provider => provider.GetRequiredService<TClient>());
        return builder;
    }

    private static ApiClientOptions Options(IServiceProvider provider, string name)
    {
        var options = provider.GetRequiredService<IOptionsMonitor<ApiClientOptions>>().Get(name);
        options.LoggerFactory ??= provider.GetService<ILoggerFactory>();
        if (options.TimeProvider == TimeProvider.System && provider.GetService<TimeProvider>() is { } clock)
            options.TimeProvider = clock;
        return options;
    }

    private sealed class OptionsValidation : IValidateOptions<ApiClientOptions>
    {
        public ValidateOptionsResult Validate(string? name, ApiClientOptions options)
        {
            try
            {
                options.Validate();
                return ValidateOptionsResult.Success;
            }
            catch (ArgumentException e)
            {
                return ValidateOptionsResult.Fail($"{name}: {e.Message}");
            }
        }
    }
}
