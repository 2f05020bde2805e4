using ClientGen.Emitter.Lifecycles;
using ClientGen.Emitter.Types;
using ClientGen.Emitter.Writing;
using ClientGen.Specs.Model;

namespace ClientGen.Emitter.Clients;

/// <summary>Prints the event streams that are channels of their own.</summary>
internal static class StreamWriter
{
    public static string Print(ClientContext context)
    {
        var writer = GeneratedText.Begin(context.Contract.Namespace);
        using (writer.Block($"public partial interface {CSharp.Identifier(context.Names.Interface)}"))
        {
            for (var i = 0; i < context.Client.Streams.Count; i++)
            {
                var stream = context.Client.Streams[i];
                if (i > 0)
                    writer.Line();
                OperationDocs.Lines(writer, "summary", stream.Documentation.Trim().Length > 0 ? stream.Documentation : $"The events of {stream.Path}.");
                OperationDocs.Lines(writer, "remarks", string.Join(" ", Remarks(context, stream)));
                foreach (var argument in OperationArguments.Of(stream))
                    OperationDocs.Parameter(writer, argument);
                OperationDocs.Cancellation(writer);
                WriteAttributes(writer, stream);
                foreach (var attribute in ContractSource.Attribute(stream.Source))
                    writer.Line(attribute);
                writer.Line($"{Signature(stream)};");
            }
        }

        writer.Line();
        using (writer.Block($"public sealed partial class {CSharp.Identifier(context.Names.Client)}"))
        {
            for (var i = 0; i < context.Client.Streams.Count; i++)
            {
                if (i > 0)
                    writer.Line();
                WriteClass(writer, context, context.Client.Streams[i]);
            }
        }

        return writer.ToString();
    }

    private static IEnumerable<string> Remarks(ClientContext context, StreamModel stream)
    {
        yield return stream.Resume
            ? "Connects again by itself when the connection ends, and asks for what came meanwhile by the id of the last event."
            : "Ends when the connection ends.";
        foreach (var machine in Followers(context, stream))
            yield return $"Events move {context.Names.Machine(machine)}.";
        foreach (var sentence in context.Docs.Sentences(stream.Facts))
            yield return sentence;
        yield return $"GET {stream.Path} ({context.Contract.SpecPath})";
    }

    private static void WriteClass(SourceWriter writer, ClientContext context, StreamModel stream)
    {
        var arguments = OperationArguments.Of(stream);
        var call = CSharp.Identifier(context.Names.Call(stream));
        using (writer.Block($"private static class {call}"))
            writer.Line(OperationInfoText.Of(stream.Id, "GET", stream.Path, OperationInfoText.Settings(context, stream)));

        var followers = Followers(context, stream).ToList();
        var run = StreamText.Run(context, stream.Parameters.IsEmpty ? $"() => _pipeline.Request({call}.Info)" : $"() => {call}Request({string.Join(", ", arguments.Select(static a => a.Name))})", stream.Event, stream.Resume);
        writer.Line();
        writer.Line("/// <inheritdoc/>");
        WriteAttributes(writer, stream);
        writer.Line($"public {Signature(stream)} =>");
        using (writer.Indent())
        {
            if (followers.Count == 0)
            {
                writer.Line(run + ";");
            }
            else
            {
                // The stream itself tells the machines, so that whoever subscribes still learns when it is open.
                writer.Line($"{run.Substring(0, run.Length - 1)}, heard: answer =>");
                using (writer.Block(end: ");"))
                {
                    foreach (var machine in followers)
                        EventMoves.Write(writer, context, machine, stream);
                }
            }
        }

        if (stream.Parameters.IsEmpty)
            return;
        writer.Line();
        using (writer.Block($"private global::ClientGen.Http.ApiRequest {call}Request({string.Join(", ", arguments.Select(static a => $"{a.Type} {a.Name}"))})"))
        {
            writer.Line($"var request = _pipeline.Request({call}.Info);");
            new RequestWriter(context, call, arguments.Select(static a => a.Name)).Parameters(writer, stream.Parameters);
            writer.Line("return request;");
        }
    }

    private static IEnumerable<LifecycleModel> Followers(ClientContext context, StreamModel stream) =>
        context.Contract.Lifecycles.Where(machine => ClientContext.IsPerClient(machine) && EventMoves.Any(context, machine, stream));

    private static string Signature(StreamModel stream) =>
        $"global::System.Collections.Generic.IAsyncEnumerable<{TypeName.Of(stream.Event)}> {ClientNames.Method(stream.Name)}({OperationArguments.Declarations(OperationArguments.Of(stream))})";

    private static void WriteAttributes(SourceWriter writer, StreamModel stream)
    {
        var fact = new ProtocolFact("EventStream", stream.Resume ? EquatableArray.Of("Resumes=true") : default);
        foreach (var attribute in FactText.Attributes(stream.Facts.Prepend(fact).ToEquatableArray()))
            writer.Line(attribute);
    }
}
