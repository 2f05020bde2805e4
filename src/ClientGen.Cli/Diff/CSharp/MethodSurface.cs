using ClientGen.Emitter.Clients;
using ClientGen.Specs.Model;

namespace ClientGen.Cli.Diff.CSharp;

/// <summary>Compares the methods of generated clients, and what they return.</summary>
internal static class MethodSurface
{
    /// <summary>Compares the operations and streams of two contracts.</summary>
    public static IEnumerable<SurfaceChange> Compare(ContractModel old, ContractModel @new)
    {
        if (old.Client is not { } client)
            return [];
        if (@new.Client is not { } newClient)
            return [new SurfaceChange(client.Name, Impact.Breaking, Impact.Breaking, $"The client `{client.Name}` is gone.", Touch.OfRoot(old), Touch.OfRoot(@new))];
        var pairs = Protocol.OperationPairs.Of(old, @new).ToList();
        var gone = client.Operations.Where(operation => pairs.All(pair => pair.Old != operation)).Select(operation => Gone(client, operation.Name, operation.Source));
        var names = (Old: ClientNames.Of(old), New: ClientNames.Of(@new));
        return gone.Concat(pairs.SelectMany(pair => Compare(client, newClient, names, pair.Old, pair.New))).Concat(Streams(client, newClient));
    }

    private static SurfaceChange Gone(ClientModel client, string name, string source) => new(
        $"{client.Name}.{name}Async", Impact.Breaking, Impact.Breaking, $"`{client.Name}.{name}Async` is gone.", new Touch(source), null);

    private static IEnumerable<SurfaceChange> Compare(
        ClientModel client, ClientModel newClient, (ClientNames Old, ClientNames New) names, OperationModel old, OperationModel @new)
    {
        var method = $"{newClient.Name}.{@new.Name}Async";
        var (touch, newTouch) = (new Touch(old.Source), new Touch(@new.Source));
        if (old.Name != @new.Name || client.Name != newClient.Name)
        {
            yield return new SurfaceChange(
                $"{client.Name}.{old.Name}Async", Impact.Breaking, Impact.Breaking, $"`{client.Name}.{old.Name}Async` is now called `{method}`.",
                touch, newTouch);
        }

        if (!old.IsDeprecated && @new.IsDeprecated)
            yield return new SurfaceChange(method, Impact.Risky, Impact.Compatible, $"`{method}` is now obsolete, which is a warning where it is called.", touch, newTouch);
        foreach (var change in ArgumentSurface.Compare(method, (old.Source, Argument.Of(old)), (@new.Source, Argument.Of(@new))))
            yield return change;

        var (result, newResult) = (Result(old), Result(@new));
        if (result.Type != newResult.Type)
        {
            var (source, binary) = result.Type.ChangeTo(newResult.Type, Traffic.Received);
            yield return new SurfaceChange(
                method, source, binary, $"`{method}` returned `{result.Type.Text}` and now returns `{newResult.Type.Text}`.", new Touch(old.Source, $"answer {result.Status}"), new Touch(@new.Source, $"answer {newResult.Status}"));
        }

        foreach (var answer in old.Answers.Where(answer => @new.Answers.All(other => other.Name != answer.Name)))
        {
            var member = $"{names.Old.OutcomeType(old)}.{answer.Name}";
            yield return new SurfaceChange(member, Impact.Breaking, Impact.Breaking, $"`{member}` is gone.", new Touch(old.Source, $"answer {answer.Status}"), null);
        }

        foreach (var answer in old.Answers)
        {
            if (@new.Answers.FirstOrDefault(other => other.Name == answer.Name) is { } same)
            {
                foreach (var change in Outcome($"{names.New.OutcomeType(@new)}.{answer.Name}", (new Touch(old.Source, $"answer {answer.Status}"), new Touch(@new.Source, $"answer {same.Status}")), answer, same))
                    yield return change;
            }
        }
    }

    private static IEnumerable<SurfaceChange> Outcome(string outcome, (Touch Old, Touch New) touches, AnswerModel old, AnswerModel @new)
    {
        foreach (var header in old.Headers)
        {
            var member = $"{outcome}.{header.Name}";
            if (@new.Headers.FirstOrDefault(other => other.Name == header.Name) is not { } same)
                yield return new SurfaceChange(member, Impact.Breaking, Impact.Breaking, $"`{member}` is gone.", touches.Old, touches.New);
            else if (header.Type != same.Type)
                yield return new SurfaceChange(member, Impact.Breaking, Impact.Breaking, $"`{member}` has another type.", touches.Old, touches.New);
        }

        // The body of success is said of the method that returns it.
        if (!old.IsSuccess && (old.Form, old.Type) != (@new.Form, @new.Type))
            yield return new SurfaceChange($"{outcome}.Body", Impact.Breaking, Impact.Breaking, $"`{outcome}.Body` has another type.", touches.Old, touches.New);
    }

    /// <summary>What the throwing method returns: the body of the first successful answer.</summary>
    private static (TypeText Type, string Status) Result(OperationModel operation)
    {
        var answer = operation.Answers.FirstOrDefault(static answer => answer is { IsSuccess: true, Form: not BodyForm.None }) ?? operation.Answers.FirstOrDefault(static answer => answer.IsSuccess);
        return answer switch
        {
            { Form: BodyForm.Json, Type: { } type } => (TypeText.Of(type, isRequired: true), answer.Status),
            { Form: BodyForm.EventStream, Type: { } type } => (new TypeText($"IAsyncEnumerable<{TypeText.Of(type, isRequired: true).Text}>", IsValue: false), answer.Status),
            { Form: BodyForm.Text } => (new TypeText("string", IsValue: false), answer.Status),
            { Form: BodyForm.Binary } => (new TypeText("bytes", IsValue: false), answer.Status),
            _ => (new TypeText("nothing", IsValue: false), answer?.Status ?? ""),
        };
    }

    private static IEnumerable<SurfaceChange> Streams(ClientModel old, ClientModel @new)
    {
        foreach (var stream in old.Streams)
        {
            if (@new.Streams.FirstOrDefault(other => other.Id == stream.Id) is not { } same)
            {
                yield return Gone(old, stream.Name, stream.Source);
                continue;
            }

            var method = $"{@new.Name}.{same.Name}Async";
            if (stream.Name != same.Name)
            {
                yield return new SurfaceChange(
                    $"{old.Name}.{stream.Name}Async", Impact.Breaking, Impact.Breaking, $"`{old.Name}.{stream.Name}Async` is now called `{method}`.",
                    new Touch(stream.Source), new Touch(same.Source));
            }

            var (before, after) = (TypeText.Of(stream.Event, isRequired: true), TypeText.Of(same.Event, isRequired: true));
            if (before != after)
            {
                yield return new SurfaceChange(
                    method, Impact.Breaking, Impact.Breaking, $"The events of `{method}` were `{before.Text}` and are now `{after.Text}`.",
                    new Touch(stream.Source), new Touch(same.Source));
            }

            foreach (var change in ArgumentSurface.Compare(method, (stream.Source, Argument.Of(stream.Parameters)), (same.Source, Argument.Of(same.Parameters))))
                yield return change;
        }
    }
}
