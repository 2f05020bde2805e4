using System.Diagnostics;

namespace ClientGen.Ide;

/// <summary>Runs checks one after the other, and says of each whether it held.</summary>
internal sealed class Checks
{
    /// <summary>How many did not hold.</summary>
    public int Failures { get; private set; }

    /// <summary>One check.</summary>
    /// <param name="name">What holds, as a sentence.</param>
    /// <param name="check">Throws <see cref="CheckException"/> where it does not.</param>
    public async Task HoldsAsync(string name, Func<Task> check)
    {
        var clock = Stopwatch.StartNew();
        try
        {
            await check();
            Console.WriteLine($"ok    {name} ({clock.ElapsedMilliseconds} ms)");
        }
        catch (CheckException e)
        {
            Failures++;
            Console.WriteLine($"FAIL  {name}\n{e.Message}");
        }
    }

    /// <summary>Fails unless both lists have the same lines.</summary>
    public static void Same(IEnumerable<string> expected, IEnumerable<string> actual)
    {
        var (wanted, found) = (expected.ToList(), actual.ToList());
        if (!wanted.SequenceEqual(found))
            throw new CheckException($"  expected:{Lines(wanted)}\n  found:{Lines(found)}");

        static string Lines(List<string> lines) => lines.Count == 0 ? " nothing" : string.Concat(lines.Select(static line => "\n    " + line));
    }

    /// <summary>Fails unless a condition holds.</summary>
    public static void That(bool condition, string otherwise)
    {
        if (!condition)
            throw new CheckException("  " + otherwise);
    }
}

/// <summary>Something is not as an editor should show it.</summary>
/// <param name="message">What was expected, and what was found.</param>
internal sealed class CheckException(string message) : Exception(message);
