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

    /// <summary>Binds the parameters of a path and one of its operations; those of the operation win.</summary>
    /// <param name="pathItem">The path item.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="path">The path template; every <c>{name}</c> in it needs a parameter.</param>
    /// <param name="names">C# names in use in the method.</param>
    /// <param name="securityNames">Parameters that security schemes send already, as <c>place:name</c> in lower case.</param>
    /// <returns>Required ones first, each group in contract order; null when the path cannot be filled (reported).</returns>
    public EquatableArray<ParameterModel>? Bind(
        Located pathItem, Located operation, string path, NameScope names, IReadOnlyCollection<string> securityNames)
    {
        var found = new List<(string Key, Located Parameter)>();
        foreach (var written in pathItem.Items("parameters").Concat(operation.Items("parameters")))
        {
            if (context.Resolve(written) is not { } parameter)
                continue;
            if (parameter.Text("name") is not { Length: > 0 } name || Place(parameter) is not { } place)
            {
                context.Report(BindingRules.Parameter, FindingSeverity.Error, written,
                    "A parameter needs a `name` and an `in` of path, query, header or cookie; this one is left out.");
                continue;
            }

            if (place == ParameterPlace.Header && IgnoredHeaders.Contains(name, StringComparer.OrdinalIgnoreCase))
                continue;
            if (securityNames.Contains($"{place}:{name}", StringComparer.OrdinalIgnoreCase))
                continue;

            var key = $"{place}:{name}";
            var earlier = found.FindIndex(known => known.Key == key);
            if (earlier >= 0)
                found[earlier] = (key, parameter);
            else
                found.Add((key, parameter));
        }

        var bound = found.Select(item => Bind(item.Parameter, names)).ToList();
        return CoversPath(operation, path, bound) ? bound.OrderBy(static parameter => parameter.Required ? 0 : 1).ToEquatableArray() : null;
    }

    private bool CoversPath(Located operation, string path, List<ParameterModel> parameters)
    {
        var covered = true;
        foreach (var name in PathTemplate.Names(path))
        {
            if (parameters.Any(parameter => parameter.Place == ParameterPlace.Path && parameter.WireName == name))
                continue;
            context.Report(BindingRules.Parameter, FindingSeverity.Error, operation,
                $"The path has `{{{name}}}`, but no parameter with `in: path` is called `{name}`. The operation is left out; add the parameter.");
            covered = false;
        }

        foreach (var parameter in parameters.Where(static p => p.Place == ParameterPlace.Path).ToList())
        {
            if (PathTemplate.Names(path).Contains(parameter.WireName))
                continue;
            context.Report(BindingRules.Parameter, FindingSeverity.Warning, operation,
                $"The parameter `{parameter.WireName}` is `in: path`, but the path has no `{{{parameter.WireName}}}`. The parameter is left out.");
            parameters.Remove(parameter);
        }

        return covered;
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
