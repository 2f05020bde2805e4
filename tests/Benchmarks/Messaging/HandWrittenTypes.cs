namespace Benchmarks.Messaging;

/// <summary>One answer of the long poll, as someone writes it by hand.</summary>
internal abstract record PollAnswer(string? ResultDesc);

internal sealed record PollConnected(string? ResultDesc, ConnectedContent Content) : PollAnswer(ResultDesc);

internal sealed record PollEnded(string? ResultDesc, int EventId, EndCause? Content) : PollAnswer(ResultDesc);

internal sealed record PollOther(string? ResultDesc, int EventId) : PollAnswer(ResultDesc);

internal sealed record PollNothing(string? ResultDesc) : PollAnswer(ResultDesc);

internal sealed record ConnectedContent(string Domain, IReadOnlyList<string> GwAddresses, string AccessCode, string ClickToCallCaller);

internal sealed record EndCause(int? CauseId, string? CauseDesc);

/// <summary>A message of the customer.</summary>
internal sealed record OutgoingMessage(string Channel, string? Content, string ControlType, string From, string MediaType, string SourceType, string To);

/// <summary>What became of it.</summary>
internal sealed record SendResult(string? ResultDesc);

/// <summary>Status 200, but the operation failed.</summary>
internal sealed class FailedResultException(string? code, string? description) : Exception($"{code}: {description}");
