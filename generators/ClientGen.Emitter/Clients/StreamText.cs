using ClientGen.Emitter.Types;
using ClientGen.Emitter.Writing;
using ClientGen.Specs.Model;

namespace ClientGen.Emitter.Clients;

/// <summary>Prints the expression that opens an event stream.</summary>
internal static class StreamText
{
    /// <summary>The expression.</summary>
    /// <param name="context">The client.</param>
    /// <param name="request">A C# expression that makes the request, used again for every connection.</param>
    /// <param name="type">The type of an event's data.</param>
    /// <param name="resume">Whether it connects again, with the last event's id.</param>
    /// <param name="errors">A C# expression of the documented errors; null for none.</param>
    public static string Run(ClientContext context, string request, TypeRef type, bool resume, string? errors = null) =>
        $"global::ClientGen.Streams.EventStream.RunAsync(_pipeline, {request}, {CodecExpression.Of(type, context.Contract.Namespace)}, "
        + $"resume: {CSharp.Literal(resume)}, {OperationArguments.CancellationName}{(errors is null ? "" : ", " + errors)})";
}
