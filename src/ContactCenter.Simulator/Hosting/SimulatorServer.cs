using System.Net;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json.Serialization;
using ContactCenter.Simulator.Contracts;
using ContactCenter.Simulator.Journal;
using ContactCenter.Simulator.Video;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Filters;

namespace ContactCenter.Simulator.Hosting;

/// <summary>Puts the web server together.</summary>
internal static class SimulatorServer
{
    /// <summary>A body up to here is read, so that the sender gets an answer; most of it is thrown away. Beyond, the connection is closed.</summary>
    private const int LargestBodyRead = 64 * 1024 * 1024;

    public static WebApplication Build(SimulatorState simulator)
    {
        // Empty: no configuration files, no environment, no console of its own. A simulator in a test must not depend on where it runs.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = typeof(SimulatorServer).Assembly.GetName().Name });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, simulator.Options.Port);
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBodyRead;
        });
        builder.Services.AddRoutingCore().AddSingleton(simulator);
        // Held polls and streams would keep the host from stopping.
        builder.Services.Configure<HostOptions>(static host => host.ShutdownTimeout = TimeSpan.FromMilliseconds(500));
        AddControllers(builder.Services);

        var app = builder.Build();
        app.Use(async (context, next) =>
        {
            // Time stands still while a request is being worked on.
            using var work = simulator.Clock.Work();
            try
            {
                await next(context);
            }
            catch (Exception fault) when (!context.RequestAborted.IsCancellationRequested && fault is not OperationCanceledException)
            {
                // The web server would only cut the connection; a fault of ours must be seen.
                var path = context.Request.Path.Value ?? "/";
                simulator.Records.Keep(ViolationSide.Simulator, ContractCatalogue.SystemOf(path), path, "request", $"failed with {fault}");
                throw;
            }
        });
        var control = new ControlEndpoints(simulator);
        app.MapWhen(static context => ControlEndpoints.Serves(context.Request.Path), branch => branch.Run(control.InvokeAsync));
        app.UseMiddleware<RequestGate>(simulator);
        app.UseMiddleware<AnswerDesk>();
        app.UseMiddleware<CredentialDesk>();
        app.UseMiddleware<RequestCheck>();
        app.UseMiddleware<MishapDesk>();
        app.UseMiddleware<VideoEndpoints>();
        app.UseRouting();
        app.MapControllers();
        return app;
    }

    private static void AddControllers(IServiceCollection services)
    {
        services.AddMvcCore(static mvc => mvc.Filters.Add(new DisagreementFilter()))
            .ConfigureApplicationPartManager(static parts =>
            {
                parts.ApplicationParts.Clear();
                parts.ApplicationParts.Add(new AssemblyPart(typeof(SimulatorServer).Assembly));
                parts.FeatureProviders.Clear();
                parts.FeatureProviders.Add(new InternalControllers());
            })
            .AddDataAnnotations()
            .AddJsonOptions(static json =>
            {
                // An optional member that is absent must not be written as null: the contract allows null in few places only.
                json.JsonSerializerOptions.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
                json.JsonSerializerOptions.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
            });
    }

    /// <summary>Finds our controllers, which nobody outside needs to see.</summary>
    private sealed class InternalControllers : ControllerFeatureProvider
    {
        protected override bool IsController(TypeInfo typeInfo) =>
            typeInfo is { IsClass: true, IsAbstract: false } && typeInfo.IsAssignableTo(typeof(ControllerBase));
    }

    /// <summary>The contract has allowed the request by now. If NSwag's types cannot take it, the two compilers disagree.</summary>
    private sealed class DisagreementFilter : IActionFilter
    {
        public void OnActionExecuting(ActionExecutingContext context)
        {
            if (context.ModelState.IsValid)
                return;

            var members = string.Join(", ", context.ModelState.Where(static entry => entry.Value!.Errors.Count > 0).Select(static entry => entry.Key));
            var violation = context.HttpContext.Call().Keep(
                ViolationSide.Simulator, "request", $"is right by the contract, but NSwag's types do not take it: {members}");
            context.Result = new ContentResult
            {
                StatusCode = StatusCodes.Status500InternalServerError,
                ContentType = "text/plain",
                Content = violation.Sentence,
            };
        }

        public void OnActionExecuted(ActionExecutedContext context)
        {
        }
    }
}
