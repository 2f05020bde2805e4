// Types that the C# compiler asks for by name and netstandard2.0 lacks. Internal, so that no other assembly sees them.
namespace System.Runtime.CompilerServices
{
    using System.ComponentModel;

    /// <summary>Lets properties have <c>init</c> accessors, and with them records.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    internal static class IsExternalInit;

    /// <summary>Marks a member as <c>required</c>.</summary>
    [AttributeUsage(
        AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Field | AttributeTargets.Property, Inherited = false)]
    internal sealed class RequiredMemberAttribute : Attribute;

    /// <summary>Keeps older compilers from using what they do not understand.</summary>
    [AttributeUsage(AttributeTargets.All, AllowMultiple = true, Inherited = false)]
    internal sealed class CompilerFeatureRequiredAttribute(string featureName) : Attribute
    {
        /// <summary>The name of the compiler feature.</summary>
        public string FeatureName { get; } = featureName;
    }

    /// <summary>Has the compiler pass the text of an argument.</summary>
    [AttributeUsage(AttributeTargets.Parameter)]
    internal sealed class CallerArgumentExpressionAttribute(string parameterName) : Attribute
    {
        /// <summary>The parameter whose text is passed.</summary>
        public string ParameterName { get; } = parameterName;
    }
}

namespace System.Diagnostics.CodeAnalysis
{
    /// <summary>Says that a constructor sets every required member.</summary>
    [AttributeUsage(AttributeTargets.Constructor)]
    internal sealed class SetsRequiredMembersAttribute : Attribute;

    /// <summary>Says that an argument is not null when the method returns.</summary>
    [AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.ReturnValue)]
    internal sealed class NotNullAttribute : Attribute;

    /// <summary>Says that an out parameter is not null when the method returns the given value.</summary>
    [AttributeUsage(AttributeTargets.Parameter)]
    internal sealed class NotNullWhenAttribute(bool returnValue) : Attribute
    {
        /// <summary>The return value that promises a non-null argument.</summary>
        public bool ReturnValue { get; } = returnValue;
    }

    /// <summary>Says that an out parameter may be null when the method returns the given value.</summary>
    [AttributeUsage(AttributeTargets.Parameter)]
    internal sealed class MaybeNullWhenAttribute(bool returnValue) : Attribute
    {
        /// <summary>The return value after which the argument may be null.</summary>
        public bool ReturnValue { get; } = returnValue;
    }

    /// <summary>Says that a result is not null when the named parameter is not null.</summary>
    [AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.ReturnValue, AllowMultiple = true)]
    internal sealed class NotNullIfNotNullAttribute(string parameterName) : Attribute
    {
        /// <summary>The parameter that decides.</summary>
        public string ParameterName { get; } = parameterName;
    }

    /// <summary>Says that a method never returns.</summary>
    [AttributeUsage(AttributeTargets.Method, Inherited = false)]
    internal sealed class DoesNotReturnAttribute : Attribute;

    /// <summary>Says that members are not null once the method has returned the given value.</summary>
    [AttributeUsage(AttributeTargets.Method | AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
    internal sealed class MemberNotNullWhenAttribute(bool returnValue, params string[] members) : Attribute
    {
        /// <summary>The return value that promises it.</summary>
        public bool ReturnValue { get; } = returnValue;

        /// <summary>The members.</summary>
        public string[] Members { get; } = members;
    }
}

namespace System
{
    /// <summary>Lets the compiler count from the end: <c>items[^1]</c>.</summary>
    internal readonly struct Index(int value, bool fromEnd = false)
    {
        /// <summary>The distance from the start or the end.</summary>
        public int Value { get; } = value;

        /// <summary>Whether the distance counts from the end.</summary>
        public bool IsFromEnd { get; } = fromEnd;

        /// <summary>An index from the start.</summary>
        public static implicit operator Index(int value) => new(value);

        /// <summary>The index from the start in a list of this length.</summary>
        public int GetOffset(int length) => IsFromEnd ? length - Value : Value;
    }

    /// <summary>Lets the compiler cut: <c>items[1..]</c>.</summary>
    internal readonly struct Range(Index start, Index end)
    {
        /// <summary>Where it starts.</summary>
        public Index Start { get; } = start;

        /// <summary>Where it ends.</summary>
        public Index End { get; } = end;
    }
}
