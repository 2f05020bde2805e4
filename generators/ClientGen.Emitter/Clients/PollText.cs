using ClientGen.Emitter.Types;
using ClientGen.Emitter.Writing;
using ClientGen.Specs.Model;

namespace ClientGen.Emitter.Clients;

/// <summary>Prints the stream of a long poll.</summary>
internal static class PollText
{
    /// <summary>How often a failed poll is tried again when the contract does not say.</summary>
    public const int RetryLimit = 3;

    private const string Polling = "global::ClientGen.Polling.";

    /// <summary>What the stream does; raw text.</summary>
    public static string Summary(LongPollModel poll)
    {
        var end = poll.Terminal.IsEmpty
            ? "Polls again and again until you stop"
            : $"Polls again and again until {string.Join(" or ", poll.Terminal.Select(static c => c.Text))}";
        return $"{end}; gives up when more than {CSharp.Literal(poll.RetryLimit ?? RetryLimit)} polls in a row have failed.";
    }

    /// <summary>The declaration of the rule.</summary>
    public static string Rule(ClientContext context, AnswerPlan answers, LongPollModel poll)
    {
        var scope = context.Conditions with { BodyType = answers.ResultType, Namespace = context.Contract.Namespace };
        var type = TypeName.Of(answers.ResultType);
        var terminal = ConditionEmitter.Any(poll.Terminal, scope);
        return $"internal static readonly {Polling}PollRule<{type}> Poll = new(static answer => {terminal}, retryLimit: {CSharp.Literal(poll.RetryLimit ?? RetryLimit)}, "
            + $"retryAfter: global::System.TimeSpan.FromMilliseconds({CSharp.Literal(poll.RetryAfterMilliseconds)}), single: {CSharp.Literal(poll.Single)});";
    }

    /// <summary>The expression of the stream.</summary>
    public static string Run(string call, string method, string arguments) =>
        $"{Polling}PollLoop.RunAsync(_pipeline, {call}.Poll, token => {method}({arguments}), {OperationArguments.CancellationName})";
}
