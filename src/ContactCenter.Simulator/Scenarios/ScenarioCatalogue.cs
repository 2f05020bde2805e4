namespace ContactCenter.Simulator.Scenarios;

/// <summary>The scenarios that come with the simulator.</summary>
public static class ScenarioCatalogue
{
    /// <summary>The scenario that is used when none is chosen: nothing goes wrong.</summary>
    public static Scenario Everyday { get; } = new()
    {
        Name = "everyday",
        Summary = "Everything works: chat, a call of half a minute, verification calls with their callbacks, an agent's video call.",
    };

    /// <summary>All scenarios, in the order in which they are listed.</summary>
    public static IReadOnlyList<Scenario> All { get; } =
        [Everyday, .. ClickToCallScenarios.All, .. RtcScenarios.All, .. VideoScenarios.All];

    /// <summary>Finds a scenario by its name.</summary>
    /// <returns>The scenario; null when there is none of this name.</returns>
    public static Scenario? Find(string name) => All.FirstOrDefault(scenario => scenario.Name == name);
}
