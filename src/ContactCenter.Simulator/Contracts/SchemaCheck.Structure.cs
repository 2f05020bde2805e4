using System.Text.Json;
using ClientGen.Specs.Reading;

namespace ContactCenter.Simulator.Contracts;

internal sealed partial class SchemaCheck
{
    private void CheckArray(ContractPlace schema, JsonElement value, string pointer, List<SchemaFault> faults, int depth)
    {
        var count = value.GetArrayLength();
        if (Number(schema, "minItems") is { } least && count < least)
            faults.Add(new SchemaFault(pointer, $"has {count} items and needs at least {least}", schema.Where));
        if (Number(schema, "maxItems") is { } most && count > most)
            faults.Add(new SchemaFault(pointer, $"has {count} items, at most {most} are allowed", schema.Where));

        if (schema["items"] is not { } items)
            return;

        var index = 0;
        foreach (var item in value.EnumerateArray())
            Check(items, item, $"{pointer}/{index++}", faults, depth + 1);
    }

    private void CheckObject(ContractPlace schema, JsonElement value, string pointer, List<SchemaFault> faults, int depth)
    {
        foreach (var name in schema["required"]?.Items() ?? [])
        {
            if (!value.TryGetProperty(((SpecScalar)name.Node).Text, out _))
                faults.Add(new SchemaFault($"{pointer}/{SpecPointer.Escape(((SpecScalar)name.Node).Text)}", "is required and missing", schema.Where));
        }

        var properties = schema["properties"];
        var others = schema["additionalProperties"];
        foreach (var member in value.EnumerateObject())
        {
            var place = $"{pointer}/{SpecPointer.Escape(member.Name)}";
            if (properties?[member.Name] is { } property)
                Check(property, member.Value, place, faults, depth + 1);
            else if (others is { } other)
                Check(other, member.Value, place, faults, depth + 1);
        }

        if (Number(schema, "minProperties") is { } least && value.EnumerateObject().Count() < least)
            faults.Add(new SchemaFault(pointer, $"needs at least {least} members", schema.Where));
        if (Number(schema, "maxProperties") is { } most && value.EnumerateObject().Count() > most)
            faults.Add(new SchemaFault(pointer, $"may have at most {most} members", schema.Where));
    }

    private void CheckCombinations(ContractPlace schema, JsonElement value, string pointer, List<SchemaFault> faults, int depth)
    {
        foreach (var part in schema["allOf"]?.Items() ?? [])
            Check(part, value, pointer, faults, depth + 1);

        if (schema["anyOf"] is { } some && !some.Items().Any(part => Allows(part, value, depth + 1)))
            faults.AddRange(Nearest(some, value, pointer, depth, "fits none of the alternatives"));

        if (schema["oneOf"] is { } alternatives)
            CheckOneOf(schema, alternatives, value, pointer, faults, depth);

        if (schema["not"] is { } forbidden && Allows(forbidden, value, depth + 1))
            faults.Add(new SchemaFault(pointer, "has a form that is excluded here", forbidden.Where));

        if (schema["if"] is { } condition)
        {
            if (schema[Allows(condition, value, depth + 1) ? "then" : "else"] is { } consequence)
                Check(consequence, value, pointer, faults, depth + 1);
        }
    }

    private void CheckOneOf(
        ContractPlace schema, ContractPlace alternatives, JsonElement value, string pointer, List<SchemaFault> faults, int depth)
    {
        // With a discriminator the alternative is known, and so the message can be about what is really wrong.
        if (schema["discriminator"] is { } discriminator
            && discriminator.Text("propertyName") is { } tag
            && value.ValueKind == JsonValueKind.Object
            && value.TryGetProperty(tag, out var word) && word.ValueKind == JsonValueKind.String
            && discriminator["mapping"]?.Text(word.GetString()!) is { } reference)
        {
            Check(schema.Target(reference), value, pointer, faults, depth + 1);
            return;
        }

        var fitting = alternatives.Items().Count(part => Allows(part, value, depth + 1));
        if (fitting == 0)
            faults.AddRange(Nearest(alternatives, value, pointer, depth, "fits none of the alternatives"));
        else if (fitting > 1)
            faults.Add(new SchemaFault(pointer, $"fits {fitting} alternatives, and must fit exactly one", alternatives.Where));
    }

    /// <summary>The faults of the alternative that was missed least.</summary>
    private IEnumerable<SchemaFault> Nearest(ContractPlace alternatives, JsonElement value, string pointer, int depth, string otherwise)
    {
        var attempts = alternatives.Items().Select(part =>
        {
            var faults = new List<SchemaFault>();
            Check(part, value, pointer, faults, depth + 1);
            return faults;
        });
        return attempts.MinBy(static faults => faults.Count)
            ?? [new SchemaFault(pointer, otherwise, alternatives.Where)];
    }
}
