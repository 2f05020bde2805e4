using System.Reflection;
using ClientGen.Emitter.Clients;
using ClientGen.Specs.Model;
using ClientGen.Testing;

namespace ClientGen.Emitter.Tests.Clients;

/// <summary>Conditions become C# that means what the contract says, whatever the answer lacks.</summary>
public sealed class ConditionTests
{
    private static readonly Lazy<Type> Compiled = new(Compile);

    public static TheoryData<string> Names => [.. ConditionRows.All.Select(static row => row.Name)];

    [Theory, MemberData(nameof(Names))]
    public void Reads_as_people_would_write_it(string name) => Assert.Equal(Row(name).Printed, Print(Row(name)));

    [Theory, MemberData(nameof(Names))]
    public void Holds_for_the_right_answers_only(string name)
    {
        var index = Array.FindIndex(ConditionRows.All, row => row.Name == name);
        var outcomes = (bool[][])Compiled.Value.GetMethod($"Row{index}", BindingFlags.Public | BindingFlags.Static)!.Invoke(null, null)!;

        Assert.All(outcomes[0], Assert.True);
        Assert.All(outcomes[1], Assert.False);
        Assert.NotEmpty(outcomes.SelectMany(static o => o));
    }

    [Fact]
    public void No_condition_is_always_true_and_no_alternative_never()
    {
        Assert.Equal("true", ConditionEmitter.All(default, ConditionRows.Scope));
        Assert.Equal("false", ConditionEmitter.Any(default, ConditionRows.Scope));
    }

    [Fact]
    public void Locals_of_several_conditions_differ()
    {
        var any = new Condition("", ConditionRows.Is(ConditionRows.At("Any", TypeRef.Json), "==", "\"a\""));

        var text = ConditionEmitter.Any(EquatableArray.Of(any, any), ConditionRows.Scope);

        Assert.Contains(" v1.", text);
        Assert.Contains(" v2.", text);
    }

    private static ConditionRow Row(string name) => ConditionRows.All.Single(row => row.Name == name);

    private static string Print(ConditionRow row) => ConditionEmitter.Emit(new Condition("", row.Node), ConditionRows.Scope);

    private static Type Compile()
    {
        var methods = ConditionRows.All.Select(static (row, index) => $$"""
                static bool Test{{index}}(Answer? given) { {{Narrow(row)}} return {{Print(row)}}; }
                public static bool[][] Row{{index}}() => [[{{Calls(row.Holds, index)}}], [{{Calls(row.Fails, index)}}]];
            """);
        var source = ConditionRows.Answers + "\npublic static class Rows\n{\n" + string.Join("\n", methods) + "\n}";
        return GeneratedCompilation.Of([], [source]).Load().GetType("Pets.Rows")!;
    }

    // A union's own type is the base; rows without a case look at one record.
    private static string Narrow(ConditionRow row) => row.Printed.Contains("Connected {", StringComparison.Ordinal) ? "var answer = given;" : "var answer = given as Body;";

    private static string Calls(string answers, int index) =>
        string.Join(", ", answers.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(answer => $"Test{index}({answer})"));
}
