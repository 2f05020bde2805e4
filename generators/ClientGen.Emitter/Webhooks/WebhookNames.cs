using ClientGen.Emitter.Clients;
using ClientGen.Specs.Binding;
using ClientGen.Specs.Model;
using ClientGen.Specs.Names;

namespace ClientGen.Emitter.Webhooks;

/// <summary>C# names of a contract's receiver and dispatcher.</summary>
internal sealed class WebhookNames
{
    public WebhookNames(ContractModel contract, ClientNames clients)
    {
        Contract = ContractNames.Contract(contract.SpecPath);
        Receiver = clients.TakeType($"I{Contract}Receiver");
        Callbacks = clients.TakeType($"{Contract}Callbacks");
        Endpoints = clients.TakeType($"{Contract}CallbackEndpoints");
        Unknown = new NameScope([.. contract.Webhooks.SelectMany(static w => w.Events).Select(static e => e.Method)]).Take("OnUnknownAsync");
    }

    /// <summary>The contract, such as <c>RtcVoice</c>.</summary>
    public string Contract { get; }

    /// <summary>The interface that people implement.</summary>
    public string Receiver { get; }

    /// <summary>The dispatcher.</summary>
    public string Callbacks { get; }

    /// <summary>The class of the ASP.NET Core mapping.</summary>
    public string Endpoints { get; }

    /// <summary>The receiver's method for what the contract does not describe.</summary>
    public string Unknown { get; }
}
