using Microsoft.AspNetCore.Mvc;

namespace ContactCenter.NSwag.Tests;

/// <summary>No operation of the contracts is forgotten.</summary>
public sealed class CompletenessTests
{
    [Fact]
    public void Every_operation_is_compared_or_left_for_a_reason()
    {
        var controllers = typeof(CompletenessTests).Assembly.GetTypes().Where(static type => type.IsAssignableTo(typeof(ControllerBase)) && !type.IsAbstract)
            .SelectMany(static type => type.GetMethods().Where(method => method.DeclaringType == type)).Select(static method => Canonical.Name(method.Name));
        Assert.Equal(Operations.All.Except(Operations.Left.Keys).Select(Canonical.Name).Order(), controllers.Order());
    }

    [Fact]
    public void Every_operation_is_in_both_clients_or_left_for_a_reason()
    {
        foreach (var operation in Operations.Compared)
        {
            Assert.NotNull(Operations.OfOurs(operation));
            if (!Operations.LeftByNSwagsClient.ContainsKey(operation))
                Assert.NotNull(Operations.OfNSwag(operation));
        }
    }

    [Fact]
    public void What_is_left_is_an_operation()
    {
        Assert.Subset(Operations.All.ToHashSet(), Operations.Left.Keys.ToHashSet());
        Assert.Subset(Operations.Compared.ToHashSet(), Operations.LeftByNSwagsClient.Keys.ToHashSet());
    }
}
