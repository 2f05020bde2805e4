using ClientGen.Specs.Model;

namespace ClientGen.Specs.Arazzo;

/// <summary>What a runtime expression reads.</summary>
public enum ExpressionRoot
{
    /// <summary><c>$url</c></summary>
    Url,

    /// <summary><c>$method</c></summary>
    Method,

    /// <summary><c>$statusCode</c></summary>
    StatusCode,

    /// <summary><c>$request.header.x</c></summary>
    RequestHeader,

    /// <summary><c>$request.query.x</c></summary>
    RequestQuery,

    /// <summary><c>$request.path.x</c></summary>
    RequestPath,

    /// <summary><c>$request.body#/x</c></summary>
    RequestBody,

    /// <summary><c>$response.header.x</c> or <c>$message.header.x</c></summary>
    Header,

    /// <summary><c>$response.body#/x</c> or <c>$message.payload#/x</c></summary>
    Body,

    /// <summary><c>$inputs.x</c></summary>
    Input,

    /// <summary><c>$outputs.x</c></summary>
    Output,

    /// <summary><c>$steps.owner.outputs.x</c></summary>
    StepOutput,

    /// <summary><c>$workflows.owner.inputs.x</c></summary>
    WorkflowInput,

    /// <summary><c>$workflows.owner.outputs.x</c></summary>
    WorkflowOutput,

    /// <summary><c>$sourceDescriptions.owner.x</c></summary>
    SourceDescription,

    /// <summary><c>$components.owner.x</c></summary>
    Component,

    /// <summary><c>$self</c></summary>
    Self,
}

/// <summary>A runtime expression of Arazzo, parsed.</summary>
/// <param name="Root">What it reads.</param>
/// <param name="Owner">The step, workflow, source description or kind of component; empty for the others.</param>
/// <param name="Name">Header, parameter, input, output or component. It may hold dots, which are part of the name or lead into the value.</param>
/// <param name="Path">The tokens of its JSON pointer, unescaped; empty for the whole value.</param>
/// <param name="Text">The expression as written.</param>
/// <param name="Start">Where it begins in the text that holds it.</param>
public sealed record RuntimeExpression(
    ExpressionRoot Root, string Owner, string Name, EquatableArray<string> Path, string Text, int Start);
