using System.Text;

namespace Benchmarks.Analyzing;

/// <summary>The source of a solution of 100,000 lines, of which some files use a generated client.</summary>
internal static class LargeSolution
{
    private const int Files = 500;

    /// <summary>Its files.</summary>
    /// <param name="plain">How many files come to one that uses a client, itself counted.</param>
    public static IEnumerable<string> Sources(int plain) => Enumerable.Range(0, Files).Select(i => i % plain == 0 ? ClientUser(i) : Plain(i));

    private static string Plain(int number)
    {
        var text = new StringBuilder($$"""
            using System;
            using System.Collections.Generic;
            using System.Linq;
            using System.Threading.Tasks;

            namespace Solution.Part{{number}};

            public sealed record Line{{number}}(string Article, int Count, decimal Price);

            public sealed class Orders{{number}}
            {
                private readonly Dictionary<string, List<Line{{number}}>> _lines = new();

            """);
        for (var i = 0; i < 11; i++)
        {
            text.Append($$"""

                    public async Task<decimal> Total{{i}}Async(string customer, bool withTax)
                    {
                        if (!_lines.TryGetValue(customer, out var lines))
                            return 0;
                        var total = 0m;
                        foreach (var line in lines.Where(line => line.Count > {{i}}))
                        {
                            if (line.Price < 0)
                                throw new InvalidOperationException($"{line.Article} costs {line.Price}.");
                            total += line.Count * line.Price;
                        }

                        await Task.Delay({{i}}).ConfigureAwait(false);
                        return withTax ? total * 1.19m : total;
                    }

                """);
        }

        return text.Append("}\n").ToString();
    }

    private static string ClientUser(int number)
    {
        var text = new StringBuilder($$"""
            using System;
            using System.Threading;
            using System.Threading.Tasks;
            using ClientGen;
            using ContactCenter.Messaging;

            namespace Solution.Part{{number}};

            public sealed class Calls{{number}}(ICcMessagingClient client)
            {

            """);
        for (var i = 0; i < 5; i++)
        {
            text.Append($$"""

                    public async Task<bool> Call{{i}}Async(CancellationToken ct)
                    {
                        var support = await client.CheckClickToCallSupportAsync(Channel.WEB, ct);
                        if (support is not { WebRTCSupported: true, ClickToCallSupported: true })
                            return false;
                        await client.CreateClickToCallAsync(new() { Channel = Channel.WEB, MediaAbility = MediaAbility.Voice }, ct);
                        try
                        {
                            await Follow{{i}}Async(ct);
                        }
                        finally
                        {
                            await client.DropClickToCallAsync(new() { Channel = Channel.WEB }, CancellationToken.None);
                        }

                        return true;
                    }

                    private async Task Follow{{i}}Async(CancellationToken ct)
                    {
                        var failures = 0;
                        while (!ct.IsCancellationRequested)
                        {
                            try
                            {
                                var e = await client.GetClickToCallEventsAsync(Channel.WEB, ct);
                                failures = 0;
                                if (e is CallReleased or CallFailed or QueueTimedOut)
                                    return;
                            }
                            catch (ClientGenException) when (failures++ < 3)
                            {
                                await Task.Delay(1000, ct);
                            }
                        }
                    }

                """);
        }

        return text.Append("}\n").ToString();
    }
}
