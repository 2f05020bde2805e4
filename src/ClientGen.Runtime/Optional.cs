using System.ComponentModel;

namespace ClientGen;

/// <summary>A member that may be absent, where JSON <c>null</c> is a value of its own.</summary>
/// <typeparam name="T">The member's type; usually a nullable one.</typeparam>
/// <remarks>An absent member is not written; a present one is, even when it is <c>null</c>.</remarks>
public readonly record struct Optional<T>
{
    /// <summary>A present member.</summary>
    /// <param name="value">Its value.</param>
    public Optional(T value)
    {
        IsPresent = true;
        Value = value;
    }

    /// <summary>The absent member; also the default.</summary>
    public static Optional<T> Absent => default;

    /// <summary>Whether the member is there.</summary>
    public bool IsPresent { get; }

    /// <summary>The value; the type's default when the member is absent.</summary>
    public T? Value { get; }

    /// <summary>A present member with this value.</summary>
    /// <param name="value">Its value.</param>
    public static implicit operator Optional<T>(T value) => new(value);

    /// <summary>The value, or the type's default when the member is absent.</summary>
    /// <returns>The same as <see cref="Value"/>.</returns>
    public T? GetValueOrDefault() => Value;

    /// <summary>The value as text; <c>(absent)</c> when the member is absent.</summary>
    /// <returns>Text for people, not for machines.</returns>
    public override string ToString() => IsPresent ? Value?.ToString() ?? "null" : "(absent)";
}

/// <summary>Helpers of generated code around values that may be absent.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Optional
{
    /// <summary>The value as a nullable one, so that it can stand beside <c>null</c> in a conditional expression.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="value">The value.</param>
    /// <returns>The value.</returns>
    public static T? OrNull<T>(T value)
        where T : struct => value;

    /// <summary>The value itself.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="value">The value, maybe <c>null</c>.</param>
    /// <returns>The value.</returns>
    public static T? OrNull<T>(T? value)
        where T : struct => value;
}
