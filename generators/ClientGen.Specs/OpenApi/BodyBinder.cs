using ClientGen.Specs.Binding;
using ClientGen.Specs.Model;
using ClientGen.Specs.Names;
using ClientGen.Specs.Reading;
using ClientGen.Specs.Schemas;

namespace ClientGen.Specs.OpenApi;

/// <summary>Binds bodies of requests and answers: which media type is used, and what it is in C#.</summary>
internal sealed class BodyBinder(BindingContext context, SchemaBinder schemas)
{
    /// <summary>Binds the body of a request; null when there is none.</summary>
    /// <param name="written">The request body object or a reference to one.</param>
    /// <param name="names">C# names in use in the method.</param>
    public RequestBodyModel? BindRequest(Located? written, NameScope names)
    {
        if (written is not { } reference || context.Resolve(reference) is not { } body)
            return null;
        if (Choose(body) is not { } chosen)
            return null;

        var required = body.Flag("required");
        var documentation = body.Text("description") ?? "";
        var (form, contentType, media) = chosen;
        var schema = media.Child("schema");
        if (form is BodyForm.Form or BodyForm.Multipart)
        {
            var parts = Parts(form, media, schema, names);
            if (parts.Count > 0)
                return new RequestBodyModel(form, contentType, null, parts, required, documentation);
            form = BodyForm.Binary;
        }

        var type = form == BodyForm.Json ? schema is { } described ? schemas.Bind(described) : TypeRef.Json with { Nullable = true } : null;
        return new RequestBodyModel(form, contentType, type, default, required, documentation);
    }

    /// <summary>Binds the content of an answer.</summary>
    public (BodyForm Form, TypeRef? Type, string? ContentType) BindAnswer(Located answer)
    {
        if (Choose(answer) is not { } chosen)
            return (BodyForm.None, null, null);

        var (form, contentType, media) = chosen;
        var schema = form == BodyForm.EventStream ? media.Child("itemSchema") ?? media.Child("schema") : media.Child("schema");
        var type = form is BodyForm.Json or BodyForm.EventStream
            ? schema is { } described ? schemas.Bind(form == BodyForm.EventStream ? EventData(described) : described) : TypeRef.Json with { Nullable = true }
            : null;

        // Forms as answers are so rare that bytes serve them well enough.
        return (form is BodyForm.Form or BodyForm.Multipart ? BodyForm.Binary : form, type, contentType);
    }

    // OpenAPI 3.2 describes an event as { event, id, retry, data } with the typed content under data/contentSchema.
    private Located EventData(Located schema)
    {
        var last = SchemaChain.Of(context, schema).Last;
        var data = (last.Child("properties") ?? default).Child("data");
        return data?.Child("contentSchema") ?? last;
    }

    private (BodyForm Form, string ContentType, Located Media)? Choose(Located body)
    {
        (BodyForm Form, string ContentType, Located Media)? best = null;
        foreach (var (entry, media) in body.Entries("content"))
        {
            var form = FormOf(entry.Key, media);
            if (best is null || Rank(form) < Rank(best.Value.Form))
                best = (form, entry.Key, media);
        }

        return best;
    }

    private static int Rank(BodyForm form) => form switch
    {
        BodyForm.Json => 0,
        BodyForm.EventStream => 1,
        BodyForm.Multipart => 2,
        BodyForm.Form => 3,
        BodyForm.Text => 4,
        _ => 5,
    };

    private BodyForm FormOf(string contentType, Located media)
    {
        var bare = contentType.Split(';')[0].Trim().ToLowerInvariant();
        if (bare is "application/json" or "text/json" || bare.EndsWith("+json", StringComparison.Ordinal))
            return BodyForm.Json;
        switch (bare)
        {
            case "text/event-stream":
                return BodyForm.EventStream;
            case "application/x-www-form-urlencoded":
                return BodyForm.Form;
            case "multipart/form-data":
                return BodyForm.Multipart;

            // "Anything" with an object schema is JSON in every contract that says so.
            case "*/*" or "application/*" when media.Child("schema") is { } schema && SchemaShape.IsObject(context, schema):
                return BodyForm.Json;
        }

        return bare.StartsWith("text/", StringComparison.Ordinal) || bare.EndsWith("/xml", StringComparison.Ordinal) || bare.EndsWith("+xml", StringComparison.Ordinal)
            ? BodyForm.Text
            : BodyForm.Binary;
    }

    private EquatableArray<BodyPartModel> Parts(BodyForm form, Located media, Located? schema, NameScope names)
    {
        if (schema is not { } described)
            return default;

        var members = ObjectMembers.Of(context, SchemaChain.Of(context, described).Last);
        var parts = new List<BodyPartModel>();
        foreach (var wireName in members.Names)
        {
            var value = schemas.BindValue(members.SchemasOf(wireName).Last(), wireName, wireName, members.IsRequired(wireName));
            var camel = Naming.Camel(wireName);
            var isFile = form == BodyForm.Multipart && IsFile(members.SchemasOf(wireName).Last(), value.Type);
            var contentType = ((media.Child("encoding") ?? default).Child(wireName) ?? default).Text("contentType");
            parts.Add(new BodyPartModel(
                wireName, names.Take(camel, camel + "Part", camel + "Value"), value.Type, isFile, contentType, value.Required, value.Documentation));
        }

        return parts.OrderBy(static part => part.Required ? 0 : 1).ToEquatableArray();
    }

    // 3.0 says `format: binary`; 3.1 says nothing at all (an empty schema) or a media type without an encoding.
    private bool IsFile(Located schema, TypeRef type)
    {
        var chain = SchemaChain.Of(context, schema);
        var item = type.Kind == TypeKind.List && chain.Last.Child("items") is { } items ? SchemaChain.Of(context, items) : chain;
        return item.Text("format") == "binary" || (item.Text("contentMediaType") is not null && item.Text("contentEncoding") is null);
    }
}
