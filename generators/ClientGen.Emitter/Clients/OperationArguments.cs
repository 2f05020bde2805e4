using ClientGen.Emitter.Types;
using ClientGen.Emitter.Writing;
using ClientGen.Specs.Model;

namespace ClientGen.Emitter.Clients;

/// <summary>The arguments of an operation's methods: required parameters, the body, then what may be left out.</summary>
public static class OperationArguments
{
    /// <summary>What a body that is one value is called in C#; binders keep parameters from taking it.</summary>
    public const string BodyName = "body";

    internal const string CancellationName = "cancellationToken";

    private const string CancellationType = "global::System.Threading.CancellationToken";

    /// <summary>All arguments but the cancellation token, in the order of the signature.</summary>
    internal static IReadOnlyList<ArgumentModel> Of(OperationModel operation)
    {
        var arguments = operation.Parameters.Where(static p => p.Constant is null).Select(Of).ToList();
        arguments.AddRange(Body(operation));
        // A stable sort: within each half the order stays parameters first, then the body.
        return [.. arguments.Where(static a => !a.Optional), .. arguments.Where(static a => a.Optional)];
    }

    /// <summary>The arguments of a stream's method.</summary>
    internal static IReadOnlyList<ArgumentModel> Of(StreamModel stream)
    {
        var arguments = stream.Parameters.Where(static p => p.Constant is null).Select(Of).ToList();
        return [.. arguments.Where(static a => !a.Optional), .. arguments.Where(static a => a.Optional)];
    }

    /// <summary>A parameter list with the cancellation token at its end.</summary>
    internal static string Declarations(IReadOnlyList<ArgumentModel> arguments) =>
        string.Join(", ", arguments.Select(static a => a.Declaration).Append($"{CancellationType} {CancellationName} = default"));

    /// <summary>An argument list that hands everything on.</summary>
    internal static string HandOn(IReadOnlyList<ArgumentModel> arguments, string cancellation = CancellationName) =>
        string.Join(", ", arguments.Select(static a => a.Name).Append(cancellation));

    private static ArgumentModel Of(ParameterModel parameter)
    {
        var documentation = parameter.Documentation.Length > 0
            ? parameter.Documentation
            : $"Sent as {parameter.WireName} in the {parameter.Place.ToString().ToLowerInvariant()}.";
        var attributes = PropertyAttributes.OfValue(parameter.Type, parameter.Limits, parameter.IsSecret, parameter.IsPersonal).ToList();
        return new ArgumentModel(
            CSharp.Identifier(parameter.Name),
            TypeOf(parameter.Type, parameter.Required),
            !parameter.Required,
            LimitText.Append((parameter.IsDeprecated ? "Discouraged by the contract. " : "") + documentation, parameter.Type, parameter.Limits, parameter.Default),
            attributes)
        {
            Parameter = parameter,
        };
    }

    private static IEnumerable<ArgumentModel> Body(OperationModel operation)
    {
        if (operation.Body is not { } body)
            yield break;
        var documentation = body.Documentation.Length > 0 ? body.Documentation : "The body.";
        var mark = body.Required ? "" : "?";
        switch (body.Form)
        {
            case BodyForm.Json:
                yield return new ArgumentModel(BodyName, TypeOf(body.Type ?? TypeRef.Json, body.Required), !body.Required, documentation, []);
                break;
            case BodyForm.Text:
                yield return new ArgumentModel(BodyName, "string" + mark, !body.Required, documentation, []);
                break;
            case BodyForm.Binary:
                yield return new ArgumentModel(BodyName, "global::System.IO.Stream" + mark, !body.Required, $"{documentation} Read once and not disposed.", []);
                yield return new ArgumentModel(
                    ContentTypeName(operation), "string?", true, $"The media type of the body; null for {ContentType(body)}.", []);
                break;
            case BodyForm.Form or BodyForm.Multipart:
                foreach (var part in body.Parts)
                    yield return Of(part);
                break;
        }
    }

    private static ArgumentModel Of(BodyPartModel part)
    {
        var documentation = part.Documentation.Length > 0 ? part.Documentation : $"The part {part.WireName}.";
        var type = !part.IsFile ? TypeOf(part.Type, part.Required)
            : part.Type.Kind == TypeKind.List ? "global::System.Collections.Generic.IReadOnlyList<global::ClientGen.FilePart>" + (part.Required ? "" : "?")
            : "global::ClientGen.FilePart" + (part.Required ? "" : "?");
        return new ArgumentModel(CSharp.Identifier(part.Property), type, !part.Required, documentation, []) { Part = part };
    }

    /// <summary>The argument that tells the media type of a stream.</summary>
    internal static string ContentTypeName(OperationModel operation)
    {
        var name = "contentType";
        while (operation.Parameters.Any(p => p.Name == name))
            name = "body" + char.ToUpperInvariant(name[0]) + name.Substring(1);
        return name;
    }

    /// <summary>The media type that is sent when nobody says another: ranges such as <c>image/*</c> name none.</summary>
    internal static string ContentType(RequestBodyModel body) =>
        body.ContentType.Length == 0 || body.ContentType.Contains("*") ? "application/octet-stream" : body.ContentType;

    private static string TypeOf(TypeRef type, bool required) => required ? TypeName.Of(type) : TypeName.NotNull(type) + "?";
}
