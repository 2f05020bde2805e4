namespace ClientGen.States;

/// <summary>A state machine of a contract: which commands the present state allows. Safe to use from many threads.</summary>
/// <typeparam name="TState">The states.</typeparam>
public abstract class StateMachine<TState>
    where TState : struct, Enum
{
    private readonly string _name;
    private readonly IReadOnlyList<StateMove<TState>> _moves;
    private readonly Lock _gate = new();
    private TState _current;

    /// <summary>Makes a machine in its first state.</summary>
    /// <param name="name">The contract's name of it.</param>
    /// <param name="initial">The first state.</param>
    /// <param name="moves">The moves that commands make. Commands without a move are allowed in every state.</param>
    protected StateMachine(string name, TState initial, IReadOnlyList<StateMove<TState>> moves)
    {
        _name = name;
        _current = initial;
        _moves = moves;
    }

    /// <summary>The state has changed. Raised after the change, outside of any lock; by two threads it may come out of order.</summary>
    public event EventHandler<StateChange<TState>>? Changed;

    /// <summary>The present state.</summary>
    public TState Current
    {
        get
        {
            lock (_gate)
                return _current;
        }
    }

    /// <summary>Whether the present state allows a command.</summary>
    /// <param name="command">The operationId.</param>
    /// <returns><c>true</c> when it does, or the machine does not know the command.</returns>
    public bool Allows(string command)
    {
        lock (_gate)
            return IsUnknown(command) || Find(command) is not null;
    }

    /// <summary>Makes sure that the present state allows a command, before it is sent.</summary>
    /// <param name="command">The operationId.</param>
    /// <exception cref="StateException">It does not.</exception>
    public void Require(string command)
    {
        TState state;
        lock (_gate)
        {
            if (IsUnknown(command) || Find(command) is not null)
                return;
            state = _current;
        }

        var allowed = _moves.Where(move => move.Command == command).SelectMany(static move => move.From).Distinct().Select(static s => s.ToString());
        throw new StateException(_name, state.ToString(), command, [.. allowed]);
    }

    /// <summary>Makes the move of a command that succeeded.</summary>
    /// <param name="command">The operationId.</param>
    /// <returns>Whether there was a move. None when an event has moved the machine on while the command was under way.</returns>
    public bool Enter(string command)
    {
        TState before;
        TState after;
        lock (_gate)
        {
            if (Find(command) is not { } move)
                return false;
            before = _current;
            after = _current = move.To;
        }

        Raise(before, after, command);
        return true;
    }

    /// <summary>Sets the state that an event carries or means.</summary>
    /// <param name="state">The state.</param>
    public void Set(TState state)
    {
        TState before;
        lock (_gate)
        {
            before = _current;
            _current = state;
        }

        Raise(before, state, null);
    }

    private void Raise(TState before, TState after, string? command)
    {
        if (!IsEqual(before, after))
            Changed?.Invoke(this, new(before, after, command));
    }

    private bool IsUnknown(string command) => !_moves.Any(move => move.Command == command);

    private StateMove<TState>? Find(string command) =>
        _moves.FirstOrDefault(move => move.Command == command && (move.From.Count == 0 || move.From.Any(from => IsEqual(from, _current))));

    private static bool IsEqual(TState one, TState other) => EqualityComparer<TState>.Default.Equals(one, other);
}
