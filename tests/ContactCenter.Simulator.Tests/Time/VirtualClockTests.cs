using ContactCenter.Simulator.Time;

namespace ContactCenter.Simulator.Tests.Time;

public sealed class VirtualClockTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact(Timeout = 120_000)]
    public async Task A_wait_of_ten_minutes_takes_no_time()
    {
        using var clock = new VirtualClock();
        using (clock.Work())
            await clock.NapAsync(TimeSpan.FromMinutes(10), drives: true, null, Stop);

        Assert.Equal(TimeSpan.FromMinutes(10), clock.Elapsed);
    }

    [Fact]
    public async Task Time_stands_still_while_there_is_work()
    {
        using var clock = new VirtualClock();
        var work = clock.Work();
        var nap = clock.Start(() => clock.NapAsync(TimeSpan.FromSeconds(1), drives: true, null, Stop));
        await Task.Delay(100, Stop);
        Assert.Equal(TimeSpan.Zero, clock.Elapsed);

        work.Dispose();
        await nap.WaitAsync(TimeSpan.FromMinutes(1), Stop);
        Assert.Equal(TimeSpan.FromSeconds(1), clock.Elapsed);
    }

    [Fact]
    public async Task What_is_due_first_happens_first_whatever_the_order_of_asking()
    {
        using var clock = new VirtualClock();
        var seen = new List<string>();
        Task[] naps;
        using (clock.Work())
            naps = [Later(30), Later(10), Later(20), Later(10, "again")];

        await Task.WhenAll(naps).WaitAsync(TimeSpan.FromMinutes(1), Stop);
        Assert.Equal(["10 at 10", "10again at 10", "20 at 20", "30 at 30"], seen);

        Task Later(int seconds, string mark = "") => clock.Start(async () =>
        {
            await clock.NapAsync(TimeSpan.FromSeconds(seconds), drives: true, null, Stop);
            seen.Add($"{seconds}{mark} at {clock.Elapsed.TotalSeconds}");
        });
    }

    [Fact]
    public async Task A_passive_wait_comes_along_but_never_drives()
    {
        using var clock = new VirtualClock();
        var heartbeat = clock.Start(() => clock.NapAsync(TimeSpan.FromSeconds(15), drives: false, null, Stop));
        await Task.Delay(100, Stop);
        Assert.False(heartbeat.IsCompleted);

        await clock.AdvanceAsync(TimeSpan.FromSeconds(20));
        await heartbeat.WaitAsync(TimeSpan.FromMinutes(1), Stop);
        Assert.Equal(TimeSpan.FromSeconds(20), clock.Elapsed);
    }

    [Fact]
    public async Task A_bell_ends_a_wait_early_and_a_ring_before_the_wait_is_not_lost()
    {
        using var clock = new VirtualClock();
        var bell = new Doorbell();
        bell.Ring();
        using (clock.Work())
            Assert.True(await clock.NapAsync(TimeSpan.FromSeconds(10), drives: true, bell, Stop));
        Assert.Equal(TimeSpan.Zero, clock.Elapsed);
    }

    [Fact]
    public async Task A_cancelled_wait_gives_its_work_back()
    {
        using var clock = new VirtualClock();
        using var cancel = new CancellationTokenSource();
        using (clock.Work())
        {
            var nap = clock.NapAsync(Timeout.InfiniteTimeSpan, drives: true, null, cancel.Token);
            await cancel.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => nap);
        }

        await clock.AdvanceAsync(TimeSpan.FromSeconds(1)).WaitAsync(TimeSpan.FromMinutes(1), Stop);
        Assert.Equal(TimeSpan.FromSeconds(1), clock.Elapsed);
    }

    [Fact]
    public async Task A_clients_short_pause_drives_the_clock_but_a_deadline_does_not()
    {
        using var clock = new VirtualClock { GuestPatience = TimeSpan.FromMilliseconds(20) };
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(60), clock);

        await Task.Delay(TimeSpan.FromSeconds(5), clock, Stop).WaitAsync(TimeSpan.FromMinutes(1), Stop);
        Assert.Equal(TimeSpan.FromSeconds(5), clock.Elapsed);

        await Task.Delay(200, Stop);
        Assert.False(deadline.IsCancellationRequested);
        await clock.AdvanceAsync(TimeSpan.FromSeconds(60));
        await Task.Delay(Timeout.InfiniteTimeSpan, deadline.Token).ContinueWith(static _ => { }, TaskScheduler.Default).WaitAsync(TimeSpan.FromMinutes(1), Stop);
        Assert.True(deadline.IsCancellationRequested);
    }

    [Fact]
    public async Task A_periodic_timer_ticks_on_the_way()
    {
        using var clock = new VirtualClock { GuestReach = TimeSpan.Zero };
        var ticks = 0;
        using var ticked = new SemaphoreSlim(0);
        await using (clock.CreateTimer(_ => { ticks++; ticked.Release(); }, null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1)))
        {
            await clock.AdvanceAsync(TimeSpan.FromSeconds(3.5));
            for (var tick = 0; tick < 3; tick++)
                Assert.True(await ticked.WaitAsync(TimeSpan.FromMinutes(1), Stop));
        }

        await clock.AdvanceAsync(TimeSpan.FromSeconds(10));
        Assert.Equal(3, ticks);
    }

    [Fact]
    public async Task The_real_clock_waits_in_its_providers_time_and_wakes_at_the_bell()
    {
        var clock = SimulatorClock.Real();
        var bell = new Doorbell();
        var nap = clock.NapAsync(TimeSpan.FromMinutes(10), drives: true, bell, Stop);
        bell.Ring();
        Assert.True(await nap.WaitAsync(TimeSpan.FromMinutes(1), Stop));
        Assert.False(await clock.NapAsync(TimeSpan.FromMilliseconds(10), drives: true, bell, Stop));
    }

    [Fact]
    public void Only_work_can_nap()
    {
        using var clock = new VirtualClock();
        Assert.Throws<InvalidOperationException>(() => { _ = clock.NapAsync(TimeSpan.Zero, drives: true, null, Stop); });
    }
}
