using System.Collections.Immutable;
using ClientGen.Analyzers.Names;
using ClientGen.Analyzers.Values;
using ClientGen.Analyzers.Wiring;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ClientGen.Analyzers.Timeouts;

/// <summary>The limits of a standard resilience or hedging handler, in milliseconds; endless is <see cref="double.MaxValue"/>.</summary>
/// <param name="Attempt">For each attempt.</param>
/// <param name="Total">For the whole request.</param>
/// <param name="Sampling">How long the circuit breaker samples: at least twice an attempt, or the options are refused. Null when that is not known.</param>
internal sealed record StandardLimits(double Attempt, double Total, double? Sampling)
{
    // Microsoft.Extensions.Http.Resilience: HttpStandardResilienceOptions and HttpStandardHedgingResilienceOptions.
    private static readonly StandardLimits Usual = new(10_000, 30_000, 30_000);

    // Polly.Timeout.TimeoutStrategyOptions.
    private const double UsualOfStrategy = 30_000;

    /// <summary>The limits of a handler; null when something that cannot be seen has a say in them.</summary>
    public static StandardLimits? Of(IInvocationOperation handler, IReadOnlyCollection<Registration> registrations, Compilation compilation)
    {
        var paths = OptionPaths.Of(handler);
        if (IsConfiguredElsewhere(paths.Options, registrations, compilation))
            return null;
        var limits = Usual;
        foreach (var (value, by) in ResilienceHandler.Configurations(handler, compilation))
        {
            var isAlways = Position.Branches(by.Syntax).All(branch => branch.Span.Contains(handler.Syntax.Span));
            if (!isAlways || OptionSettings.Of(value, compilation) is not { } settings || settings.Unseen.Exists(path => paths.Touches(path)) || With(limits, settings, paths, compilation) is not { } changed)
                return null;
            limits = changed;
        }

        return limits;
    }

    private static StandardLimits? With(StandardLimits limits, OptionSettings settings, OptionPaths paths, Compilation compilation)
    {
        foreach (var setting in settings.Found.Where(setting => paths.Touches(setting.Path)))
        {
            if (!setting.IsAlways)
                return null;
            if (setting.Path == paths.Sampling || setting.Path + ".SamplingDuration" == paths.Sampling)
                limits = limits with { Sampling = setting.Path == paths.Sampling ? Milliseconds(setting.Value, compilation) : null };
            else if (Limit(setting, paths, compilation) is not { } limit)
                return null;
            else
                limits = setting.Path.StartsWith(paths.Total.Strategy, StringComparison.Ordinal) ? limits with { Total = limit } : limits with { Attempt = limit };
        }

        return limits;
    }

    // Of "AttemptTimeout.Timeout", or of "AttemptTimeout" as a whole.
    private static double? Limit(OptionSetting setting, OptionPaths paths, Compilation compilation)
    {
        if (setting.Path == paths.Attempt.Time || setting.Path == paths.Total.Time)
            return Milliseconds(setting.Value, compilation);
        if ((setting.Path != paths.Attempt.Strategy && setting.Path != paths.Total.Strategy) || Origin.Of(setting.Value, compilation) is not IObjectCreationOperation strategy)
            return null;
        var set = (strategy.Initializer?.Initializers ?? ImmutableArray<IOperation>.Empty).OfType<ISimpleAssignmentOperation>().ToLookup(static each => (each.Target as IPropertyReferenceOperation)?.Property.Name, static each => each.Value);
        if (set["TimeoutGenerator"].Any())
            return null;
        return set["Timeout"].FirstOrDefault() is { } time ? Milliseconds(time, compilation) : UsualOfStrategy;
    }

    // Of a value that depends on a condition, the shortest; null when nothing of it is known.
    private static double? Milliseconds(IOperation value, Compilation compilation)
    {
        var times = Alternative.Of(value, compilation).Select(alternative => ConstantValue.Time(alternative.Source, compilation)).OfType<TimeSpan>().ToList();
        return times.Count == 0 ? null : times.Min(static time => time == System.Threading.Timeout.InfiniteTimeSpan ? double.MaxValue : time.TotalMilliseconds);
    }

    // services.Configure<HttpStandardResilienceOptions>(…), AddOptions, IConfigureOptions: unless it is by the name of another HttpClient.
    private static bool IsConfiguredElsewhere(string options, IReadOnlyCollection<Registration> registrations, Compilation compilation) =>
        NamedUses.Of(compilation).Generics(options).Where(static generic => generic.Identifier.ValueText.Contains("Configure") || generic.Identifier.ValueText.StartsWith("AddOptions", StringComparison.Ordinal))
            .Any(generic => !IsOfAnother(generic, registrations, compilation));

    private static bool IsOfAnother(GenericNameSyntax generic, IReadOnlyCollection<Registration> registrations, Compilation compilation)
    {
        if (generic.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { ArgumentList.Arguments: [{ Expression: var first }, ..] } || ConstantValue.Text(SourceModels.Operation(first, compilation), compilation) is not { Length: > 0 } name)
            return false;
        return registrations.All(registration => registration.Name is { } own && name != own && name != own + "-standard");
    }
}
