using ContactCenter.Simulator;

return await SimulatorCommand.Create().Parse(args).InvokeAsync();
