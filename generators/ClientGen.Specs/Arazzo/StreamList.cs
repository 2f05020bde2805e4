using ClientGen.Specs.Model;
using ClientGen.Specs.Names;

namespace ClientGen.Specs.Arazzo;

/// <summary>The event streams of one workflow, each opened once.</summary>
internal sealed class StreamList(WorkflowScope scope)
{
    private readonly List<WorkflowStreamModel> _streams = [];

    /// <summary>The streams in the order of their first use.</summary>
    public EquatableArray<WorkflowStreamModel> Streams => _streams.ToEquatableArray();

    /// <summary>Adds a stream, or finds it.</summary>
    public WorkflowStreamModel Add(StepTarget target, TypeRef @event, EquatableArray<StepArgument> arguments)
    {
        var known = _streams.FirstOrDefault(stream => stream.Client == target.Client && stream.Method == target.Method && stream.Arguments == arguments);
        if (known is not null)
            return known;
        var stream = new WorkflowStreamModel(scope.TakeName(Naming.Camel(target.Method, "events")), target.Client, target.Method, @event, arguments);
        _streams.Add(stream);
        return stream;
    }
}
