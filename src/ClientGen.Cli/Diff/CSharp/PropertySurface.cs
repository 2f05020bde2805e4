using ClientGen.Specs.Model;

namespace ClientGen.Cli.Diff.CSharp;

/// <summary>Compares the members of generated records.</summary>
internal static class PropertySurface
{
    /// <summary>Compares.</summary>
    /// <param name="type">The record.</param>
    /// <param name="old">Where the old one comes from, and its members.</param>
    /// <param name="new">Where the new one comes from, and its members.</param>
    /// <param name="traffic">Who makes the record and who reads it.</param>
    public static IEnumerable<SurfaceChange> Compare(
        string type, (string Source, EquatableArray<PropertyModel> Members) old, (string Source, EquatableArray<PropertyModel> Members) @new, Traffic traffic)
    {
        foreach (var property in old.Members)
        {
            var (name, touch) = ($"{type}.{property.Name}", new Touch(old.Source, property.JsonName));
            if (@new.Members.FirstOrDefault(other => other.Name == property.Name) is { } same)
            {
                foreach (var change in Compare(name, property, same, touch, new Touch(@new.Source, same.JsonName), traffic))
                    yield return change;
            }
            else
            {
                var renamed = @new.Members.FirstOrDefault(other => other.JsonName == property.JsonName);
                yield return new SurfaceChange(
                    name, Impact.Breaking, Impact.Breaking, renamed is null ? $"`{name}` is gone." : $"`{name}` is now called `{renamed.Name}`.", touch, new Touch(@new.Source, property.JsonName));
            }
        }

        // Who makes a record has to set what it demands; who reads it does not care.
        foreach (var property in @new.Members.Where(property => Demands(property) && traffic.HasFlag(Traffic.Sent) && old.Members.All(other => other.Name != property.Name)))
        {
            yield return new SurfaceChange(
                $"{type}.{property.Name}", Impact.Breaking, Impact.Compatible, $"`{type}.{property.Name}` is new and must be set.", new Touch(old.Source, property.JsonName), new Touch(@new.Source, property.JsonName));
        }
    }

    private static IEnumerable<SurfaceChange> Compare(string name, PropertyModel old, PropertyModel @new, Touch touch, Touch newTouch, Traffic traffic)
    {
        var (before, after) = (TypeText.Of(old), TypeText.Of(@new));
        var (source, binary) = before.ChangeTo(after, traffic);
        if (before != after)
            yield return new SurfaceChange(name, source, binary, $"`{name}` was of type `{before.Text}` and is now of type `{after.Text}`.", touch, newTouch);
        if (!Demands(old) && Demands(@new) && traffic.HasFlag(Traffic.Sent))
            yield return new SurfaceChange(name, Impact.Breaking, Impact.Compatible, $"`{name}` must now be set.", touch, newTouch);
        if (!old.IsDeprecated && @new.IsDeprecated)
            yield return new SurfaceChange(name, Impact.Risky, Impact.Compatible, $"`{name}` is now obsolete, which is a warning where it is used.", touch, newTouch);
    }

    private static bool Demands(PropertyModel property) => property is { Required: true, Constant: null };
}
