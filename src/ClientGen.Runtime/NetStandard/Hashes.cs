using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace System;

/// <summary>Hashes, and bytes written as digits.</summary>
internal static class Hashes
{
    extension(SHA256)
    {
        public static byte[] HashData(ReadOnlySpan<byte> bytes)
        {
            using var hash = SHA256.Create();
            return hash.ComputeHash(bytes.ToArray());
        }
    }

    extension(Convert)
    {
        public static string ToHexStringLower(byte[] bytes) => BitConverter.ToString(bytes).Replace("-", "").ToLowerInvariant();

        public static bool TryFromBase64String(string text, Span<byte> bytes, out int length)
        {
            length = 0;
            try
            {
                var decoded = Convert.FromBase64String(text).AsSpan();
                length = decoded.Length;
                return decoded.TryCopyTo(bytes);
            }
            catch (FormatException)
            {
                return false;
            }
        }
    }
}
