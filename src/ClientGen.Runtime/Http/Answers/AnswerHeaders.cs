using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Net.Http.Headers;

namespace ClientGen;

/// <summary>The headers of an answer, by name in any case. Nothing is copied until it is asked for.</summary>
public sealed class AnswerHeaders : IReadOnlyDictionary<string, IReadOnlyList<string>>
{
    private readonly HttpHeaders? _answer;
    private readonly HttpHeaders? _body;

    internal AnswerHeaders(HttpResponseMessage response)
    {
        _answer = response.Headers;
        _body = response.Content.Headers;
    }

    private AnswerHeaders()
    {
    }

    /// <summary>No headers.</summary>
    public static AnswerHeaders None { get; } = new();

    /// <summary>How many different headers there are.</summary>
    public int Count => (_answer?.NonValidated.Count ?? 0) + (_body?.NonValidated.Count ?? 0);

    /// <summary>The names.</summary>
    public IEnumerable<string> Keys => this.Select(static pair => pair.Key);

    /// <summary>The values of each name.</summary>
    public IEnumerable<IReadOnlyList<string>> Values => this.Select(static pair => pair.Value);

    /// <summary>The values of a header.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="KeyNotFoundException">There is no such header.</exception>
    public IReadOnlyList<string> this[string name] =>
        TryGetValue(name, out var values) ? values : throw new KeyNotFoundException($"The answer has no header '{name}'.");

    /// <summary>The value of a header; several are joined by a comma and a space.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The value; <c>null</c> when there is no such header.</returns>
    public string? Find(string name) => TryFind(name, out var values) ? values.ToString() : null;

    /// <inheritdoc/>
    public bool ContainsKey(string key) => TryFind(key, out _);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out IReadOnlyList<string> value)
    {
        value = TryFind(key, out var values) ? [.. values] : null;
        return value is not null;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, IReadOnlyList<string>>> GetEnumerator()
    {
        foreach (var headers in (HttpHeaders?[])[_answer, _body])
        {
            if (headers is null)
                continue;
            foreach (var (name, values) in headers.NonValidated)
                yield return new(name, [.. values]);
        }
    }

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private bool TryFind(string name, out HeaderStringValues values)
    {
        values = default;
        return (_answer is not null && _answer.NonValidated.TryGetValues(name, out values))
            || (_body is not null && _body.NonValidated.TryGetValues(name, out values));
    }
}
