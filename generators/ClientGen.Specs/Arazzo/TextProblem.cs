namespace ClientGen.Specs.Arazzo;

/// <summary>What is wrong with a stretch of an expression or condition.</summary>
/// <param name="Message">What was found and what would help, in whole sentences.</param>
/// <param name="Start">Zero-based offset in the text of the expression.</param>
/// <param name="Length">Number of characters; 0 for "something is missing here".</param>
public readonly record struct TextProblem(string Message, int Start, int Length);
