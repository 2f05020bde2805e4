using ClientGen.Specs.Binding;
using ClientGen.Specs.Model;
using ClientGen.Specs.Names;
using ClientGen.Specs.Reading;
using ClientGen.Specs.Schemas;

namespace ClientGen.Specs.OpenApi;

/// <summary>Binds parameters of operations: where they travel, in which style, and what C# calls them.</summary>
internal sealed class ParameterBinder(BindingContext context, SchemaBinder schemas)
{
    // OpenAPI: "If in is "header" and the name field is "Accept", "Content-Type" or "Authorization", the parameter definition SHALL be ignored."
    private static readonly string[] IgnoredHeaders = ["Accept", "Content-Type", "Authorization"];

    /// <summary>Binds the parameters of a path and one of its operations. Every <c>{name}</c> of the path gets one.</summary>
    /// <param name="pathItem">The path item.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="path">The path template.</param>
    /// <param name="names">C# names in use in the method.</param>
    /// <param name="securityNames">Parameters that security schemes send already, as <c>place:name</c> in lower case.</param>
    /// <returns>Required ones first, each group in contract order.</returns>
    public EquatableArray<ParameterModel> Bind(
        Located pathItem, Located operation, string path, NameScope names, IReadOnlyCollection<string> securityNames)
    {
        var inPath = new HashSet<string>(PathTemplate.Names(path), StringComparer.Ordinal);
        var bound = new List<ParameterModel>();
        foreach (var parameter in Gather(pathItem, operation, securityNames))
        {
            var name = parameter.Text("name")!;
            if (Place(parameter) == ParameterPlace.Path && !inPath.Remove(name))
            {
                context.Report(BindingRules.Parameter, FindingSeverity.Warning, operation,
                    $"The parameter `{name}` is `in: path`, but the path has no `{{{name}}}`. The parameter is left out.");
                continue;
            }

            if (context.Step())
                bound.Add(Bind(parameter, names));
        }

        foreach (var name in PathTemplate.Names(path).Where(inPath.Contains))
        {
            context.Report(BindingRules.Parameter, FindingSeverity.Warning, operation,
                $"The path has `{{{name}}}`, but no parameter with `in: path` is called `{name}`. It is generated as a string; declare the parameter.");
            bound.Add(Undeclared(name, names));
        }

        return bound.OrderBy(static parameter => parameter.Required ? 0 : 1).ToEquatableArray();
    }

    // "A unique parameter is defined by a combination of a name and location"; the operation's wins over the path's and takes its place.
    private IEnumerable<Located> Gather(Located pathItem, Located operation, IReadOnlyCollection<string> securityNames)
    {
        var order = new List<(ParameterPlace, string)>();
        var found = new Dictionary<(ParameterPlace, string), Located>();
        foreach (var written in pathItem.Items("parameters").Concat(operation.Items("parameters")))
        {
            if (!context.Step())
                break;
            if (context.Resolve(written) is not { } parameter)
                continue;
            if (parameter.Text("name") is not { Length: > 0 } name || Place(parameter) is not { } place)
            {
                context.Report(BindingRules.Parameter, FindingSeverity.Error, written,
                    "A parameter needs a `name` and an `in` of path, query, header or cookie; this one is left out.");
                continue;
            }

            var isSentAnyway = (place == ParameterPlace.Header && IgnoredHeaders.Contains(name, StringComparer.OrdinalIgnoreCase))
                || (securityNames.Count > 0 && securityNames.Contains($"{place}:{name}", StringComparer.OrdinalIgnoreCase));
            if (isSentAnyway)
                continue;
            if (!found.ContainsKey((place, name)))
                order.Add((place, name));
            found[(place, name)] = parameter;
        }

        return order.Select(key => found[key]);
    }

    private static ParameterModel Undeclared(string name, NameScope names)
    {
        var camel = Naming.Camel(name);
        return new ParameterModel(
            name, names.Take(camel, camel + "Path", camel + "Value"), TypeRef.String, ParameterPlace.Path, ParameterStyle.Simple, Explode: false,
            AllowReserved: false, Required: true, null, ValueLimits.None, "");
    }

    private ParameterModel Bind(Located parameter, NameScope names)
    {
        var wireName = parameter.Text("name")!;
        var place = Place(parameter)!.Value;
        var camel = Naming.Camel(wireName);
        var name = names.Take(camel, camel + Naming.Pascal(place.ToString()), camel + "Value");
        var (schema, isContent) = SchemaOf(parameter);
        var required = parameter.Flag("required") || place == ParameterPlace.Path;
        var value = schema is { } described
            ? schemas.BindValue(described, wireName, name, required)
            : new PropertyModel(wireName, name, TypeRef.String, required, "", ValueLimits.None);
        var style = isContent ? ParameterStyle.JsonContent : Style(parameter, place);
        return new ParameterModel(
            wireName, name, value.Type, place, style, Explode(parameter, style), parameter.Flag("allowReserved"), required, value.Default, value.Limits,
            parameter.Text("description") ?? value.Documentation)
        {
            IsSecret = value.IsSecret,
            IsPersonal = value.IsPersonal || parameter.Flag("x-clientgen-personal"),
            IsDeprecated = parameter.Flag("deprecated") || value.IsDeprecated,
            Constant = value.Constant,
        };
    }

    private static (Located? Schema, bool IsContent) SchemaOf(Located parameter)
    {
        if (parameter.Child("schema") is { } schema)
            return (schema, false);
        var content = parameter.Entries("content").Select(static entry => entry.Value.Child("schema")).FirstOrDefault(static found => found is not null);
        return (content, content is not null);
    }

    private static ParameterPlace? Place(Located parameter) => parameter.Text("in") switch
    {
        "path" => ParameterPlace.Path,
        "query" => ParameterPlace.Query,
        "header" => ParameterPlace.Header,
        "cookie" => ParameterPlace.Cookie,
        _ => null,
    };

    private static ParameterStyle Style(Located parameter, ParameterPlace place) => parameter.Text("style") switch
    {
        "label" => ParameterStyle.Label,
        "matrix" => ParameterStyle.Matrix,
        "simple" => ParameterStyle.Simple,
        "form" => ParameterStyle.Form,
        "spaceDelimited" => ParameterStyle.SpaceDelimited,
        "pipeDelimited" => ParameterStyle.PipeDelimited,
        "deepObject" => ParameterStyle.DeepObject,
        _ => place is ParameterPlace.Query or ParameterPlace.Cookie ? ParameterStyle.Form : ParameterStyle.Simple,
    };

    // "When style is "form", the default value is true. For all other styles, the default value is false."
    private static bool Explode(Located parameter, ParameterStyle style) =>
        parameter.Mapping?["explode"] is SpecScalar scalar && scalar.TryGetBoolean(out var explode)
            ? explode
            : style is ParameterStyle.Form or ParameterStyle.DeepObject;
}
