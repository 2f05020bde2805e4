using ClientGen.Specs.Binding;
using ClientGen.Specs.Model;
using ClientGen.Specs.Names;
using ClientGen.Specs.Reading;
using ClientGen.Specs.Schemas;

namespace ClientGen.Specs.OpenApi;

/// <summary>An operation whose success criteria wait until its types are built.</summary>
/// <param name="Model">The operation without them.</param>
/// <param name="Node">Where it is declared.</param>
internal sealed record PendingOperation(OperationModel Model, Located Node);

/// <summary>Binds the operations of an OpenAPI document.</summary>
internal sealed class OperationBinder
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

    private readonly BindingContext _context;
    private readonly SchemaBinder _schemas;
    private readonly SecurityBinder _security;
    private readonly ServerBinder _servers;
    private readonly ParameterBinder _parameters;
    private readonly BodyBinder _bodies;
    private readonly AnswerBinder _answers;
    private readonly NameScope _methodNames = new("With");
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    public OperationBinder(BindingContext context, SchemaBinder schemas, SecurityBinder security, ServerBinder servers)
    {
        _context = context;
        _schemas = schemas;
        _security = security;
        _servers = servers;
        _parameters = new ParameterBinder(context, schemas);
        _bodies = new BodyBinder(context, schemas);
        _answers = new AnswerBinder(context, schemas, _bodies);
    }

    /// <summary>Binds all operations, in contract order.</summary>
    public List<PendingOperation> Bind(Located root)
    {
        var operations = new List<PendingOperation>();
        foreach (var (entry, written) in root.Entries("paths"))
        {
            if (!entry.Key.StartsWith("/", StringComparison.Ordinal))
            {
                if (!entry.Key.StartsWith("x-", StringComparison.Ordinal))
                {
                    _context.Report(BindingRules.Shape, FindingSeverity.Error, written.Document, entry.KeySpan,
                        $"A path starts with `/`; `{entry.Key}` does not and is left out.");
                }

                continue;
            }

            if (_context.Resolve(written) is not { } pathItem)
                continue;
            foreach (var (method, operation) in pathItem.Entries())
            {
                if (Methods.Contains(method.Key) && operation.Mapping is not null && _context.Step())
                    operations.Add(Bind(root, entry.Key, method.Key, pathItem, operation));
            }
        }

        return operations;
    }

    private PendingOperation Bind(Located root, string path, string method, Located pathItem, Located operation)
    {
        var (id, name) = Name(operation, path, method);
        _schemas.SetOwner(operation.Node, name);

        var security = _security.Requirements(operation, root);
        var names = new NameScope("cancellationToken", "request", "body", "this", "outcome", "answer");
        var parameters = _parameters.Bind(pathItem, operation, path, names, _security.ParameterNames(security));
        var longPoll = LongPollBinder.Bind(_context, operation, name);
        var model = new OperationModel(
            id, name, Tag(operation), method.ToUpperInvariant(), path, operation.Text("summary") ?? "", operation.Text("description") ?? "", _context.SourceOf(operation))
        {
            Parameters = parameters,
            Body = method is "get" or "head" or "trace" ? null : _bodies.BindRequest(operation.Child("requestBody"), names),
            Answers = _answers.Bind(operation),
            Security = security,
            RenewOn = _security.RenewOn(security),
            LongPoll = longPoll,
            DeadlineMilliseconds = longPoll?.MinTimeoutMilliseconds,
            // RFC 9110, "Idempotent Methods": GET, HEAD, OPTIONS, TRACE, PUT and DELETE.
            IsResendable = method is not ("post" or "patch"),
            IsDeprecated = operation.Flag("deprecated"),
            Server = _servers.Of(operation, pathItem),
        };
        return new PendingOperation(model, operation);
    }

    private (string Id, string Name) Name(Located operation, string path, string method)
    {
        var fallback = Naming.Pascal(method) + PathWords(path);
        var written = operation.Text("operationId");
        if (written is { Length: > 0 } && !_ids.Add(written))
        {
            _context.Report(BindingRules.DuplicateOperation, FindingSeverity.Error, operation.At(operation.Mapping!["operationId"]!),
                $"`{written}` is the operationId of an earlier operation too. This one is generated as `{fallback}`; choose another name.");
            written = null;
        }

        var wanted = written is { Length: > 0 } ? Naming.Pascal(written, "Operation") : fallback;
        var name = _methodNames.Take(wanted, fallback, wanted + Naming.Pascal(method));
        if (name != wanted)
        {
            _context.Report(BindingRules.NameClash, FindingSeverity.Info, written is null ? operation : operation.At(operation.Mapping!["operationId"]!),
                $"`{written ?? fallback}` would be `{wanted}` in C#, which an earlier operation is called. This one is generated as `{name}`.");
        }

        return (written is { Length: > 0 } ? written : fallback, name);
    }

    // "/pets/{petId}/toys" → "PetsByPetIdToys"
    private static string PathWords(string path)
    {
        var words = path.Split(['/'], StringSplitOptions.RemoveEmptyEntries)
            .Select(static part => part.StartsWith("{", StringComparison.Ordinal) ? "By" + Naming.Pascal(part, "") : Naming.Pascal(part, ""));
        return string.Concat(words);
    }

    private static string Tag(Located operation) =>
        operation.Mapping?.Sequence("tags")?.Items is [SpecScalar { AsString: { Length: > 0 } tag }, ..] ? Naming.Pascal(tag, "Default") : "Default";
}
