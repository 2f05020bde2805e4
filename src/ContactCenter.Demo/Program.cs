return await ContactCenter.Demo.DemoCommand.RunAsync(args, Console.Out, Console.Error);
