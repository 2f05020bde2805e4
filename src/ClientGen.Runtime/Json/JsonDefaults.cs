using System.Text.Encodings.Web;
using System.Text.Json;

namespace ClientGen.Json;

/// <summary>How the runtime reads and writes JSON.</summary>
internal static class JsonDefaults
{
    /// <summary>Deep enough for any honest body, shallow enough for any stack.</summary>
    public const int MaxDepth = 128;

    public static readonly JsonReaderOptions Reader = new() { MaxDepth = MaxDepth };

    // Bodies go to HTTP servers, not into HTML, so "+86" and Chinese text stay readable and short.
    // Codecs write well-formed values by construction, so the writer need not check again.
    public static readonly JsonWriterOptions Writer = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = MaxDepth,
        SkipValidation = true,
    };
}
