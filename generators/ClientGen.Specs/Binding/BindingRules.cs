using ClientGen.Specs.Reading;

namespace ClientGen.Specs.Binding;

/// <summary>The rules that binding a contract can report.</summary>
public static class BindingRules
{
    /// <summary>An <c>x-clientgen-*</c> key or one of its members is unknown.</summary>
    public static ReadingRule UnknownExtension { get; } = new("CG9002",
        "An x-clientgen extension is not understood",
        "The shapes of these extensions are closed, so a typing error cannot pass as a fact that is silently missing. See docs/contract-extensions.md.");

    /// <summary>Two operations have the same operationId.</summary>
    public static ReadingRule DuplicateOperation { get; } = new("CG9010",
        "Two operations share one operationId",
        "The operationId becomes the method's name. The second operation is generated under a name made from its method and path.");

    /// <summary>A schema cannot become a C# type as it stands.</summary>
    public static ReadingRule Schema { get; } = new("CG9011",
        "A schema cannot be expressed in C#",
        "The value is generated as JsonElement, so nothing is lost. Change the schema to get a type.");

    /// <summary>A parameter cannot be sent.</summary>
    public static ReadingRule Parameter { get; } = new("CG9012",
        "A parameter is incomplete or contradicts its path",
        "A {name} of a path without a parameter is generated as a string; a parameter that cannot be sent is left out. Every {name} of a path needs a parameter with `in: path`, and the other way round.");

    /// <summary>A required field of the standard is missing or has the wrong kind.</summary>
    public static ReadingRule Shape { get; } = new("CG9013",
        "A part of a contract does not have the shape that its standard asks for",
        "The part is left out and the rest is generated.");

    /// <summary>Two names become one in C#.</summary>
    public static ReadingRule NameClash { get; } = new("CG9014",
        "Two names of a contract are the same in C#",
        "The later one gets a longer name, and at worst a number. Rename one of them to keep names stable.");

    /// <summary>A security scheme is used but not declared, or is of a kind that nobody can serve.</summary>
    public static ReadingRule Security { get; } = new("CG9015",
        "A security scheme is missing or not understood",
        "Declare the scheme under components/securitySchemes. A scheme of an unknown kind needs a signer where the client is built.");

    /// <summary>A body has no media type that we can send or read.</summary>
    public static ReadingRule Body { get; } = new("CG9016",
        "The body of a webhook has no usable media type",
        "No receiver is generated for a webhook whose body is not JSON. Describe the body as `application/json`.");

    /// <summary>A channel travels over something that we have no client for.</summary>
    public static ReadingRule Transport { get; } = new("CG9018",
        "A channel's transport has no generated client",
        "Its message types are generated. ClientGen calls HTTP and listens to text/event-stream.");

    /// <summary>Two cases of a union look the same.</summary>
    public static ReadingRule AlikeCases { get; } = new("CG9019",
        "Two cases of a union cannot be told apart",
        "JSON that fits both is read as the first. A discriminator, or a member with a `const` of its own in each case, tells them apart.");

    /// <summary>A condition cannot be checked on typed answers.</summary>
    public static ReadingRule Criterion { get; } = new("CG9004",
        "A condition cannot become a check in C#",
        "The fact that it stands for is dropped. Name members that the answer's schema declares, and compare values of one JSON type.");

    /// <summary>Every rule of this stage, by id.</summary>
    public static IReadOnlyList<ReadingRule> All { get; } =
        [UnknownExtension, Criterion, DuplicateOperation, Schema, Parameter, Shape, NameClash, Security, Body, Transport, AlikeCases];
}
