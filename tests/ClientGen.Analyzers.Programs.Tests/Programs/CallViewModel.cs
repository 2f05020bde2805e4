using System.ComponentModel;
using System.Runtime.CompilerServices;
using ContactCenter.Messaging;

namespace Desktop;

/// <summary>A command of a view.</summary>
public sealed class Command(Func<Task> run, Func<bool> can)
{
    public event EventHandler? CanExecuteChanged;

    public bool CanExecute => can();

    public async Task ExecuteAsync()
    {
        if (CanExecute)
            await run();
    }

    public void Changed() => CanExecuteChanged?.Invoke(this, EventArgs.Empty);
}

/// <summary>The buttons "Call" and "Hang up" of a window.</summary>
public sealed class CallViewModel : INotifyPropertyChanged
{
    private readonly ICcMessagingClient _client;
    private bool _canCall;
    private bool _isCalling;
    private string _status = "";

    public CallViewModel(ICcMessagingClient client)
    {
        _client = client;
        Call = new Command(CallAsync, () => CanCall && !IsCalling);
        HangUp = new Command(HangUpAsync, () => IsCalling);
    }

    public event PropertyChangedEventHandler? PropertyChanged;

    public Command Call { get; }

    public Command HangUp { get; }

    public bool CanCall
    {
        get => _canCall;
        private set => Set(ref _canCall, value);
    }

    public bool IsCalling
    {
        get => _isCalling;
        private set => Set(ref _isCalling, value);
    }

    public string Status
    {
        get => _status;
        private set => Set(ref _status, value);
    }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        var support = await _client.CheckClickToCallSupportAsync(Channel.WEB, cancellationToken);
        CanCall = support is { WebRTCSupported: true, ClickToCallSupported: true };
        Status = CanCall ? "ready" : "not available";
    }

    private async Task CallAsync()
    {
        if (!CanCall)
            return;
        await _client.CreateClickToCallAsync(new() { Channel = Channel.WEB, MediaAbility = MediaAbility.Voice });
        IsCalling = true;
        try
        {
            await foreach (var e in _client.ClickToCallEventsAsync(Channel.WEB))
                Status = e.GetType().Name;
        }
        catch (ClientGenException problem)
        {
            Status = problem.Message;
            await HangUpAsync();
        }

        IsCalling = false;
    }

    private async Task HangUpAsync()
    {
        await _client.DropClickToCallAsync(new() { Channel = Channel.WEB });
        IsCalling = false;
    }

    private void Set<T>(ref T field, T value, [CallerMemberName] string? property = null)
    {
        if (EqualityComparer<T>.Default.Equals(field, value))
            return;
        field = value;
        PropertyChanged?.Invoke(this, new PropertyChangedEventArgs(property));
        Call.Changed();
        HangUp.Changed();
    }
}
