using ClientGen.Emitter.Types;
using ClientGen.Emitter.Writing;
using ClientGen.Specs.Model;

namespace ClientGen.Emitter.Clients;

/// <summary>Prints the statements that fill a request in.</summary>
internal sealed class RequestWriter(ClientContext context, string call, IEnumerable<string> taken)
{
    private const string Local = "v";

    private readonly HashSet<string> _taken = new(taken, StringComparer.Ordinal);
    private int _locals;

    /// <summary>Parameters, constants among them, in contract order.</summary>
    public void Parameters(SourceWriter writer, EquatableArray<ParameterModel> parameters)
    {
        foreach (var parameter in parameters)
            writer.Line(parameter.Constant is { } constant ? Constant(parameter, constant) : Parameter(parameter));
    }

    /// <summary>The body.</summary>
    public void Body(SourceWriter writer, RequestBodyModel body, OperationModel operation)
    {
        switch (body.Form)
        {
            case BodyForm.Json:
                var type = body.Type ?? TypeRef.Json;
                var codec = CodecExpression.IsComposed(type) ? call + ".BodyCodec" : CodecExpression.Of(type, context.Contract.Namespace);
                var contentType = body.ContentType is "application/json" or "" || body.ContentType.Contains("*") ? "" : ", " + CSharp.Literal(body.ContentType);
                // JsonElement? and other value types need their value taken out; JsonElement holds null itself, so that its codec knows no question mark.
                var value = !body.Required && type.IsValueType && type is not { Nullable: true, Kind: not TypeKind.Json } ? OperationArguments.BodyName + ".Value" : OperationArguments.BodyName;
                writer.Line($"{Guard(body)}request.JsonBody({codec}, {value}{contentType});");
                break;
            case BodyForm.Text:
                writer.Line($"{Guard(body)}request.TextBody({OperationArguments.BodyName}, {CSharp.Literal(OperationArguments.ContentType(body))});");
                break;
            case BodyForm.Binary:
                writer.Line($"{Guard(body)}request.BinaryBody({OperationArguments.BodyName}, {OperationArguments.ContentTypeName(operation)} ?? {CSharp.Literal(OperationArguments.ContentType(body))});");
                break;
            case BodyForm.Form:
                foreach (var part in body.Parts)
                    writer.Line(FormField(part));
                break;
            case BodyForm.Multipart:
                foreach (var part in body.Parts)
                    writer.Line(MultipartPart(part));
                break;
        }
    }

    /// <summary>The codec that must be kept because building it costs; null when there is none.</summary>
    public static string? BodyCodec(ClientContext context, OperationModel operation) =>
        operation.Body is { Form: BodyForm.Json, Type: { } type } && CodecExpression.IsComposed(type)
            ? $"internal static readonly global::ClientGen.Json.JsonCodec<{TypeName.Of(type)}> BodyCodec = {CodecExpression.Of(type, context.Contract.Namespace)};"
            : null;

    private static string Guard(RequestBodyModel body) => body.Required ? "" : $"if ({OperationArguments.BodyName} is not null) ";

    private static string Constant(ParameterModel parameter, string json) =>
        $"request.{parameter.Place}({CSharp.Literal(parameter.WireName)}, {CSharp.Literal(JsonText.Scalar(json) is { } scalar ? scalar.Text : json)});";

    private string Parameter(ParameterModel parameter)
    {
        var value = CSharp.Identifier(parameter.Name);
        var name = CSharp.Literal(parameter.WireName);
        var type = parameter.Type;
        var mayBeNull = !parameter.Required || type.Nullable;
        if (parameter.Style == ParameterStyle.JsonContent)
            return $"request.{parameter.Place}({name}, {OrNull(type, value, mayBeNull, parameter.Place, context.Text.Json)});";
        if (type.Kind == TypeKind.List)
            return $"request.{parameter.Place}({name}, {Items(type, value, mayBeNull)}{StyleOfMany(parameter, "explode")});";
        if (Members(type, value, mayBeNull) is { } members && parameter.Place != ParameterPlace.Cookie)
            return $"request.{parameter.Place}({name}, {members}{StyleOfMany(parameter, "explode")});";
        return $"request.{parameter.Place}({name}, {OrNull(type, value, mayBeNull, parameter.Place, context.Text.Of)}{StyleOfOne(parameter)});";
    }

    private string FormField(BodyPartModel part)
    {
        var value = CSharp.Identifier(part.Property);
        var name = CSharp.Literal(part.WireName);
        var mayBeNull = !part.Required || part.Type.Nullable;
        return part.Type.Kind == TypeKind.List
            ? $"request.FormField({name}, {Items(part.Type, value, mayBeNull)});"
            : $"request.FormField({name}, {OrNull(part.Type, value, mayBeNull, ParameterPlace.Query, context.Text.Of)});";
    }

