using ClientGen.Analyzers.Programs.Tests.Kit;
using ClientGen.Analyzers.Programs.Tests.Shapes;

namespace ClientGen.Analyzers.Programs.Tests;

/// <summary>Every shape of testing, polling and ending, in three protocols.</summary>
public sealed class ShapeTests
{
    /// <summary>The correct programs and their misuses.</summary>
    internal static IReadOnlyList<Choice> Programs { get; } =
    [
        .. from shape in EvidenceShapes.All.Concat(LoopShapes.All).Concat(ObligationShapes.All)
           from protocol in ShapeProtocol.All
           select protocol.Say(shape.Name, shape.Template),
    ];

    [Fact]
    public async Task Correct_shapes_are_silent()
    {
        var loud = await ProgramRun.GroupedAsync([.. Programs.Select(static program => (program.Name, program.Correct))]);
        Assert.True(loud.Count == 0, $"{loud.Count} of {Programs.Count}\n" + string.Join("\n", loud.Select(static pair => pair.Name + "\n" + pair.Verdict)));
    }
}
