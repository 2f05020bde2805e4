namespace ClientGen.Emitter;

/// <summary>One file of generated C#.</summary>
/// <param name="HintName">Its name, unique among the files of one contract; letters, digits, dots, dashes and underscores only.</param>
/// <param name="Text">Its text, with <c>\n</c> line ends.</param>
/// <remarks>Compared by value between compiler runs.</remarks>
public sealed record GeneratedFile(string HintName, string Text);
