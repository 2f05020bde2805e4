using ClientGen.Cli;
using ClientGen.Cli.Terminal;

return await CommandLine.RunAsync(args, new ConsoleTerminal(), Environment.CurrentDirectory);
