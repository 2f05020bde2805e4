namespace ContactCenter.Demo;

/// <summary>The example application that every simulator knows. No secrets: they open nothing else.</summary>
internal static class ExampleApplication
{
    public const string Key = "example-app-key";
    public const string Secret = "example-app-secret";
}
