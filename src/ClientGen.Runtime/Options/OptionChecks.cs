using System.Globalization;

namespace ClientGen;

/// <summary>Checks of options: the message names the option, what it allows and what it was.</summary>
internal static class OptionChecks
{
    public static void Present(object? value, string option)
    {
        if (value is null)
            throw new ArgumentException($"{option} is null; it needs a value.", option);
    }

    public static void Range(int value, int least, int most, string option)
    {
        if (value < least || value > most)
            throw OutOfRange(option, FormattableString.Invariant($"{least} to {most}"), value.ToString(CultureInfo.InvariantCulture));
    }

    public static void Range(TimeSpan value, TimeSpan least, TimeSpan most, string option)
    {
        if (value < least || value > most)
            throw OutOfRange(option, $"{least:c} to {most:c}", value.ToString("c"));
    }

    public static void Deadline(TimeSpan value, string option)
    {
        if (value != Timeout.InfiniteTimeSpan && (value <= TimeSpan.Zero || value > ApiClientConstants.MostDeadline))
            throw OutOfRange(option, $"more than 0 up to {ApiClientConstants.MostDeadline:c}, or Timeout.InfiniteTimeSpan", value.ToString("c"));
    }

    public static void Address(Uri? value, string option)
    {
        if (value is null)
            return;
        if (!value.IsAbsoluteUri || (value.Scheme != Uri.UriSchemeHttp && value.Scheme != Uri.UriSchemeHttps))
            throw new ArgumentException($"{option} must be an absolute http or https URL; it is '{Shown(value)}'.", option);
        if (value.Query.Length > 0 || value.Fragment.Length > 0 || value.UserInfo.Length > 0)
            throw new ArgumentException($"{option} must have no query, fragment or user; it is '{Shown(value)}' with one.", option);
    }

    private static ArgumentException OutOfRange(string option, string range, string value) =>
        new($"{option} must be {range}; it is {value}.", option);

    // Without user, query and fragment, which may hold credentials.
    private static string Shown(Uri value) => value.IsAbsoluteUri
        ? value.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped)
        : value.OriginalString.Split('?', '#')[0];
}
