using ClientGen.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ClientGen.Analyzers.Credentials;

/// <summary>Where texts leave the program for places that people read: logs, consoles, exceptions, addresses.</summary>
internal static class Outlet
{
    /// <summary>What a call or creation writes, and the words for where to; none for others.</summary>
    public static (string Place, IEnumerable<IOperation> Written)? Of(IOperation operation) => operation switch
    {
        IInvocationOperation call when IsLog(call) => ("a log", Values(call.Arguments)),
        IInvocationOperation call when IsConsole(call) => ("the console", Values(call.Arguments)),
        IInvocationOperation { TargetMethod: { Name: "AddQueryString", ContainingType.Name: "QueryHelpers" } } call => ("a URL", Values(call.Arguments)),
        IInvocationOperation call => Address(call.Arguments),
        IObjectCreationOperation { Type: { } type } creation when ExceptionTypes.IsException(type) => ("an exception", Values(creation.Arguments)),
        IObjectCreationOperation { Type: { Name: "Uri" or "UriBuilder", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } } creation => ("a URL", Values(creation.Arguments)),
        IObjectCreationOperation creation => Address(creation.Arguments),
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: { Name: "Query", ContainingType.Name: "UriBuilder" } } } assignment => ("a URL", [assignment.Value]),
        _ => null,
    };

    // HttpClient and HttpRequestMessage take addresses as text, all under this name.
    private static (string Place, IEnumerable<IOperation> Written)? Address(System.Collections.Immutable.ImmutableArray<IArgumentOperation> arguments)
    {
        foreach (var argument in arguments)
        {
            if (argument.Parameter is { Name: "requestUri", Type.SpecialType: SpecialType.System_String, ContainingNamespace: { } scope } && scope.ToDisplayString().StartsWith("System.Net.Http", StringComparison.Ordinal))
                return ("a URL", [argument.Value]);
        }

        return null;
    }

    private static bool IsLog(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (method.ContainingType is { Name: "LoggerExtensions" or "LoggerMessage" } || method.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "LoggerMessageAttribute"))
            return true;
        return IsLogger(method.ContainingType) && (method.ReturnsVoid || method.Name == "BeginScope");
    }

    private static bool IsLogger(INamedTypeSymbol? type) => type is not null && (IsLoggerName(type) || type.AllInterfaces.Any(IsLoggerName));

    // Those of Microsoft, Serilog, NLog and log4net; what is called so elsewhere may be anything.
    private static bool IsLoggerName(INamedTypeSymbol type) =>
        (type.Name, type.ContainingNamespace?.ToDisplayString()) is ("ILogger", "Microsoft.Extensions.Logging" or "Serilog" or "NLog") or ("Log", "Serilog") or ("Logger", "NLog") or ("ILog", "log4net");

    private static bool IsConsole(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (!method.Name.StartsWith("Write", StringComparison.Ordinal) && !method.Name.StartsWith("Trace", StringComparison.Ordinal) && method.Name is not "Print" and not "Fail")
            return false;
        return method.ContainingType switch
        {
            { Name: "Console", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } => true,
            { Name: "Debug" or "Trace", ContainingNamespace: { Name: "Diagnostics", ContainingNamespace.Name: "System" } } => true,
            { Name: "TextWriter" } => call.Instance is IPropertyReferenceOperation { Property: { Name: "Out" or "Error", ContainingType.Name: "Console" } },
            _ => false,
        };
    }

    private static IEnumerable<IOperation> Values(System.Collections.Immutable.ImmutableArray<IArgumentOperation> arguments) => arguments.Select(static argument => argument.Value);
}
