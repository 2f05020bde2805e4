using System.Globalization;
using ClientGen.Specs.Model;
using ClientGen.Specs.Reading;

namespace ClientGen.Emitter.Clients;

/// <summary>Protocol facts as sentences for people; raw text, not yet escaped.</summary>
internal sealed class ProtocolSentences(ContractModel contract)
{
    /// <summary>The sentences of an operation's facts, in the model's order.</summary>
    public IEnumerable<string> Of(EquatableArray<ProtocolFact> facts)
    {
        var evidenced = facts.Where(static f => f.Attribute == "RequiresEvidence").Select(f => Producer(Text(f, 0))?.Id).ToList();
        foreach (var fact in facts)
        {
            // The evidence says more than the bare order does.
            if (fact.Attribute == "RequiresOperation" && evidenced.Contains(Text(fact, 0)))
                continue;
            if (Sentence(fact) is { } sentence)
                yield return sentence;
        }
    }

    private string? Sentence(ProtocolFact fact) => fact.Attribute switch
    {
        "RequiresOperation" => $"Requires that {Method(Text(fact, 0))} has succeeded.",
        "RequiresEvidence" => RequiresEvidence(Text(fact, 0)),
        "Poll" => Poll(fact),
        "RetryBound" => $"Give up after {Text(fact, 0)} retries in a row.",
        "RenewOn" => $"After status {Join(List(fact, 0), "or")} the credentials are renewed and the call is sent once more.",
        "TokenLifetime" => $"The credential lives for {Text(fact, 0)} seconds.",
        "StartsObligation" => StartsObligation(Text(fact, 0)),
        "EndsObligation" => $"Ends what {Join(Methods("StartsObligation", Text(fact, 0)), "or")} began.",
        "LifecycleMove" => Move(fact),
        "NotRetryable" => "Never send it again blindly: a failed call may have had its effect.",
        _ => null,
    };

    private string RequiresEvidence(string evidence)
    {
        var flags = Flags(evidence).Select(static flag => $"{flag.Name} {flag.Value}").ToList();
        return Producer(evidence) is { } producer
            ? $"Requires {producer.Name}Async{(flags.Count == 0 ? "" : " with " + Join(flags, "and"))}."
            : $"Requires the evidence \"{evidence}\".";
    }

    private IEnumerable<(string Name, string Value)> Flags(string evidence)
    {
        foreach (var type in contract.Types)
        {
            var properties = type switch
            {
                ObjectModel model => model.Properties,
                UnionModel union => union.Shared,
                _ => default,
            };
            foreach (var property in properties)
            {
                foreach (var fact in property.Facts)
                {
                    if (fact.Attribute == "EvidenceFlag" && Text(fact, 0) == evidence)
                        yield return (property.Name, Text(fact, 1));
                }
            }
        }
    }

    private OperationModel? Producer(string evidence)
    {
        var results = contract.Types
            .Where(type => FactsOf(type).Any(f => f.Attribute == "EvidenceResult" && Text(f, 0) == evidence))
            .Select(static type => type.Name)
            .ToList();
        return contract.Client?.Operations.FirstOrDefault(operation =>
            operation.Answers.Any(answer => answer.IsSuccess && answer.Type?.Name is { } name && results.Contains(name)));
    }

    private static EquatableArray<ProtocolFact> FactsOf(TypeModel type) => type switch
    {
        ObjectModel model => model.Facts,
        UnionModel union => union.Facts,
        EnumModel @enum => @enum.Facts,
        _ => default,
    };

    private string StartsObligation(string name)
    {
        var ends = Methods("EndsObligation", name);
        return ends.Count == 0
            ? $"Starts \"{name}\", which must be brought to its end."
            : $"Afterwards call {Join(ends, "or")}, unless an event has ended it.";
    }

    private List<string> Methods(string attribute, string name) => contract.Client is not { } client
        ? []
        : client.Operations
            .Where(o => o.Facts.Any(f => f.Attribute == attribute && Text(f, 0) == name))
            .Select(static o => o.Name + "Async")
            .ToList();

    private string Poll(ProtocolFact fact)
    {
        var wait = Named(fact, "MinTimeoutMs") is { } text && long.TryParse(text, out var milliseconds)
            ? $"The server may hold the call: wait at least {(milliseconds / 1000.0).ToString("0.###", CultureInfo.InvariantCulture)} s."
            : "The server may hold the call.";
        return Named(fact, "Single") == "true" ? wait + " Only one may be under way." : wait;
    }

    private static string Move(ProtocolFact fact)
    {
        var from = List(fact, 1);
        var to = Text(fact, 2);
        return (from.Count == 0 ? $"Allowed in every state of {Text(fact, 0)}" : $"Allowed in the state {Join(from, "or")} of {Text(fact, 0)}")
            + (to.Length == 0 || to == "null" ? "." : $"; leads to {to}.");
    }

    private string Method(string id)
    {
        var local = id.Substring(id.LastIndexOf('#') + 1);
        return contract.Client?.Operations.FirstOrDefault(o => o.Id == local) is { } found ? found.Name + "Async" : id;
    }

    private static string Join(IReadOnlyList<string> items, string word) => items.Count switch
    {
        0 => "something",
        1 => items[0],
        _ => string.Join(", ", items.Take(items.Count - 1)) + $" {word} " + items[items.Count - 1],
    };

    private static string Text(ProtocolFact fact, int index) =>
        index < fact.Arguments.Count && JsonText.Scalar(fact.Arguments[index]) is { } scalar ? scalar.Text : "";

    private static List<string> List(ProtocolFact fact, int index)
    {
        if (index >= fact.Arguments.Count)
            return [];
        return JsonText.Read(fact.Arguments[index]) is SpecSequence list ? [.. list.Items.OfType<SpecScalar>().Select(static s => s.Text)] : [Text(fact, index)];
    }

    private static string? Named(ProtocolFact fact, string name)
    {
        foreach (var argument in fact.Arguments)
        {
            if (argument.StartsWith(name + "=", StringComparison.Ordinal))
                return argument.Substring(name.Length + 1);
        }

        return null;
    }
}
