using Benchmarks;
using Benchmarks.Analyzing;
using Benchmarks.Compiling;

// The compile host comes first: what it does not need must not be loaded.
return args switch
{
    [CompileHost.Verb, .. var rest] => CompileHost.Run(rest),
    [RulesCost.Verb, .. var rest] => RulesCost.Run(rest),
    _ => Runner.Run(args),
};
