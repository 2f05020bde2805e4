using ClientGen.Testing;

namespace ClientGen.Emitter.Tests.Workflows;

/// <summary>The workflows of this repository.</summary>
public class OwnWorkflowTests
{
    [Fact]
    public void Compile_without_a_warning() => WorkflowContracts.Compile(WorkflowContracts.Own()).ShouldCompile();

    [Fact]
    public void Can_be_read() => Snapshot.Verify(WorkflowContracts.Workflows(WorkflowContracts.Own()));
}
