using System.Security.Cryptography;

namespace System;

/// <summary>Digests and chance, for frameworks that lack these short forms.</summary>
internal static class Digests
{
    extension(HMACSHA256)
    {
        public static byte[] HashData(byte[] key, byte[] source)
        {
            using var hash = new HMACSHA256(key);
            return hash.ComputeHash(source);
        }
    }

    extension(RandomNumberGenerator)
    {
        public static void Fill(byte[] bytes)
        {
            using var generator = RandomNumberGenerator.Create();
            generator.GetBytes(bytes);
        }
    }
}
