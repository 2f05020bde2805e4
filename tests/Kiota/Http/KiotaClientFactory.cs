using System.Net;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Http.HttpClientLibrary.Middleware.Options;

namespace Microsoft.Kiota.Http.HttpClientLibrary
{
    public static class KiotaClientFactory
    {
        public static HttpClient Create(HttpMessageHandler? finalHandler = null, IRequestOption[]? optionsForHandlers = null) =>
            new(new RetryHandler(finalHandler ?? new SocketsHttpHandler()));

        /// <summary>Repeats what a server that is busy refuses, unless the request's own option forbids it.</summary>
        private sealed class RetryHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
        {
            private static readonly RetryHandlerOption Default = new();

            protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            {
                var option = request.Options.TryGetValue(new HttpRequestOptionsKey<IRequestOption>(typeof(RetryHandlerOption).FullName!), out var own)
                    ? (RetryHandlerOption)own
                    : Default;
                var response = await base.SendAsync(request, cancellationToken);
                for (var i = 0; i < option.MaxRetry && response.StatusCode is HttpStatusCode.ServiceUnavailable or HttpStatusCode.TooManyRequests; i++)
                    response = await base.SendAsync(request, cancellationToken);
                return response;
            }
        }
    }
}

namespace Microsoft.Kiota.Http.HttpClientLibrary.Middleware.Options
{
    public class RetryHandlerOption : IRequestOption
    {
        public int Delay { get; set; } = 3;

        public int MaxRetry { get; set; } = 3;

        public TimeSpan RetriesTimeLimit { get; set; } = TimeSpan.Zero;
    }
}
