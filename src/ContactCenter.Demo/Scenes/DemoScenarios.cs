namespace ContactCenter.Demo;

/// <summary>All scenarios of the demo.</summary>
internal static class DemoScenarios
{
    /// <summary>In the order in which they are played.</summary>
    public static IReadOnlyList<DemoScenario> All { get; } = [.. CallScenarios.All, .. CallbackScenarios.All, .. AgentScenarios.All];

    /// <summary>Finds a scenario by its name; null when there is none.</summary>
    public static DemoScenario? Find(string name) => All.FirstOrDefault(scenario => scenario.Name == name);
}
