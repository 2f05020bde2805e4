namespace ClientGen.Cli.Diff.CSharp;

/// <summary>Compares the arguments of a method.</summary>
internal static class ArgumentSurface
{
    /// <summary>Compares.</summary>
    /// <param name="method">The method as people write it.</param>
    /// <param name="old">Where the old one comes from, and its arguments.</param>
    /// <param name="new">Where the new one comes from, and its arguments.</param>
    public static IEnumerable<SurfaceChange> Compare(
        string method, (string Source, IReadOnlyList<Argument> Arguments) old, (string Source, IReadOnlyList<Argument> Arguments) @new)
    {
        var left = @new.Arguments.ToList();
        var pairs = new List<(Argument Old, Argument New)>();
        foreach (var argument in old.Arguments)
        {
            var same = left.FirstOrDefault(other => other.Name == argument.Name) ?? left.FirstOrDefault(other => other.Part == argument.Part && argument.Part != "body");
            if (same is null)
            {
                yield return Change(argument, argument, Impact.Breaking, Impact.Breaking, $"`{method}` no longer takes `{argument.Name}`.");
                continue;
            }

            left.Remove(same);
            pairs.Add((argument, same));
        }

        foreach (var (before, after) in pairs)
        {
            if (before.Name != after.Name)
            {
                yield return Change(
                    before, after, Impact.Risky, Impact.Compatible,
                    $"The argument `{before.Name}` of `{method}` is now called `{after.Name}`, which matters where it is named.");
            }

            var (source, binary) = before.Type.ChangeTo(after.Type, Traffic.Sent);
            if (before.Type != after.Type)
                yield return Change(before, after, source, binary, $"The argument `{after.Name}` of `{method}` was `{before.Type.Text}` and is now `{after.Type.Text}`.");
            if (before.IsOptional && !after.IsOptional)
                yield return Change(before, after, Impact.Breaking, Impact.Compatible, $"The argument `{after.Name}` of `{method}` must now be given.");
        }

        foreach (var argument in left)
        {
            // The token at the end is usually given by position, and an argument before it takes its place.
            yield return Change(argument, argument, argument.IsOptional ? Impact.Risky : Impact.Breaking, Impact.Breaking,
                argument.IsOptional ? $"`{method}` takes `{argument.Name}` before the cancellation token; compiled callers do not find the method." : $"`{method}` now takes `{argument.Name}`.");
        }

        // What must be given comes first, so that an argument that may be left out now goes behind the others.
        var order = pairs.Select(static pair => pair.New).ToList();
        var newOrder = order.OrderBy(argument => Index(@new.Arguments, argument)).ToList();
        if (!order.SequenceEqual(newOrder))
        {
            var moved = pairs.First(pair => Index(order, pair.New) != Index(newOrder, pair.New));
            yield return Change(
                moved.Old, moved.New, Impact.Risky, Impact.Breaking,
                $"The arguments of `{method}` come in another order: {string.Join(", ", newOrder.Select(static argument => argument.Name))}.");
        }

        SurfaceChange Change(Argument before, Argument after, Impact source, Impact binary, string message) =>
            new(method, source, binary, message, new Touch(old.Source, before.Part), new Touch(@new.Source, after.Part));
    }

    private static int Index(IReadOnlyList<Argument> arguments, Argument argument)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i] == argument)
                return i;
        }

        return -1;
    }
}
