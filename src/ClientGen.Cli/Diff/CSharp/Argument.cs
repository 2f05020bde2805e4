using ClientGen.Emitter.Clients;
using ClientGen.Specs.Model;

namespace ClientGen.Cli.Diff.CSharp;

/// <summary>An argument of a generated method.</summary>
/// <param name="Name">Its C# name.</param>
/// <param name="Part">What it is in the contract: the name of a parameter, or <c>body</c>.</param>
/// <param name="Type">Its C# type.</param>
/// <param name="IsOptional">Whether it may be left out.</param>
internal sealed record Argument(string Name, string Part, TypeText Type, bool IsOptional)
{
    /// <summary>The arguments of an operation in the order of its method: what must be given first.</summary>
    public static IReadOnlyList<Argument> Of(OperationModel operation) => Ordered(Parameters(operation.Parameters).Concat(Body(operation.Body)));

    /// <summary>The arguments of a stream.</summary>
    public static IReadOnlyList<Argument> Of(EquatableArray<ParameterModel> parameters) => Ordered(Parameters(parameters));

    private static IReadOnlyList<Argument> Ordered(IEnumerable<Argument> arguments) => [.. arguments.OrderBy(static argument => argument.IsOptional)];

    private static IEnumerable<Argument> Parameters(EquatableArray<ParameterModel> parameters) => parameters.Where(static parameter => parameter.Constant is null)
        .Select(static parameter => new Argument(parameter.Name, parameter.WireName, TypeText.Of(parameter.Type, parameter.Required), !parameter.Required));

    private static IEnumerable<Argument> Body(RequestBodyModel? body) => body switch
    {
        null or { Form: BodyForm.None } => [],
        { Form: BodyForm.Form or BodyForm.Multipart } => body.Parts.Select(static part => new Argument(
            part.Property, "body", part.IsFile ? new TypeText(part.Required ? "FilePart" : "FilePart?", IsValue: false) : TypeText.Of(part.Type, part.Required), !part.Required)),
        { Form: BodyForm.Json } => [new Argument(OperationArguments.BodyName, "body", TypeText.Of(body.Type ?? TypeRef.Json, body.Required), !body.Required)],
        _ => [new Argument(OperationArguments.BodyName, "body", new TypeText((body.Form == BodyForm.Text ? "string" : "Stream") + (body.Required ? "" : "?"), IsValue: false), !body.Required)],
    };
}
