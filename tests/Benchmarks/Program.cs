using Benchmarks;

return Runner.Run(args);
