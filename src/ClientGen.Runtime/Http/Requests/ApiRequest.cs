using System.ComponentModel;

namespace ClientGen.Http;

/// <summary>A call in the making: what generated code knows of it. Sent once, by one thread; the next call uses it again.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class ApiRequest
{
    private static readonly Pool<ApiRequest> Pool = new(static () => new());

    private readonly TextBuffer _query = new();
    private readonly List<KeyValuePair<string, string>> _headers = [];
    private readonly TextBuffer _scratch = new();
    private string?[] _pathValues = [];
    private string? _cookies;
    private JsonBody? _json;
    private string? _jsonType;
    private RequestBody? _body;
    private Answer? _answer;

    internal OperationInfo Operation { get; private set; } = null!;

    internal bool IsReplayable => _body is not { IsReplayable: false };

    /// <summary>Where the answer goes.</summary>
    internal Answer Answer => _answer ??= new();

    internal static ApiRequest Begin(OperationInfo operation)
    {
        var request = Pool.Rent();
        request.Operation = operation;
        if (request._pathValues.Length < operation.Path.ParameterCount)
            request._pathValues = new string?[operation.Path.ParameterCount];
        return request;
    }

    /// <summary>The call is over; nobody may use the request any more.</summary>
    /// <param name="isWhole">Whether the answer was read to its end. If not, whoever was writing it may write on.</param>
    internal void End(bool isWhole)
    {
        if (_jsonType is not null && !_json!.TryClose())
            _json = null;
        _jsonType = null;
        _body = null;
        _query.Clear();
        _headers.Clear();
        _cookies = null;
        Array.Clear(_pathValues);
        if (isWhole)
            _answer?.End();
        else
            _answer = null;
        Pool.Return(this);
    }
}
