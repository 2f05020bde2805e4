using System.Collections;

namespace System.Net.Http
{
    using System.Net.Http.Headers;

    /// <summary>The headers of a message as they came, as far as this framework keeps them.</summary>
    internal static class RawHeaders
    {
        extension(HttpHeaders headers)
        {
            public HttpHeadersNonValidated NonValidated => new(headers);
        }
    }
}

namespace System.Net.Http.Headers
{
    /// <summary>All headers of a message.</summary>
    internal readonly struct HttpHeadersNonValidated(HttpHeaders headers) : IEnumerable<KeyValuePair<string, HeaderStringValues>>
    {
        public int Count => headers.Count();

        public bool TryGetValues(string name, out HeaderStringValues values)
        {
            // The framework throws for a name that is no token; such a header cannot be there.
            values = default;
            if (!ClientGen.Http.HeaderText.IsName(name) || !headers.TryGetValues(name, out var found))
                return false;
            values = new([.. found]);
            return true;
        }

        public bool Contains(string name) => TryGetValues(name, out _);

        public IEnumerator<KeyValuePair<string, HeaderStringValues>> GetEnumerator()
        {
            foreach (var header in headers)
                yield return new(header.Key, new([.. header.Value]));
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    /// <summary>The values of one header.</summary>
    internal readonly struct HeaderStringValues(string[] values) : IEnumerable<string>
    {
        public IEnumerator<string> GetEnumerator() => values.AsEnumerable().GetEnumerator();

        public override string ToString() => string.Join(", ", values);

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
