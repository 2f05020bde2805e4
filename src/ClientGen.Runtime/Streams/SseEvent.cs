namespace ClientGen.Streams;

/// <summary>An event with what <c>text/event-stream</c> says around it.</summary>
/// <typeparam name="T">What its data is.</typeparam>
/// <param name="Id">The last event id when it came; <c>null</c> when the server has given none.</param>
/// <param name="Type">The event type; <c>message</c> when the server gave none.</param>
/// <param name="Data">The data.</param>
public readonly record struct SseEvent<T>(string? Id, string Type, T Data);
