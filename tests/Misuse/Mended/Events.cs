namespace Misuse;

/// <summary>Choices that forget events.</summary>
public static class Events
{
    /// <summary>Knows two events of six.</summary>
    public static void Handle(ClickToCallEvent e)
    {
        switch (e) // CG2004
        {
            case CallConnected connected:
                Console.WriteLine(connected.Content.Domain);
                break;
            case CallReleased:
                Console.WriteLine("The call is over.");
                break;
        }
    }
}
