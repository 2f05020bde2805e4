namespace ClientGen.Cli;

/// <summary>What the user named cannot be used. The message is written for them and is all they see.</summary>
internal sealed class WrongInputException(string message) : Exception(message);
