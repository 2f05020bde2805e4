global using Lock = System.Object;

using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;

namespace System.Threading;

/// <summary>Tasks, tokens and threads.</summary>
internal static class Threads
{
    extension(Task)
    {
        public static Task Delay(TimeSpan delay, TimeProvider clock, CancellationToken cancellationToken) => clock.Delay(delay, cancellationToken);
    }

    public static Task WaitAsync(this Task task, CancellationToken cancellationToken) =>
        task.WaitAsync(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);

    public static Task<T> WaitAsync<T>(this Task<T> task, CancellationToken cancellationToken) =>
        task.WaitAsync(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);

    /// <summary>Waits for a task, and leaves it alone when the token ends the waiting.</summary>
    public static async Task<T> OrLeaveAsync<T>(this Task<T> task, CancellationToken cancellationToken)
    {
        try
        {
            return await task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (cancellationToken.IsCancellationRequested)
        {
            // Closing made it fail; nobody else looks.
            _ = task.ContinueWith(static left => _ = left.Exception, TaskContinuationOptions.ExecuteSynchronously);
            throw e as OperationCanceledException ?? new OperationCanceledException(e.Message, e, cancellationToken);
        }
    }

    // What waits for the token goes on elsewhere, so that whoever cancels does not run it.
    public static Task CancelAsync(this CancellationTokenSource source) => Task.Run(source.Cancel);

    // This framework cannot use one again.
    public static bool TryReset(this CancellationTokenSource source) => false;

    public static CancellationTokenRegistration UnsafeRegister(this CancellationToken token, Action<object?> callback, object? state) =>
        token.Register(callback, state);

    extension(ThreadPool)
    {
        public static bool UnsafeQueueUserWorkItem<T>(Action<T> work, T state, bool preferLocal) =>
            ThreadPool.UnsafeQueueUserWorkItem(start => work((T)start), state);
    }

    extension(ExceptionDispatchInfo)
    {
        [DoesNotReturn]
        public static void Throw(Exception error) => ExceptionDispatchInfo.Capture(error).Throw();
    }
}