    private string MultipartPart(BodyPartModel part)
    {
        var value = CSharp.Identifier(part.Property);
        var name = CSharp.Literal(part.WireName);
        var mayBeNull = !part.Required || part.Type.Nullable;
        var contentType = part.ContentType is { Length: > 0 } given && !given.Contains("*") ? ", " + CSharp.Literal(given.Split(',')[0].Trim()) : "";
        if (part.IsFile && part.Type.Kind != TypeKind.List)
            return $"request.MultipartFile({name}, {value}{contentType});";
        if (part.Type.Kind == TypeKind.List)
        {
            // OpenAPI: each item of an array is a part of its own.
            var item = NewLocal();
            var send = part.IsFile
                ? $"request.MultipartFile({name}, {item}{contentType})"
                : $"request.MultipartField({name}, {ItemText(part.Type.Element ?? TypeRef.Json, item)}{contentType})";
            var loop = $"foreach (var {item} in {value}) {send};";
            return mayBeNull ? $"if ({value} is not null) {loop}" : loop;
        }

        // "If the property is complex, the default Content-Type is application/json."
        if (contentType.Length == 0 && part.Type.Kind is TypeKind.Named or TypeKind.Map or TypeKind.Json)
            contentType = ", \"application/json\"";
        return $"request.MultipartField({name}, {OrNull(part.Type, value, mayBeNull, ParameterPlace.Query, context.Text.Of)}{contentType});";
    }

    /// <summary>The text of a value that may be null; an empty path value is refused by the runtime, with the parameter's name.</summary>
    private string OrNull(TypeRef type, string value, bool mayBeNull, ParameterPlace place, Func<TypeRef, string, string> text)
    {
        if (!mayBeNull)
            return text(type, value);
        var nothing = place == ParameterPlace.Path ? "\"\"" : "null";
        if (text(type, value) == value)
            return place == ParameterPlace.Path ? $"{value} ?? {nothing}" : value;
        var local = NewLocal();
        return $"{value} is {{ }} {local} ? {text(type, local)} : {nothing}";
    }

    private string Items(TypeRef type, string value, bool mayBeNull)
    {
        var element = type.Element ?? TypeRef.Json;
        if (element is { Kind: TypeKind.String, Nullable: false })
            return value;
        var select = $"global::System.Linq.Enumerable.Select({value}, static item => {ItemText(element, "item")})";
        return mayBeNull ? $"{value} is null ? null : {select}" : select;
    }

    private string ItemText(TypeRef element, string item)
    {
        if (element is not { Nullable: true, Kind: not TypeKind.Json })
            return context.Text.Of(element, item);
        return element.Kind == TypeKind.String ? $"{item} ?? \"\"" : $"{item} is {{ }} some ? {context.Text.Of(element, "some")} : \"\"";
    }

    /// <summary>The members of an object or map as names and texts; null when the type is none.</summary>
    private string? Members(TypeRef type, string value, bool mayBeNull)
    {
        const string Pair = "global::System.Collections.Generic.KeyValuePair<string, string>";
        string list;
        if (type.Kind == TypeKind.Map)
        {
            list = $"global::System.Linq.Enumerable.Select({value}, static pair => new {Pair}(pair.Key, {ItemText(type.Element ?? TypeRef.Json, "pair.Value")}))";
        }
        else if (type.Kind == TypeKind.Named && context.Find<ObjectModel>(type.Name) is { } model)
        {
            var pairs = model.Properties.Select(property => $"new({CSharp.Literal(property.JsonName)}, {MemberText(property, value)})");
            list = $"global::System.Linq.Enumerable.Where(new {Pair}[] {{ {string.Join(", ", pairs)} }}, static pair => pair.Value is not null)";
        }
        else
        {
            return null;
        }

        return mayBeNull ? $"{value} is null ? null : {list}" : list;
    }

    private string MemberText(PropertyModel property, string value)
    {
        var member = $"{value}.{CSharp.Identifier(property.Name)}{(property.TellsAbsentFromNull ? ".Value" : "")}";
        var type = property.Type with { Nullable = false };
        if (!property.TellsAbsentFromNull && !TypeName.OfProperty(property).EndsWith("?", StringComparison.Ordinal))
            return context.Text.Of(type, member);
        var local = NewLocal();
        return $"{member} is {{ }} {local} ? {context.Text.Of(type, local)} : null!";
    }

    private static string StyleOfOne(ParameterModel parameter) => parameter.Place switch
    {
        ParameterPlace.Path when parameter.Style is ParameterStyle.Label or ParameterStyle.Matrix => ", " + Style(parameter),
        ParameterPlace.Query when parameter.AllowReserved => ", allowReserved: true",
        _ => "",
    };

    private static string StyleOfMany(ParameterModel parameter, string explode) => parameter.Place switch
    {
        ParameterPlace.Path => $", {Style(parameter)}, {explode}: {CSharp.Literal(parameter.Explode)}",
        ParameterPlace.Query => $", {Style(parameter)}, {explode}: {CSharp.Literal(parameter.Explode)}{(parameter.AllowReserved ? ", allowReserved: true" : "")}",
        ParameterPlace.Header when parameter.Type.Kind != TypeKind.List => $", {explode}: {CSharp.Literal(parameter.Explode)}",
        _ => "",
    };

    private static string Style(ParameterModel parameter)
    {
        // A style that the place does not have falls back to the place's own.
        var style = (parameter.Place, parameter.Style) switch
        {
            (ParameterPlace.Path, ParameterStyle.Label or ParameterStyle.Matrix) => parameter.Style,
            (ParameterPlace.Path, _) => ParameterStyle.Simple,
            (_, ParameterStyle.SpaceDelimited or ParameterStyle.PipeDelimited or ParameterStyle.DeepObject) => parameter.Style,
            _ => ParameterStyle.Form,
        };
        return "global::ClientGen.Http.ParameterStyle." + style;
    }

    private string NewLocal()
    {
        string name;
        do
            name = Local + CSharp.Literal(++_locals);
        while (_taken.Contains(name));
        return name;
    }
}
