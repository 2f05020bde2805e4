namespace Misuse;

/// <summary>Credentials that others get to see.</summary>
public static class Credentials
{
    /// <summary>Tells a secret.</summary>
    public static void Tell(ContactCenterOptions options) => Console.WriteLine(options.AppSecret); // CG4006
}
