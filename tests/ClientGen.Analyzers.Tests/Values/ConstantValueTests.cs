using ClientGen.Analyzers.Tests.Kit;
using ClientGen.Analyzers.Values;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ClientGen.Analyzers.Tests.Values;

public sealed class ConstantValueTests
{
    [Theory]
    [InlineData("TimeSpan.FromSeconds(10)", 10)]
    [InlineData("TimeSpan.FromSeconds(2.5)", 2.5)]
    [InlineData("TimeSpan.FromMinutes(1)", 60)]
    [InlineData("TimeSpan.FromMinutes(1, 30)", 90)]
    [InlineData("TimeSpan.FromMilliseconds(5000)", 5)]
    [InlineData("TimeSpan.FromMilliseconds(value: 250.0)", 0.25)]
    [InlineData("TimeSpan.FromHours(1)", 3600)]
    [InlineData("TimeSpan.FromTicks(10_000_000)", 1)]
    [InlineData("new TimeSpan(0, 0, 15)", 15)]
    [InlineData("new TimeSpan(seconds: 15, minutes: 1, hours: 0)", 75)]
    [InlineData("new TimeSpan(0, 0, 1, 5)", 65)]
    [InlineData("new TimeSpan(10_000_000L)", 1)]
    [InlineData("new TimeSpan()", 0)]
    [InlineData("default(TimeSpan)", 0)]
    [InlineData("TimeSpan.Zero", 0)]
    [InlineData("Timeout.InfiniteTimeSpan", -0.001)]
    [InlineData("TimeSpan.Parse(\"00:00:10\")", 10)]
    [InlineData("TimeSpan.FromSeconds(5) + TimeSpan.FromSeconds(5)", 10)]
    [InlineData("TimeSpan.FromMinutes(1) - TimeSpan.FromSeconds(5)", 55)]
    [InlineData("TimeSpan.FromSeconds(5) * 2", 10)]
    [InlineData("2 * TimeSpan.FromSeconds(5)", 10)]
    [InlineData("TimeSpan.FromSeconds(30) / 2", 15)]
    [InlineData("TimeSpan.FromSeconds(5).Add(TimeSpan.FromSeconds(1))", 6)]
    [InlineData("TimeSpan.FromSeconds(5).Multiply(3)", 15)]
    [InlineData("TimeSpan.FromSeconds(Ten)", 10)]
    [InlineData("TimeSpan.FromSeconds(Ten / 4)", 2)]
    [InlineData("TimeSpan.FromSeconds(Ten / 4.0)", 2.5)]
    [InlineData("Limit", 20)]
    [InlineData("Property", 20)]
    [InlineData("Getter", 30)]
    [InlineData("Helper()", 40)]
    [InlineData("(TimeSpan?)Limit", 20)]
    [InlineData("local", 7)]
    [InlineData("later", 8)]
    [InlineData("TimeSpan.FromMilliseconds(milliseconds)", 9)]
    [InlineData("TimeSpan.FromMilliseconds(TimeSpan.FromSeconds(3).TotalMilliseconds)", 3)]
    public void Times_are_known(string expression, double seconds) =>
        Assert.Equal(seconds, Assert.IsType<TimeSpan>(Value("TimeSpan?", expression).Value).TotalSeconds, 6);

    [Theory]
    [InlineData("parameter")]
    [InlineData("changed")]
    [InlineData("Settable")]
    [InlineData("Mutable")]
    [InlineData("_fromConstructor")]
    [InlineData("Virtual")]
    [InlineData("TimeSpan.FromSeconds(Environment.TickCount)")]
    [InlineData("TimeSpan.Parse(\"soon\")")]
    [InlineData("TimeSpan.FromDays(double.MaxValue)")]
    [InlineData("CircleA")]
    [InlineData("by")]
    public void What_may_differ_between_runs_is_not_known(string expression) => Assert.Null(Value("TimeSpan?", expression).Value);

    [Theory]
    [InlineData("\"a\" + Ten", "a10")]
    [InlineData("$\"{Prefix}-{Ten}\"", "call-10")]
    [InlineData("string.Empty", "")]
    [InlineData("Prefix", "call")]
    [InlineData("Name", "call-x")]
    [InlineData("nameof(Prefix)", "Prefix")]
    public void Texts_are_known(string expression, string text) => Assert.Equal(text, Value("string", expression).Value);

    [Theory]
    [InlineData("$\"{1.5}\"")]
    [InlineData("$\"{Environment.MachineName}\"")]
    [InlineData("$\"{Ten:000}\"")]
    public void Texts_that_depend_on_the_machine_are_not_known(string expression) => Assert.False(Value("string", expression).HasValue);

    private static Microsoft.CodeAnalysis.Optional<object?> Value(string type, string expression)
    {
        var compilation = RuleRun.Compile($$"""
            public class Program
            {
                public Program() => _fromConstructor = TimeSpan.FromSeconds(1);

                private const int Ten = 10;
                private static readonly string Prefix = "call";
                private static readonly string Name = Prefix + "-x";
                private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2 * Ten);
                private static readonly TimeSpan CircleA = CircleB;
                private static readonly TimeSpan CircleB = CircleA;
                private static TimeSpan Mutable = TimeSpan.FromSeconds(1);
                private readonly TimeSpan _fromConstructor = TimeSpan.FromSeconds(2);
                private TimeSpan Property { get; } = Limit;
                private TimeSpan Getter => TimeSpan.FromSeconds(30);
                private TimeSpan Settable { get; set; } = Limit;
                public virtual TimeSpan Virtual => Limit;
                private static TimeSpan Helper() => TimeSpan.FromSeconds(40);

                public object? Run(TimeSpan parameter, TimeSpan[] times)
                {
                    var local = TimeSpan.FromSeconds(7);
                    var milliseconds = 9000;
                    TimeSpan later;
                    later = TimeSpan.FromSeconds(8);
                    var changed = TimeSpan.FromSeconds(1);
                    changed = parameter;
                    foreach (var by in times)
                    {
                        {{type}} value = {{expression}};
                        return value;
                    }

                    Mutable = Settable = later;
                    return local;
                }
            }
            """);
        var tree = compilation.SyntaxTrees[^1];
        var value = tree.GetRoot(TestContext.Current.CancellationToken).DescendantNodes().OfType<VariableDeclaratorSyntax>().Single(static found => found.Identifier.Text == "value");
        return ConstantValue.Of(compilation.GetSemanticModel(tree).GetOperation(value.Initializer!.Value, TestContext.Current.CancellationToken), compilation);
    }
}
