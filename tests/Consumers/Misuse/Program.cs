using ContactCenter.Messaging;

await using var session = ContactCenterSession.Create(new());
var messaging = session.Messaging;

// CG1001: whether the line supports click-to-call was never asked.
await messaging.CreateClickToCallAsync(new() { Channel = Channel.WEB, MediaAbility = MediaAbility.Voice });

// CG3001: the server may hold this call for a minute.
using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
await messaging.GetClickToCallEventsAsync(Channel.WEB, patience.Token);

await messaging.DropClickToCallAsync(new() { Channel = Channel.WEB });
