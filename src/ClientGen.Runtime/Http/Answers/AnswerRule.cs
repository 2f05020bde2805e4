using System.ComponentModel;
using ClientGen.Json;

namespace ClientGen.Http;

/// <summary>Turns an answer into what a method returns.</summary>
/// <typeparam name="T">What the method returns.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class AnswerReader<T>
{
    private protected AnswerReader()
    {
    }

    internal abstract T Read(Answer answer);
}

/// <summary>What an operation answers, for methods that throw on anything but success. Made once and shared.</summary>
/// <typeparam name="T">What success is.</typeparam>
/// <param name="body">The body of a successful answer.</param>
public sealed class AnswerRule<T>(AnswerBody<T> body) : AnswerReader<T>
{
    /// <summary>Statuses that mean success.</summary>
    /// <value>Default: 200 to 299.</value>
    public StatusRange[] Statuses { get; init; } = [StatusRange.Success];

    /// <summary>What else means success.</summary>
    /// <value><c>null</c> (default) when the status alone decides.</value>
    public SuccessRule<T>? Success { get; init; }

    /// <summary>Documented errors. The narrowest range that holds the status counts.</summary>
    /// <value>Default: none.</value>
    public ErrorRule[] Errors { get; init; } = [];

    internal override T Read(Answer answer)
    {
        var status = answer.Status;
        if (!IsSuccess(status))
            throw ErrorRule.Failure(Errors, answer);
        var result = body.Read(answer);
        return Success is { } rule && !rule.Holds(result)
            ? throw answer.Failed(rule.Code(result), rule.Message(result), result)
            : result;
    }

    private bool IsSuccess(int status)
    {
        foreach (var range in Statuses)
        {
            if (range.Contains(status))
                return true;
        }

        return false;
    }
}

/// <summary>What a body must say to mean success.</summary>
/// <typeparam name="T">The body's type.</typeparam>
/// <param name="holds">Whether it means success.</param>
/// <param name="code">The result code; <c>null</c> when it has none.</param>
/// <param name="message">The server's explanation; <c>null</c> when it has none.</param>
public sealed class SuccessRule<T>(Func<T, bool> holds, Func<T, string?>? code = null, Func<T, string?>? message = null)
{
    internal bool Holds(T body) => holds(body);

    internal string? Code(T body) => code?.Invoke(body);

    internal string? Message(T body) => message?.Invoke(body);
}

/// <summary>A documented error.</summary>
/// <param name="status">Its statuses.</param>
/// <param name="read">Decodes the body; <c>null</c> when it has no type.</param>
public sealed class ErrorRule(StatusRange status, Func<Answer, object?>? read = null)
{
    internal StatusRange Status => status;

    /// <summary>An error whose body is JSON.</summary>
    /// <typeparam name="T">The body's type.</typeparam>
    /// <param name="status">Its statuses.</param>
    /// <param name="codec">Reads the body.</param>
    /// <returns>The rule.</returns>
    public static ErrorRule Json<T>(StatusRange status, JsonCodec<T> codec) => new(status, answer => answer.JsonOrNothing(codec));

    /// <summary>An error whose body is text.</summary>
    /// <param name="status">Its statuses.</param>
    /// <returns>The rule.</returns>
    public static ErrorRule Text(StatusRange status) => new(status, static answer => answer.Text());

    /// <summary>The exception for an answer that is no success.</summary>
    internal static ApiException Failure(ErrorRule[] errors, Answer answer)
    {
        ErrorRule? best = null;
        foreach (var rule in errors)
        {
            if (rule.Status.Contains(answer.Status) && (best is null || rule.Status.Width < best.Status.Width))
                best = rule;
        }

        return best is null ? answer.Undocumented() : answer.Error(best.Read(answer));
    }

    private object? Read(Answer answer)
    {
        try
        {
            return read?.Invoke(answer);
        }
        catch (MalformedAnswerException)
        {
            // The status is the news; a gateway's HTML page instead of the documented body must not hide it.
            return null;
        }
    }
}

/// <summary>Decodes into an outcome; none means that the contract does not describe the answer.</summary>
internal sealed class OutcomeReader<T>(Func<Answer, T?> decode) : AnswerReader<T>
    where T : class
{
    internal override T Read(Answer answer) => decode(answer) ?? throw answer.Undocumented();
}
