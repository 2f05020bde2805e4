namespace ClientGen.Cli;

/// <summary>What the process says to the shell; the same for every verb.</summary>
internal static class ExitCodes
{
    /// <summary>Done, and nothing to complain about.</summary>
    public const int Ok = 0;

    /// <summary>Done, and there is something that the caller asked to fail on.</summary>
    public const int Found = 1;

    /// <summary>The arguments are wrong, or what they name cannot be read or written.</summary>
    public const int WrongInput = 2;

    /// <summary>We failed, and it is a bug; EX_SOFTWARE of sysexits.h.</summary>
    public const int Bug = 70;

    /// <summary>128 + SIGINT, as shells report it.</summary>
    public const int Interrupted = 130;
}
