using System.Collections.Concurrent;

namespace System.Collections.Generic;

/// <summary>Collections.</summary>
internal static class Collections
{
    extension(Array)
    {
        public static void Clear(Array array) => Array.Clear(array, 0, array.Length);
    }

    public static void Deconstruct<TKey, TValue>(this KeyValuePair<TKey, TValue> pair, out TKey key, out TValue value) =>
        (key, value) = (pair.Key, pair.Value);

    public static TValue? GetValueOrDefault<TKey, TValue>(this Dictionary<TKey, TValue> values, TKey key)
        where TKey : notnull => values.TryGetValue(key, out var value) ? value : default;

    public static TValue GetOrAdd<TKey, TValue, TArgument>(
        this ConcurrentDictionary<TKey, TValue> values, TKey key, Func<TKey, TArgument, TValue> make, TArgument argument)
        where TKey : notnull => values.TryGetValue(key, out var value) ? value : values.GetOrAdd(key, make(key, argument));

    public static bool TryPeek<T>(this Queue<T> queue, out T first)
    {
        first = queue.Count > 0 ? queue.Peek() : default!;
        return queue.Count > 0;
    }

    public static bool Contains<T>(this Span<T> items, T item)
        where T : IEquatable<T> => items.IndexOf(item) >= 0;

    public static bool Contains<T>(this ReadOnlySpan<T> items, T item)
        where T : IEquatable<T> => items.IndexOf(item) >= 0;
}

/// <summary>Makes pairs.</summary>
internal static class KeyValuePair
{
    public static KeyValuePair<TKey, TValue> Create<TKey, TValue>(TKey key, TValue value) => new(key, value);
}
