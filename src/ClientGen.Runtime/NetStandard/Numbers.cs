namespace System;

/// <summary>Numbers, and chance.</summary>
internal static class Numbers
{
    [ThreadStatic]
    private static Random? random;

    extension(Math)
    {
        public static int Clamp(int value, int least, int most) => Math.Min(Math.Max(value, least), most);

        public static long Clamp(long value, long least, long most) => Math.Min(Math.Max(value, least), most);
    }

    extension(double)
    {
        public static bool IsFinite(double value) => !double.IsNaN(value) && !double.IsInfinity(value);
    }

    extension(float)
    {
        public static bool IsFinite(float value) => !float.IsNaN(value) && !float.IsInfinity(value);
    }

    extension(Random)
    {
        // By time alone, two threads that start together would wait alike: the very thing that jitter is against.
        public static Random Shared => random ??= new(Guid.NewGuid().GetHashCode());
    }
}
