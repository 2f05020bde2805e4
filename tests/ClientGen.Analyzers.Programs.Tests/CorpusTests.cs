using ClientGen.Analyzers.Programs.Tests.Kit;

namespace ClientGen.Analyzers.Programs.Tests;

/// <summary>Programs as integrators write them: the correct ones, and each of their misused twins.</summary>
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

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Its_misused_twins_compile(string name)
    {
        foreach (var (misuse, verdict) in await ProgramRun.JudgeAllAsync([.. Corpus.Programs.Single(program => program.Name == name).Misuses], static misuse => ProgramRun.Compile(ProgramRun.Parse(misuse.Text))))
            Assert.True(verdict.Errors.Count == 0, misuse.Edit + "\n" + verdict);
    }
}
