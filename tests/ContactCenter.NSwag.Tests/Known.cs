using System.Reflection;

namespace ContactCenter.NSwag.Tests;

/// <summary>Values that the two compilers are known to disagree about; each has a test of its own in <see cref="DisagreementTests"/>.</summary>
internal static class Known
{
    /// <summary>ASP.NET Core reads a blank text in a query as none at all.</summary>
    public static object? InQuery(ParameterInfo parameter, object? value) =>
        value is string text && string.IsNullOrWhiteSpace(text) && parameter.Name != "body" ? "blank" : value;
}
