using ClientGen.Emitter.Clients;
using ClientGen.Emitter.Types;
using ClientGen.Emitter.Writing;
using ClientGen.Specs.Arazzo;
using ClientGen.Specs.Model;

namespace ClientGen.Emitter.Lifecycles;

/// <summary>Prints how events of a stream, and answers, move a state machine.</summary>
internal static class EventMoves
{
    /// <summary>Whether any event of the stream moves the machine.</summary>
    public static bool Any(ClientContext context, LifecycleModel machine, StreamModel stream) =>
        machine.Moves.Any(move => Statement(context, machine, move, stream.Event) is not null);

    /// <summary>The statements for one event, named <c>answer</c>.</summary>
    public static void Write(SourceWriter writer, ClientContext context, LifecycleModel machine, StreamModel stream)
    {
        var isFirst = true;
        foreach (var move in machine.Moves)
        {
            if (Statement(context, machine, move, stream.Event) is not { } statement)
                continue;
            writer.Line((isFirst ? "" : "else ") + statement);
            isFirst = false;
        }
    }

    private static string? Statement(ClientContext context, LifecycleModel machine, MoveModel move, TypeRef type)
    {
        if (move.Event is not { } name || EventTest(context, type, name) is not { } test)
            return null;
        return MoveText.After(context, machine, move, type, test);
    }

    /// <summary>The pattern test for an event by the text of its tag or the name of its case.</summary>
    private static string? EventTest(ClientContext context, TypeRef type, string name)
    {
        if (context.Find<UnionModel>(type.Name) is not { } union)
            return type.Name == name ? "answer is not null" : null;
        var cases = union.Cases
            .Where(@case => @case.Name == name || @case.Tags.Any(tag => JsonText.Scalar(tag)?.Text == name))
            .Select(@case => TypeName.Generated(@case.Name, context.Contract.Namespace))
            .ToList();
        return cases.Count == 0 ? null : $"answer is {string.Join(" or ", cases)}";
    }
}
