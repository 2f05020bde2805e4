namespace System;

/// <summary>Lets the compiler count from the end: <c>items[^1]</c>.</summary>
internal readonly struct Index(int value, bool fromEnd = false) : IEquatable<Index>
{
    /// <summary>The distance from the start or the end.</summary>
    public int Value { get; } = value;

    /// <summary>Whether the distance counts from the end.</summary>
    public bool IsFromEnd { get; } = fromEnd;

    /// <summary>The index from the start in a list of this length.</summary>
    public int GetOffset(int length) => IsFromEnd ? length - Value : Value;

    /// <inheritdoc/>
    public bool Equals(Index other) => Value == other.Value && IsFromEnd == other.IsFromEnd;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Index other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => IsFromEnd ? ~Value : Value;

    /// <summary>An index from the start.</summary>
    public static implicit operator Index(int value) => new(value);
}
