using Microsoft.CodeAnalysis;

namespace ClientGen.Analyzers.Retries;

/// <summary>Asks the condition of a retry about failures that leave open what the server has done.</summary>
internal sealed class RetryPredicate(Compilation compilation)
{
    /// <summary>The failures: no answer, an answer too late, an error of the server's own.</summary>
    private readonly IReadOnlyList<Doubt> _doubts =
    [
        .. new (string Name, int? Status)[]
        {
            ("System.Net.Http.HttpRequestException", 500),
            ("System.Net.Http.HttpRequestException", null),
            ("ClientGen.ApiException", 500),
            ("ClientGen.TransportException", null),
            ("ClientGen.DeadlineExceededException", null),
            ("System.Threading.Tasks.TaskCanceledException", null),
            ("Polly.Timeout.TimeoutRejectedException", null),
        }.Select(each => new Doubt(compilation.GetTypeByMetadataName(each.Name), each.Status)).Where(static doubt => doubt.Type is not null),
    ];

    private static readonly Doubt Response = new(null, 500);

    /// <summary>Whether <c>Handle</c> of a type takes one of them.</summary>
    /// <param name="type">The type that is handled: an exception, or a result.</param>
    /// <param name="condition">The condition on it; null for none.</param>
    public bool? Handles(ITypeSymbol type, IOperation? condition)
    {
        if (type.Name == "HttpResponseMessage")
            return condition is null ? null : Asks(condition, Response, Response);
        var taken = _doubts.Where(doubt => doubt.IsA(type)).ToList();
        return taken.Count == 0 ? false : condition is null ? true : Any(taken.Select(doubt => Asks(condition, doubt, doubt)));
    }

    /// <summary>Whether a condition on an outcome holds for one of them.</summary>
    public bool? Holds(IOperation condition) => Any(_doubts.Append(Response).Select(doubt => Asks(condition, new RetryArguments(doubt), doubt)));

    private static bool? Any(IEnumerable<bool?> answers)
    {
        var all = answers.ToList();
        return all.Contains(true) ? true : all.Contains(null) ? null : false;
    }

    private bool? Asks(IOperation condition, object argument, Doubt doubt) => new RetryQuestion(compilation, doubt).Ask(condition, argument) as bool?;
}

/// <summary>A failure: of an exception's type, or an answer, perhaps with a status.</summary>
internal sealed record Doubt(ITypeSymbol? Type, int? Status)
{
    public bool IsA(ITypeSymbol? type)
    {
        for (var each = Type; each is not null; each = each.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(each, type))
                return true;
        }

        return false;
    }
}

/// <summary>What a condition is given, or its outcome.</summary>
internal sealed record RetryArguments(Doubt Doubt);

/// <summary>Nothing: <c>null</c> in C#, which is something else than not to know.</summary>
internal sealed record Nothing
{
    public static readonly Nothing Value = new();
}
