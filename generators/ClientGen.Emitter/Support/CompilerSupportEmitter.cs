using ClientGen.Emitter.Writing;

namespace ClientGen.Emitter.Support;

/// <summary>Declares what the compiler asks for and the framework lacks: internal to the consuming assembly, so that no other sees it.</summary>
public static class CompilerSupportEmitter
{
    private static readonly (CompilerSupport Flag, string Namespace, string Name, string Summary, string Declaration)[] Types =
    [
        (CompilerSupport.Init, "System.Runtime.CompilerServices", "IsExternalInit", "<summary>Lets properties have <c>init</c> accessors.</summary>", """
            internal static class IsExternalInit
            {
            }
            """),
        (CompilerSupport.Required, "System.Runtime.CompilerServices", "RequiredMemberAttribute", "<summary>Marks a member as <c>required</c>.</summary>", """
            [global::System.AttributeUsage(global::System.AttributeTargets.Class | global::System.AttributeTargets.Struct | global::System.AttributeTargets.Field | global::System.AttributeTargets.Property, Inherited = false)]
            internal sealed class RequiredMemberAttribute : global::System.Attribute
            {
            }
            """),
        (CompilerSupport.FeatureRequired, "System.Runtime.CompilerServices", "CompilerFeatureRequiredAttribute", "<summary>Keeps compilers from using what they do not understand.</summary>", """
            [global::System.AttributeUsage(global::System.AttributeTargets.All, AllowMultiple = true, Inherited = false)]
            internal sealed class CompilerFeatureRequiredAttribute : global::System.Attribute
            {
                /// <summary>Names the feature.</summary>
                public CompilerFeatureRequiredAttribute(string featureName) => FeatureName = featureName;

                /// <summary>The feature.</summary>
                public string FeatureName { get; }
            }
            """),
        (CompilerSupport.SetsRequired, "System.Diagnostics.CodeAnalysis", "SetsRequiredMembersAttribute", "<summary>Says that a constructor sets every required member.</summary>", """
            [global::System.AttributeUsage(global::System.AttributeTargets.Constructor)]
            internal sealed class SetsRequiredMembersAttribute : global::System.Attribute
            {
            }
            """),
    ];

    /// <summary>The full name of each type.</summary>
    public static IEnumerable<(CompilerSupport Flag, string MetadataName)> Names =>
        Types.Select(static type => (type.Flag, type.Namespace + "." + type.Name));

    /// <summary>The file that declares them.</summary>
    /// <param name="missing">Which; not none.</param>
    /// <param name="version">The generator's version.</param>
    public static GeneratedFile Emit(CompilerSupport missing, string version)
    {
        var writer = GeneratedText.Begin();
        foreach (var space in Types.Where(type => missing.HasFlag(type.Flag)).GroupBy(static type => type.Namespace))
        {
            using var block = writer.Block("namespace " + space.Key);
            foreach (var type in space)
            {
                writer.Line("/// " + type.Summary);
                writer.Line(GeneratedText.Attribute(version));
                writer.Line(type.Declaration);
            }
        }

        return new GeneratedFile("ClientGen.CompilerSupport.g.cs", writer.ToString());
    }
}
