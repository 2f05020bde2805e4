using ClientGen.Specs.Model;

namespace ClientGen.Emitter.Types;

/// <summary>Types that share a generated file, with all that printing them takes: an edit elsewhere in the contract leaves the group equal.</summary>
/// <param name="Namespace">The contract's C# namespace.</param>
/// <param name="Name">The group's name, fit for a file name.</param>
/// <param name="Types">In contract order.</param>
/// <param name="Related">Types of other groups whose layout these depend on: enums of members, unions and their cases.</param>
/// <param name="Version">The generator's version.</param>
/// <param name="Kiota">Whether the types implement Kiota's <c>IParsable</c>.</param>
/// <remarks>Compared by value between compiler runs.</remarks>
public sealed record TypeGroup(
    string Namespace, string Name, EquatableArray<TypeModel> Types, EquatableArray<TypeModel> Related, string Version, bool Kiota = false);
