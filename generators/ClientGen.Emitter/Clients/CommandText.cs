using ClientGen.Emitter.Lifecycles;
using ClientGen.Emitter.Writing;
using ClientGen.Specs.Model;

namespace ClientGen.Emitter.Clients;

/// <summary>The body of a method that a state machine watches: refused in the wrong state, and a move after success.</summary>
internal sealed class CommandText
{
    private readonly string _machine;
    private readonly string _command;
    private readonly bool _isGuarded;
    private readonly List<string> _moves;

    private CommandText(string machine, string command, bool isGuarded, List<string> moves)
    {
        _machine = machine;
        _command = command;
        _isGuarded = isGuarded;
        _moves = moves;
    }

    /// <summary>The text for an operation; null when no machine watches it.</summary>
    public static CommandText? Of(ClientContext context, OperationModel operation, AnswerPlan answers)
    {
        if (context.Machine(operation) is not { } machine)
            return null;
        var moves = machine.Moves.Where(move => move.On == operation.Id).ToList();
        var type = answers.Form == BodyForm.Json ? answers.ResultType : null;
        // Unconditional moves are the command itself, which the machine's own table knows.
        var isGuarded = moves.Any(static move => move is { When: null, To: not null });
        var after = moves.Where(static move => move is not { When: null, To: not null })
            .Select(move => MoveText.After(context, machine, move, type, null)).OfType<string>().ToList();
        return new CommandText(CSharp.Identifier(context.Names.Machine(machine)), operation.Id, isGuarded, after);
    }

    /// <summary>Writes the statements around the call.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="send">The call, not awaited.</param>
    /// <param name="hasResult">Whether the call has a result.</param>
    public void Write(SourceWriter writer, string send, bool hasResult)
    {
        if (_isGuarded)
            writer.Line($"{_machine}.Require({CSharp.Literal(_command)});");
        writer.Line($"{(hasResult ? "var answer = " : "")}await {send}.ConfigureAwait(false);");
        if (_isGuarded)
            writer.Line($"{_machine}.Enter({CSharp.Literal(_command)});");
        foreach (var move in _moves)
            writer.Line(move);
        if (hasResult)
            writer.Line("return answer;");
    }
}
