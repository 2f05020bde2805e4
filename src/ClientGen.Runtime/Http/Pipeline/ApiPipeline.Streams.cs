namespace ClientGen.Http;

public sealed partial class ApiPipeline
{
    private const string EventStreamType = "text/event-stream";

    /// <summary>Opens an event stream; the deadline holds until the headers are there.</summary>
    /// <returns>The answer; <c>null</c> when the server says that there will be no more events.</returns>
    internal async Task<HttpResponseMessage?> OpenStreamAsync(ApiRequest request, ErrorRule[] errors, CancellationToken cancellationToken)
    {
        var operation = request.Operation;
        var plan = _core.PlanOf(operation);
        var watch = CallWatch.Start(_core, operation);
        var deadline = Deadline.Start(_deadline ?? plan.Deadline, _core.Clock, cancellationToken);
        HttpResponseMessage? response = null;
        try
        {
            response = await ExchangeAsync(plan, request, deadline.Token).ConfigureAwait(false);
            watch.Answered((int)response.StatusCode);
            // WHATWG HTML 9.2.3: "if res's status is not 200, or if res's `Content-Type` is not `text/event-stream`, then fail the connection."
            if (response.StatusCode == System.Net.HttpStatusCode.OK && response.Content.Headers.ContentType?.MediaType == EventStreamType)
            {
                var open = response;
                response = null;
                return open;
            }

            // "Clients will reconnect if the connection is closed; a client can be told to stop reconnecting using the HTTP 204 No Content response code."
            if (response.StatusCode == System.Net.HttpStatusCode.NoContent)
                return null;
            request.Answer.Begin(operation, response, _core);
            await response.Content.CopyToAsync(request.Answer.Body, null, deadline.Token).ConfigureAwait(false);
            throw ErrorRule.Failure(errors, request.Answer);
        }
        catch (Exception e)
        {
            var error = Explain(operation, e, deadline);
            watch.Failed(error);
            if (ReferenceEquals(error, e))
                throw;
            throw error;
        }
        finally
        {
            response?.Dispose();
            deadline.End(isReusable: false);
            request.End(isWhole: false);
            watch.Stop();
        }
    }
}
