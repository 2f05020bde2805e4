using ClientGen.Protocol;

namespace ContactCenter.Rtc;

/// <summary>The application's key and secret for RTC voice.</summary>
public sealed class AkskOptions
{
    /// <summary>The application key.</summary>
    /// <value>Not empty; letters, digits and punctuation other than the double quote.</value>
    public string AppKey { get; set; } = "";

    /// <summary>The application secret. It never travels; only digests made with it do.</summary>
    /// <value>Not empty.</value>
    [Secret]
    public string AppSecret { get; set; } = "";

    /// <summary>The clock behind the <c>Created</c> time of a request and the age of a callback.</summary>
    /// <value>Default <see cref="TimeProvider.System"/>.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Makes nonces.</summary>
    /// <value>Fills the bytes it is given with chance; called from many threads. Default: a cryptographic generator.</value>
    public Action<byte[]> Random { get; set; } = static bytes => System.Security.Cryptography.RandomNumberGenerator.Fill(bytes);

    /// <summary>Checks every option.</summary>
    /// <exception cref="ArgumentException">An option is missing or cannot be written into a header.</exception>
    public void Validate()
    {
        Check(AppKey, nameof(AppKey));
        if (AppSecret.Length == 0)
            throw new ArgumentException("The application secret is missing.", nameof(AppSecret));
        ArgumentNullException.ThrowIfNull(TimeProvider);
        ArgumentNullException.ThrowIfNull(Random);
    }

    private static void Check(string value, string name)
    {
        if (value.Length == 0 || value.Any(static c => c is '"' or < ' ' or > '~'))
            throw new ArgumentException("The application key must not be empty and holds printable ASCII without double quotes.", name);
    }
}
