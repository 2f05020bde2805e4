using Microsoft.Extensions.Configuration;

namespace Misuse;

/// <summary>Credentials in the wrong place.</summary>
public static class Credentials
{
    /// <summary>Keeps a secret where everybody reads it.</summary>
    public static ContactCenterOptions Options(IConfiguration configuration) => new()
    {
        AppKey = configuration["ContactCenter:AppKey"]!,
        AppSecret = "a81bc81bdead4e5d", // CG4005
    };
}
