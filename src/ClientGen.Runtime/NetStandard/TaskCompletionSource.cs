namespace System.Threading.Tasks;

/// <summary>A task without a result that somebody else ends.</summary>
internal sealed class TaskCompletionSource(TaskCreationOptions options)
{
    private readonly TaskCompletionSource<bool> _source = new(options);

    public Task Task => _source.Task;

    public bool TrySetResult() => _source.TrySetResult(true);

    public bool TrySetException(Exception exception) => _source.TrySetException(exception);
}
