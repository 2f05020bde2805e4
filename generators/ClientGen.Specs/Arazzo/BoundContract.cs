using ClientGen.Specs.Model;
using ClientGen.Specs.Reading;

namespace ClientGen.Specs.Arazzo;

/// <summary>A document and what it was bound to.</summary>
/// <param name="Document">The document.</param>
/// <param name="Model">Its model.</param>
public sealed record BoundContract(SpecDocument Document, ContractModel Model);
