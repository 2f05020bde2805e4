namespace ClientGen.Analyzers.Events;

/// <summary>Whether a test lets an event through.</summary>
internal enum Fit
{
    /// <summary>It never does.</summary>
    No,

    /// <summary>It depends on more than the kind of the event.</summary>
    Maybe,

    /// <summary>It always does.</summary>
    Yes,
}
