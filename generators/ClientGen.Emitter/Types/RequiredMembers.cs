using System.Globalization;
using ClientGen.Emitter.Writing;
using ClientGen.Specs.Model;

namespace ClientGen.Emitter.Types;

/// <summary>The bits that say which required members a reader has seen.</summary>
internal sealed class RequiredMembers
{
    private const int BitsPerMask = 64;

    private readonly string _type;
    private readonly List<PropertyModel> _members;
    private readonly Dictionary<string, int> _bits = new(StringComparer.Ordinal);

    /// <summary>Gives each required member a bit.</summary>
    /// <param name="type">The name of the type in error messages.</param>
    /// <param name="members">Its required members.</param>
    public RequiredMembers(string type, IEnumerable<PropertyModel> members)
    {
        _type = type;
        _members = [.. members];
        foreach (var member in _members)
            _bits[member.Name] = _bits.Count;
    }

    private int Masks => (_members.Count + BitsPerMask - 1) / BitsPerMask;

    private int BitsOf(int mask) => Math.Min(BitsPerMask, _members.Count - mask * BitsPerMask);

    /// <summary>Declarations of the masks.</summary>
    /// <param name="first">What was seen already.</param>
    public IEnumerable<string> Locals(string first) =>
        Enumerable.Range(0, Masks).Select(mask => $"{TypeOf(mask)} seen{mask} = {(mask == 0 ? first : "0")};");

    /// <summary>A statement that marks a member as seen, with a space after it; empty for optional members.</summary>
    public string Seen(PropertyModel property) =>
        _bits.TryGetValue(property.Name, out var bit) ? $"seen{bit / BitsPerMask} |= {Hex(1UL << (bit % BitsPerMask))}; " : "";

    /// <summary>Throws for the first member that was not seen.</summary>
    public void EmitCheck(SourceWriter writer)
    {
        for (var mask = 0; mask < Masks; mask++)
        {
            var error = BitsOf(mask) == 1
                ? $"JsonRead.Missing({CSharp.Literal(_type)}, {CSharp.Literal(_members[mask * BitsPerMask].JsonName)})"
                : $"Missing{mask}(seen{mask})";
            writer.Line($"if (seen{mask} != {Hex(All(mask))}) throw {error};");
        }
    }

    /// <summary>Methods that find the name of a missing member; cold, so that they are compiled only when needed.</summary>
    public void EmitMissing(SourceWriter writer)
    {
        for (var mask = 0; mask < Masks; mask++)
        {
            if (BitsOf(mask) == 1)
                continue;
            var last = BitsOf(mask) - 1;
            var names = Enumerable.Range(0, last + 1).Select(bit =>
            {
                var name = CSharp.Literal(_members[mask * BitsPerMask + bit].JsonName);
                return bit == last ? name + ");" : $"(seen & {Hex(1UL << bit)}) == 0 ? {name} :";
            });
            var method = $"private static Exception Missing{mask}({TypeOf(mask)} seen) => JsonRead.Missing({CSharp.Literal(_type)},";
            writer.Line();
            foreach (var line in Packed.Lines(names.Prepend(method), hang: Packed.Hang))
                writer.Line(line);
        }
    }

    private string TypeOf(int mask) => BitsOf(mask) > 32 ? "ulong" : "uint";

    private ulong All(int mask) => BitsOf(mask) == BitsPerMask ? ulong.MaxValue : (1UL << BitsOf(mask)) - 1;

    private static string Hex(ulong bits) => "0x" + bits.ToString("X", CultureInfo.InvariantCulture);
}
