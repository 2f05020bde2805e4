using Sea;

// The names that the contract gives to signals: they are printed, so that a build shows which contract it was made from.
Console.WriteLine(string.Join(", ", Enum.GetNames<SignalKind>()));
