using System.Net;
using System.Net.Sockets;
using ClientGen.Callbacks;
using ContactCenter.Rtc;

namespace ContactCenter.Demo;

/// <summary>Takes callbacks without ASP.NET Core: the generated dispatcher needs no web framework.</summary>
internal static class CallbackListener
{
    private const string Status = "callStatus";
    private const string Fee = "callFee";

    /// <summary>Opens a server on a free port of this machine.</summary>
    /// <param name="receiver">Receives the callbacks.</param>
    /// <param name="options">How they are received.</param>
    /// <param name="delivered">Hears of each delivery: the path, and the status of the reply.</param>
    /// <param name="cancellationToken">Gives up opening.</param>
    public static Task<CallbackServer> OpenAsync(
        IRtcVoiceReceiver receiver, CallbackOptions options, Action<string, int> delivered, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var address = new Uri($"http://127.0.0.1:{FreePort()}/");
        var listener = new HttpListener { Prefixes = { address.AbsoluteUri } };
        listener.Start();
        var callbacks = new RtcVoiceCallbacks(receiver, options);
        var serving = ServeAsync(listener, callbacks, delivered);
        return Task.FromResult(new CallbackServer(new(address, Status), new(address, Fee), async () =>
        {
            listener.Close();
            await serving;
        }));
    }

    private static async Task ServeAsync(HttpListener listener, RtcVoiceCallbacks callbacks, Action<string, int> delivered)
    {
        while (true)
        {
            try
            {
                await AnswerAsync(await listener.GetContextAsync(), callbacks, delivered);
            }
            catch (Exception e) when (!listener.IsListening && e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
            catch (Exception e) when (e is HttpListenerException or IOException)
            {
                // The sender has hung up; it may send again.
            }
        }
    }

    private static async Task AnswerAsync(HttpListenerContext context, RtcVoiceCallbacks callbacks, Action<string, int> delivered)
    {
        var from = context.Request;
        var path = from.Url!.AbsolutePath.Trim('/');
        var request = new CallbackRequest(from.HttpMethod, from.Url.OriginalString, name => from.Headers[name], from.InputStream);
        var reply = path switch
        {
            Status => await callbacks.HandleCallStatusAsync(request),
            Fee => await callbacks.HandleCallFeeAsync(request),
            _ => new CallbackReply(404),
        };
        using var response = context.Response;
        response.StatusCode = reply.Status;
        response.ContentType = reply.ContentType;
        response.ContentLength64 = reply.Body.Length;
        await response.OutputStream.WriteAsync(reply.Body);
        delivered(path, reply.Status);
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
