namespace ClientGen;

/// <summary>HTTP went well, but the body says that the operation failed.</summary>
/// <param name="operation">The operationId.</param>
/// <param name="status">The HTTP status.</param>
/// <param name="code">The result code; <c>null</c> when the body has none.</param>
/// <param name="description">The server's explanation; <c>null</c> when it gave none.</param>
/// <param name="body">The decoded body.</param>
public sealed class ResultCodeException(string operation, int status, string? code, string? description, object? body)
    : AnswerException(operation, status, Describe(operation, code, description))
{
    /// <summary>The result code; <c>null</c> when the body has none.</summary>
    public string? Code { get; } = code;

    /// <summary>The server's explanation; <c>null</c> when it gave none. Made for people: never switch on it.</summary>
    public string? Description { get; } = description;

    /// <summary>The decoded body.</summary>
    public object? Body { get; } = body;

    /// <summary>The decoded body as a type.</summary>
    /// <typeparam name="TBody">The operation's answer type.</typeparam>
    /// <returns>The body; <c>null</c> when it is of another type.</returns>
    public TBody? BodyAs<TBody>()
        where TBody : class => Body as TBody;

    private static string Describe(string operation, string? code, string? description) =>
        $"{operation}: the server answered that the operation failed, result code {code ?? "absent"}"
        + (string.IsNullOrEmpty(description) ? "." : $" ({description}).");
}
