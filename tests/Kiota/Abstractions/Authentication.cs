namespace Microsoft.Kiota.Abstractions.Authentication
{
    public interface IAuthenticationProvider
    {
        Task AuthenticateRequestAsync(
            RequestInformation request, Dictionary<string, object>? additionalAuthenticationContext = default, CancellationToken cancellationToken = default);
    }
}

namespace Microsoft.Kiota.Abstractions.Store
{
    public interface IBackingStoreFactory;
}
