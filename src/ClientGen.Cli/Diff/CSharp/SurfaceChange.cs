namespace ClientGen.Cli.Diff.CSharp;

/// <summary>A difference of the generated C# that callers can see.</summary>
/// <param name="Member">The member as people write it, such as <c>Pet.Name</c>.</param>
/// <param name="Source">What it means for code that is compiled again.</param>
/// <param name="Binary">What it means for code that is not.</param>
/// <param name="Message">What happened.</param>
/// <param name="Old">The part of the old contract that it comes from.</param>
/// <param name="New">The part of the new contract that it comes from.</param>
internal sealed record SurfaceChange(string Member, Impact Source, Impact Binary, string Message, Touch? Old, Touch? New);
