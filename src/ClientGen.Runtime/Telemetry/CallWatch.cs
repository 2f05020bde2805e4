using System.Diagnostics;
using ClientGen.Http;

namespace ClientGen;

/// <summary>Watches one call for traces, metrics and log. Costs next to nothing when nobody listens.</summary>
internal struct CallWatch
{
    private readonly PipelineCore? _core;
    private readonly OperationInfo? _operation;
    private readonly Activity? _activity;
    private readonly long _start;
    private int _status;
    private string? _error;

    private CallWatch(PipelineCore core, OperationInfo operation, Activity? activity)
    {
        _core = core;
        _operation = operation;
        _activity = activity;
        _start = core.Clock.GetTimestamp();
    }

    public static CallWatch Start(PipelineCore core, OperationInfo operation)
    {
        var activity = Instruments.Activities.HasListeners() ? Instruments.Activities.StartActivity(operation.Id, ActivityKind.Client) : null;
        if (activity is null && !Instruments.Duration.Enabled && !core.Log.TellsCalls)
            return default;
        activity?.SetTag("clientgen.client", core.Client.Name);
        activity?.SetTag("clientgen.operation", operation.Id);
        activity?.SetTag("http.request.method", operation.Method.Method);
        return new(core, operation, activity);
    }

    public void Answered(int status) => _status = status;

    public void Failed(Exception error) => _error = error.GetType().Name;

    public readonly void Stop()
    {
        if (_core is null || _operation is null)
            return;
        var took = _core.Clock.GetElapsedTime(_start);
        if (Instruments.Duration.Enabled)
            Instruments.Duration.Record(took.TotalSeconds, Tags());
        if (_error is null)
            _core.Log.Ended(_operation.Id, _status, took.TotalMilliseconds);
        else
            _core.Log.Failed(_operation.Id, _error, took.TotalMilliseconds);
        if (_activity is null)
            return;
        if (_status > 0)
            _activity.SetTag("http.response.status_code", _status);
        if (_error is not null)
        {
            _activity.SetTag("error.type", _error);
            _activity.SetStatus(ActivityStatusCode.Error);
        }

        _activity.Dispose();
    }

    private readonly TagList Tags()
    {
        var tags = new TagList
        {
            { "clientgen.client", _core!.Client.Name },
            { "clientgen.operation", _operation!.Id },
        };
        if (_status > 0)
            tags.Add("http.response.status_code", _status);
        if (_error is not null)
            tags.Add("error.type", _error);
        return tags;
    }
}
