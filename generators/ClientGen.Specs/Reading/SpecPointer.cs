using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace ClientGen.Specs.Reading;

/// <summary>JSON pointers (RFC 6901).</summary>
public static class SpecPointer
{
    /// <summary>Makes a key fit to stand between slashes: <c>/pets/{id}</c> becomes <c>~1pets~1{id}</c>.</summary>
    public static string Escape(string key) => key.IndexOfAny(['~', '/']) < 0 ? key : key.Replace("~", "~0").Replace("/", "~1");

    /// <summary>The key that a pointer's part stands for.</summary>
    public static string Unescape(string part) => part.IndexOf('~') < 0 ? part : part.Replace("~1", "/").Replace("~0", "~");

    /// <summary>Follows a pointer downwards from a value.</summary>
    /// <param name="root">Where the pointer starts.</param>
    /// <param name="pointer">Empty for the root itself, else it starts with a slash. Not percent-encoded.</param>
    /// <param name="node">The value that was found.</param>
    /// <param name="reason">Why nothing was found, and what may have been meant; else empty.</param>
    /// <returns>Whether the pointer leads to a value.</returns>
    public static bool TryFind(SpecNode root, string pointer, [NotNullWhen(true)] out SpecNode? node, out string reason)
    {
        node = root;
        reason = "";
        if (pointer.Length == 0)
            return true;

        if (pointer[0] != '/')
        {
            node = null;
            reason = $"`{Shown.Short(pointer)}` is no JSON pointer; one starts with `/`.";
            return false;
        }

        for (var at = 1; at <= pointer.Length;)
        {
            var end = pointer.IndexOf('/', at);
            if (end < 0)
                end = pointer.Length;
            var key = Unescape(pointer.Substring(at, end - at));
            var next = Step(node, key);
            if (next is null)
            {
                reason = Missing(node, key, pointer.Substring(0, at - 1));
                node = null;
                return false;
            }

            node = next;
            at = end + 1;
        }

        return true;
    }

    private static SpecNode? Step(SpecNode node, string key) => node switch
    {
        SpecMapping mapping => mapping[key],
        SpecSequence sequence when TryIndex(key, out var index) && index < sequence.Items.Count => sequence.Items[index],
        _ => null,
    };

    // RFC 6901 section 4: "0" or digits "without leading zeros".
    private static bool TryIndex(string key, out int index)
    {
        index = -1;
        return (key == "0" || (key.Length > 0 && key[0] != '0'))
            && int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out index);
    }

    private static string Missing(SpecNode node, string key, string reached)
    {
        var place = reached.Length == 0 ? "The document" : $"`{Shown.Short(reached)}`";
        switch (node)
        {
            case SpecMapping mapping:
                var meant = Suggestion.For(key, mapping.Entries.Select(static entry => entry.Key));
                return $"{place} has no `{Shown.Short(key)}`." + (meant is null ? "" : $" Did you mean `{Shown.Short(meant)}`?");
            case SpecSequence sequence:
                return FormattableString.Invariant($"{place} has {sequence.Items.Count} items and no `{Shown.Short(key)}`; they count from 0.");
            default:
                return $"{place} is a single value and has no `{Shown.Short(key)}`.";
        }
    }
}
