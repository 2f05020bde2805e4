using System.Runtime.CompilerServices;

namespace System.Security.Cryptography;

/// <summary>Comparisons that do not tell an attacker how far a guess was right.</summary>
internal static class CryptographicOperations
{
    // Not optimised: a loop that stops at the first difference would be shorter, and would tell.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.NoOptimization)]
    public static bool FixedTimeEquals(byte[] left, byte[] right)
    {
        if (left.Length != right.Length)
            return false;
        var difference = 0;
        for (var i = 0; i < left.Length; i++)
            difference |= left[i] ^ right[i];
        return difference == 0;
    }
}
