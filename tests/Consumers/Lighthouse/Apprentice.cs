namespace Sea;

/// <summary>Is in a hurry.</summary>
public sealed class Apprentice(ILighthouseClient lighthouse)
{
    public async Task LightAsync(CancellationToken ct)
    {
        await lighthouse.LightLampAsync(ct); // CG1001
    }
}
