namespace ContactCenter.Simulator.Time;

/// <summary>Wakes one napper. A ring while nobody naps is remembered for the next nap, so no ring is lost.</summary>
internal sealed class Doorbell
{
    private readonly Lock _gate = new();
    private Func<bool>? _wake;
    private bool _rang;

    /// <summary>Wakes the napper, or lets the next nap end at once.</summary>
    public void Ring()
    {
        lock (_gate)
        {
            if (_wake is not { } wake || !wake())
                _rang = true;
            _wake = null;
        }
    }

    /// <summary>Says how the napper is woken.</summary>
    /// <param name="wake">Answers false when the nap was over already; so nobody need say that it ended.</param>
    /// <returns>False when the bell rang before: then there is nothing to wait for.</returns>
    public bool Attach(Func<bool> wake)
    {
        lock (_gate)
        {
            if (_rang)
            {
                _rang = false;
                return false;
            }

            _wake = wake;
            return true;
        }
    }
}
