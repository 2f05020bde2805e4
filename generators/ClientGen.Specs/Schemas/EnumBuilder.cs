using System.Globalization;
using ClientGen.Specs.Binding;
using ClientGen.Specs.Model;
using ClientGen.Specs.Names;
using ClientGen.Specs.Reading;

namespace ClientGen.Specs.Schemas;

/// <summary>Turns lists of values into C# enums.</summary>
internal sealed class EnumBuilder(BindingContext context, SchemaKinds kinds)
{
    /// <summary>Builds the enum of a schema whose kind is <see cref="SchemaKind.Enum"/>.</summary>
    public EnumModel Build(NamedSchema named)
    {
        var values = kinds.ValuesOf(named.Schema);
        var isInteger = EnumValues.AreIntegers(values);
        var names = new NameScope("value__");
        var unknown = isInteger ? null : names.Take(UnknownName(values));
        var terminal = EnumValues.Terminal(named.Schema);
        var members = new List<EnumMemberModel>(values.Count);
        var is64Bit = false;
        foreach (var value in values)
        {
            context.Step();
            var text = value.Value.Text;
            if (isInteger && value.Value.TryGetInt64(out var number))
            {
                is64Bit |= number is < int.MinValue or > int.MaxValue;
                text = number.ToString(CultureInfo.InvariantCulture);
            }

            var wanted = Naming.EnumMember(value.Name ?? value.Value.Text);
            members.Add(new EnumMemberModel(names.Take(wanted, wanted + "Value"), text, value.Documentation, terminal.Contains(value.Value.Text)));
        }

        return new EnumModel(
            named.Name, named.Group, SchemaFacets.Documentation(SchemaChain.Of(context, named.Schema)), context.SourceOf(named.Schema), isInteger, is64Bit, unknown,
            members.ToEquatableArray(), isInteger && SchemaKinds.AcceptsText(named.Schema));
    }

    // A value of the contract's own that is called Unknown keeps its name.
    private static string UnknownName(IReadOnlyList<EnumValue> values)
    {
        var taken = new HashSet<string>(values.Select(static value => Naming.EnumMember(value.Name ?? value.Value.Text)), StringComparer.Ordinal);
        return new[] { "Unknown", "Unrecognized", "UnknownValue" }.FirstOrDefault(name => !taken.Contains(name)) ?? "UnrecognizedValue";
    }
}
