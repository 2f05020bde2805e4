using System.CommandLine;
using ContactCenter.Demo;

// The client half of the demo: the same scenarios, against a simulator that is running already.
var url = new Option<Uri>("--url")
{
    Description = "Where the simulator listens, such as http://127.0.0.1:5080/.", HelpName = "url", Required = true,
    CustomParser = static result =>
    {
        if (Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
            return address;
        result.AddError("--url must be an absolute http or https URL.");
        return null;
    },
};
var command = new PlayCommand("Plays calls against a running simulator and compares what happens with the contracts.", [url]);
return await command.RunAsync(args, Console.Out, Console.Error, async (parsed, scenarios, cancellationToken) =>
{
    using var programme = new Programme(new()
    {
        Server = parsed.GetValue(url)!,
        Clock = TimeProvider.System,
        Timeline = new PlainTimeline(Console.Out),
        ReceiveCallbacksAsync = CallbackListener.OpenAsync,
        Patience = TimeSpan.FromMinutes(10),
    });
    return await programme.PlayAsync(scenarios, cancellationToken);
});
