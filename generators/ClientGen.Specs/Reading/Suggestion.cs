namespace ClientGen.Specs.Reading;

/// <summary>Guesses which name was meant by one that does not exist.</summary>
internal static class Suggestion
{
    private const int LongestCompared = 64;
    private const int MostCompared = 2000;

    /// <summary>The nearest name, if it is near enough for a typing mistake: a third of the letters at most.</summary>
    public static string? For(string wanted, IEnumerable<string> known)
    {
        if (wanted.Length > LongestCompared)
            return null;

        string? nearest = null;
        var allowed = Math.Max(1, wanted.Length / 3) + 1;
        foreach (var name in known.Take(MostCompared))
        {
            if (name.Length > LongestCompared || Math.Abs(name.Length - wanted.Length) >= allowed)
                continue;

            var distance = Distance(wanted.ToUpperInvariant(), name.ToUpperInvariant());
            if (distance >= allowed)
                continue;

            allowed = distance;
            nearest = name;
        }

        return nearest;
    }

    /// <summary>Levenshtein's distance: letters to insert, remove or replace.</summary>
    private static int Distance(string left, string right)
    {
        var row = new int[right.Length + 1];
        for (var column = 0; column <= right.Length; column++)
            row[column] = column;

        for (var line = 1; line <= left.Length; line++)
        {
            var diagonal = row[0];
            row[0] = line;
            for (var column = 1; column <= right.Length; column++)
            {
                var replaced = diagonal + (left[line - 1] == right[column - 1] ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.Min(replaced, Math.Min(row[column], row[column - 1]) + 1);
            }
        }

        return row[right.Length];
    }
}
