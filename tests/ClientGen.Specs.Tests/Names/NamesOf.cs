using ClientGen.Specs.Model;
using ClientGen.Specs.Tests.Schemas;

namespace ClientGen.Specs.Tests.Names;

/// <summary>Every C# name of a contract, by what the contract calls it: the thing that users would have to follow if it changed.</summary>
internal static class NamesOf
{
    public static Dictionary<string, string> All(Contract contract)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var type in contract.Types)
        {
            var key = $"{type.GetType().Name} {type.Source}";
            names.Add(key, type.Name);
            switch (type)
            {
                case ObjectModel record:
                    foreach (var property in record.Properties)
                        names.Add($"{key} {property.JsonName}", $"{property.Name}: {ModelText.Of(property.Type)}");
                    break;
                case EnumModel values:
                    foreach (var member in values.Members)
                        names.Add($"{key} {member.Value}", member.Name);
                    break;
                case UnionModel union:
                    names.Add($"{key} unknown", union.UnknownName);
                    foreach (var place in union.Cases)
                        names.Add($"{key} {string.Join(",", place.Tags)} {place.Name}", place.Name);
                    break;
            }
        }

        foreach (var operation in contract.Model.Client?.Operations ?? default)
        {
            names.Add($"operation {operation.Id}", operation.Name);
            foreach (var parameter in operation.Parameters)
                names.Add($"operation {operation.Id} {parameter.Place} {parameter.WireName}", parameter.Name);
            foreach (var answer in operation.Answers)
                names.Add($"operation {operation.Id} {answer.Status}", answer.Name);
        }

        return names;
    }
}
