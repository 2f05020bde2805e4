using System.ComponentModel;

namespace ClientGen.Http;

/// <summary>A call in the making: what generated code knows of it. Sent once, by one thread.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class ApiRequest
{
    private readonly TextBuffer _query = new();
    private readonly List<KeyValuePair<string, string>> _headers = [];
    private string?[] _pathValues = [];
    private TextBuffer? _scratch;
    private string? _cookies;
    private RequestBody? _body;

    internal OperationInfo Operation { get; private set; } = null!;

    internal bool IsReplayable => _body is not { IsReplayable: false };

    internal void Begin(OperationInfo operation)
    {
        Operation = operation;
        if (_pathValues.Length < operation.Path.ParameterCount)
            _pathValues = new string?[operation.Path.ParameterCount];
    }

    /// <summary>Makes it ready for the next call.</summary>
    internal void End()
    {
        _body?.Release();
        _body = null;
        _query.Clear();
        _headers.Clear();
        _cookies = null;
        Array.Clear(_pathValues);
    }
}
