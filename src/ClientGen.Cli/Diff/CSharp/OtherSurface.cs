using ClientGen.Specs.Model;

namespace ClientGen.Cli.Diff.CSharp;

/// <summary>Compares receivers, state machines and workflow classes.</summary>
internal static class OtherSurface
{
    /// <summary>Compares.</summary>
    public static IEnumerable<SurfaceChange> Compare(ContractModel old, ContractModel @new) =>
        Constants(old, @new).Concat(Receivers(old, @new)).Concat(Machines(old, @new)).Concat(Workflows(old, @new));

    private static IEnumerable<SurfaceChange> Constants(ContractModel old, ContractModel @new)
    {
        if (old.Client is not { } client || @new.Client is not { } newClient)
            yield break;
        // Constants are written into compiled callers, so that only code that is compiled again misses them.
        foreach (var server in client.Servers.Where(server => newClient.Servers.All(other => other.Name != server.Name)))
        {
            yield return new SurfaceChange(
                $"{client.Name}.Servers.{server.Name}", Impact.Breaking, Impact.Compatible, $"`{client.Name}.Servers.{server.Name}` is gone.", new Touch($"{old.SpecPath}#/servers"), null);
        }

        foreach (var scheme in client.Schemes.Where(scheme => newClient.Schemes.All(other => other.MemberName != scheme.MemberName)))
        {
            yield return new SurfaceChange(
                $"{client.Name}.Schemes.{scheme.MemberName}", Impact.Breaking, Impact.Compatible, $"`{client.Name}.Schemes.{scheme.MemberName}` is gone.",
                new Touch($"{old.SpecPath}#/components/securitySchemes/{Specs.Reading.SpecPointer.Escape(scheme.Name)}"), null);
        }
    }

    private static IEnumerable<SurfaceChange> Receivers(ContractModel old, ContractModel @new)
    {
        var (before, after) = (Methods(old), Methods(@new));
        // People implement a receiver, so that a method more breaks them and one less does not.
        foreach (var (name, method) in before.Where(method => !after.ContainsKey(method.Key)))
        {
            yield return new SurfaceChange(
                name, Impact.Risky, Impact.Compatible, $"The receiver no longer has `{name}`; an implementation of it is never called.", method.Touch,
                null);
        }

        foreach (var (name, method) in after)
        {
            if (!before.TryGetValue(name, out var twin))
            {
                if (before.Count > 0)
                {
                    yield return new SurfaceChange(
                        name, Impact.Breaking, Impact.Breaking, $"The receiver has the new method `{name}`, which implementations lack.", null,
                        method.Touch);
                }
            }
            else if (twin.Type != method.Type)
            {
                yield return new SurfaceChange(
                    name, Impact.Breaking, Impact.Breaking, $"`{name}` received `{twin.Type}` and now receives `{method.Type}`.", twin.Touch,
                    method.Touch);
            }
        }
    }

    private static Dictionary<string, (string Type, Touch Touch)> Methods(ContractModel model)
    {
        var methods = new Dictionary<string, (string, Touch)>(StringComparer.Ordinal);
        foreach (var webhook in model.Webhooks)
        {
            foreach (var method in webhook.Events)
                methods.TryAdd(method.Method, (TypeText.Of(method.Type, isRequired: true).Text, new Touch(webhook.Source)));
        }

        return methods;
    }

    private static IEnumerable<SurfaceChange> Machines(ContractModel old, ContractModel @new)
    {
        foreach (var machine in old.Lifecycles)
        {
            var touch = Touch(old, machine);
            if (@new.Lifecycles.FirstOrDefault(other => other.MachineName == machine.MachineName) is not { } same)
            {
                yield return new SurfaceChange(machine.MachineName, Impact.Breaking, Impact.Breaking, $"The state machine `{machine.MachineName}` is gone.", touch, null);
                continue;
            }

            foreach (var state in machine.States.Where(state => same.States.All(other => other.Name != state.Name)))
            {
                yield return new SurfaceChange(
                    $"{machine.StateName}.{state.Name}", Impact.Breaking, Impact.Compatible, $"`{machine.StateName}.{state.Name}` is gone.", touch with { Part = state.Id }, Touch(@new, same) with { Part = state.Id });
            }
        }
    }

    private static Touch Touch(ContractModel model, LifecycleModel machine) => new($"{model.SpecPath}#/x-clientgen-lifecycle/{machine.Id}");

    private static IEnumerable<SurfaceChange> Workflows(ContractModel old, ContractModel @new)
    {
        if (old.Workflows is not { } before)
            yield break;
        if (@new.Workflows is not { } after)
        {
            yield return new SurfaceChange(
                before.Name, Impact.Breaking, Impact.Breaking, $"The class `{before.Name}` is gone.", Diff.Touch.OfRoot(old),
                Diff.Touch.OfRoot(@new));
            yield break;
        }

        if (before.Clients.Select(static client => client.Type).SequenceEqual(after.Clients.Select(static client => client.Type)) is false)
        {
            yield return new SurfaceChange(
                after.Name, Impact.Breaking, Impact.Breaking, $"The constructor of `{after.Name}` takes other clients.", Diff.Touch.OfRoot(old), Diff.Touch.OfRoot(@new));
        }

        foreach (var workflow in before.Workflows.Where(static workflow => workflow.CanRun))
        {
            var (name, touch) = ($"{before.Name}.{workflow.Name}Async", new Touch(workflow.Source));
            if (after.Workflows.FirstOrDefault(other => other.Id == workflow.Id) is not { CanRun: true } same)
            {
                yield return new SurfaceChange(name, Impact.Breaking, Impact.Breaking, $"`{name}` is gone.", touch, null);
                continue;
            }

            if (same.Name != workflow.Name)
                yield return new SurfaceChange(name, Impact.Breaking, Impact.Breaking, $"`{name}` is now called `{same.Name}Async`.", touch, new Touch(same.Source));
            if (Signature(workflow) != Signature(same))
            {
                yield return new SurfaceChange(
                    name, Impact.Risky, Impact.Breaking, $"`{name}` took ({Signature(workflow)}) and now takes ({Signature(same)}).", touch,
                    new Touch(same.Source));
            }

            foreach (var output in workflow.Outputs.Where(output => same.Outputs.All(other => other.Name != output.Name)))
            {
                yield return new SurfaceChange(
                    $"{workflow.OutputType}.{output.Name}", Impact.Breaking, Impact.Breaking, $"`{name}` no longer returns `{output.Name}`.", touch,
                    new Touch(same.Source));
            }
        }
    }

    private static string Signature(WorkflowModel workflow) => string.Join(", ", new[] { workflow.Inputs is null ? null : $"inputs{(workflow.InputsAreOptional ? "?" : "")}" }
        .Concat(workflow.Steps.Select(static step => step.Handler)).OfType<string>());
}
