namespace ClientGen.Specs.Reading;

/// <summary>The place where a text stops being YAML.</summary>
/// <param name="Start">Offset of the first character that is wrong.</param>
/// <param name="Length">Number of characters up to the end of the line.</param>
/// <param name="Message">What is wrong and what would help.</param>
internal sealed record YamlFailure(int Start, int Length, string Message);
