using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using ClientGen.Json;

namespace ClientGen.Workflows;

/// <summary>Values that generated workflows hand from step to step.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class WorkflowValue
{
    /// <summary>A value that a step cannot do without.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="run">The run.</param>
    /// <param name="value">The value; maybe <c>null</c>.</param>
    /// <param name="expression">What the contract calls it.</param>
    /// <returns>The value.</returns>
    /// <exception cref="WorkflowException">It is missing.</exception>
    public static T Need<T>(WorkflowRun run, [NotNull] T? value, string expression)
        where T : class => value ?? throw Missing(run, expression);

    /// <inheritdoc cref="Need{T}(WorkflowRun, T, string)"/>
    public static T Need<T>(WorkflowRun run, [NotNull] T? value, string expression)
        where T : struct => value ?? throw Missing(run, expression);

    /// <summary>A value of one contract as a type of another; both write the same JSON.</summary>
    /// <typeparam name="TFrom">The type it has.</typeparam>
    /// <typeparam name="TTo">The type that is needed.</typeparam>
    /// <param name="run">The run.</param>
    /// <param name="value">The value.</param>
    /// <param name="from">Writes it.</param>
    /// <param name="to">Reads it.</param>
    /// <param name="expression">What the contract calls it.</param>
    /// <returns>The value.</returns>
    /// <exception cref="WorkflowException">Its JSON is no such value.</exception>
    public static TTo Convert<TFrom, TTo>(WorkflowRun run, TFrom value, JsonCodec<TFrom> from, JsonCodec<TTo> to, string expression)
    {
        try
        {
            return JsonText.Parse(to, JsonText.ToUtf8Bytes(from, value));
        }
        // An enum value that the contract does not name has no text to write.
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            throw run.Error($"{expression} is no {typeof(TTo).Name}: {e.Message}");
        }
    }

    private static WorkflowException Missing(WorkflowRun run, string expression) => run.Error($"{expression} has no value.");
}
