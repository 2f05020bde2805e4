using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Filters;

namespace ContactCenter.NSwag.Tests;

/// <summary>What a controller of NSwag's was about to be called with.</summary>
internal sealed record Call(string Action, IReadOnlyDictionary<string, object?> Arguments, IReadOnlyList<string> Faults);

/// <summary>Takes calls in the controllers' stead.</summary>
internal sealed class Recorder : IActionFilter
{
    private Call? _call;

    /// <summary>The call since the last one was taken.</summary>
    public Call Take() => Interlocked.Exchange(ref _call, null) ?? throw new InvalidOperationException("No action was called.");

    public void OnActionExecuting(ActionExecutingContext context)
    {
        var faults = context.ModelState.SelectMany(static entry => entry.Value!.Errors.Select(error => $"{entry.Key}: {error.ErrorMessage} {error.Exception?.Message}"));
        _call = new(
            ((ControllerActionDescriptor)context.ActionDescriptor).MethodInfo.Name,
            context.ActionArguments.Where(static argument => argument.Value is not CancellationToken).ToDictionary(static argument => argument.Key, static argument => argument.Value),
            [.. faults]);
        context.Result = new StatusCodeResult(OurClients.Answer);
    }

    public void OnActionExecuted(ActionExecutedContext context)
    {
    }
}
