using ClientGen.Analyzers.Programs.Tests.Kit;

namespace ClientGen.Analyzers.Programs.Tests;

/// <summary>Programs as integrators write them. Their misused twins are compiled and judged with all other misuses.</summary>
public sealed class CorpusTests
{
    public static TheoryData<string> Names => [.. Corpus.Programs.Select(static program => program.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_correct_program_is_silent(string name)
    {
        var verdict = await ProgramRun.JudgeAsync(Corpus.Programs.Single(program => program.Name == name).Correct);
        Assert.True(verdict.IsSilent, "\n" + verdict);
    }
}
