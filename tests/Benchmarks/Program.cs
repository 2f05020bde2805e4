using Benchmarks;
using Benchmarks.Compiling;

// The compile host comes first: what it does not need must not be loaded.
return args is [CompileHost.Verb, .. var rest] ? CompileHost.Run(rest) : Runner.Run(args);
