using ClientGen.Emitter.Kiota;
using ClientGen.Emitter.Types;
using ClientGen.Emitter.Writing;
using ClientGen.Specs.Model;

namespace ClientGen.Emitter.Clients;

/// <summary>Prints a contract's client: an interface, a class over the runtime's pipeline, and one outcome type for each operation.</summary>
public static class ClientEmitter
{
    /// <summary>With more tags than this, operations are divided by first letter: a thousand files would slow every key press.</summary>
    private const int MaxGroups = 30;

    /// <summary>Prints the client; nothing when the contract has nothing to call.</summary>
    /// <param name="contract">The contract.</param>
    /// <param name="options">What the consuming compilation offers.</param>
    /// <param name="cancellationToken">Looked at between files.</param>
    public static EquatableArray<GeneratedFile> Emit(ContractModel contract, EmitOptions options, CancellationToken cancellationToken)
    {
        if (contract.Client is not { } client)
            return default;

        var context = new ClientContext(contract, client, options);
        var files = new List<GeneratedFile> { new("Client.g.cs", ClientCore.Print(context)) };
        foreach (var (name, operations) in Divide(client.Operations))
        {
            cancellationToken.ThrowIfCancellationRequested();
            files.Add(new($"Client.{name}.g.cs", Print(context, operations)));
        }

        if (!client.Streams.IsEmpty)
            files.Add(new("Client-Streams.g.cs", StreamWriter.Print(context)));
        if (options.DependencyInjection)
            files.Add(new("Client-DependencyInjection.g.cs", DependencyInjection.Print(context)));
        if (options.Kiota)
            files.Add(new("Client-Kiota.g.cs", KiotaClientEmitter.Print(context)));
        return files.ToEquatableArray();
    }

    private static List<(string Name, List<OperationModel> Operations)> Divide(EquatableArray<OperationModel> operations)
    {
        var groups = Divide(operations, static operation => GeneratedText.FileName(operation.Group));
        return groups.Count <= MaxGroups
            ? groups
            : Divide(operations, static operation => GeneratedText.FileName(operation.Group).Substring(0, 1).ToUpperInvariant());
    }

    private static List<(string Name, List<OperationModel> Operations)> Divide(EquatableArray<OperationModel> operations, Func<OperationModel, string> nameOf)
    {
        // Roslyn's hint names, and some file systems, take names that differ in case only as the same.
        var byName = new Dictionary<string, List<OperationModel>>(StringComparer.OrdinalIgnoreCase);
        var groups = new List<(string, List<OperationModel>)>();
        foreach (var operation in operations)
        {
            var name = nameOf(operation);
            if (!byName.TryGetValue(name, out var group))
            {
                byName.Add(name, group = []);
                groups.Add((name, group));
            }

            group.Add(operation);
        }

        return groups;
    }

    private static string Print(ClientContext context, List<OperationModel> operations)
    {
        var writers = operations.ConvertAll(operation => new OperationWriter(context, operation));
        var writer = GeneratedText.Begin(context.Contract.Namespace);
        using (writer.Block($"public partial interface {CSharp.Identifier(context.Names.Interface)}"))
        {
            for (var i = 0; i < writers.Count; i++)
            {
                if (i > 0)
                    writer.Line();
                writers[i].WriteInterface(writer);
            }
        }

        writer.Line();
        using (writer.Block($"public sealed partial class {CSharp.Identifier(context.Names.Client)}"))
        {
            for (var i = 0; i < writers.Count; i++)
            {
                if (i > 0)
                    writer.Line();
                writers[i].WriteClass(writer);
            }
        }

        foreach (var operation in operations)
            OutcomeWriter.Write(writer, context, operation);
        return writer.ToString();
    }
}
