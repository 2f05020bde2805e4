using FsCheck;
using FsCheck.Fluent;

namespace ContactCenter.NSwag.Tests;

/// <summary>Properties that hold for every seed; a failure says which one broke it.</summary>
internal static class Holds
{
    public static void ForAll(int tests, Func<int, Task> holds) =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed => holds(seed).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(tests));
}
