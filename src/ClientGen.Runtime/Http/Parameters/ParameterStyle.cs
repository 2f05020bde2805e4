namespace ClientGen.Http;

/// <summary>How OpenAPI writes the value of a parameter.</summary>
public enum ParameterStyle
{
    /// <summary><c>a,b</c>: paths and headers.</summary>
    Simple,

    /// <summary><c>.a,b</c>: paths.</summary>
    Label,

    /// <summary><c>;name=a,b</c>: paths.</summary>
    Matrix,

    /// <summary><c>name=a,b</c>: queries, cookies and forms.</summary>
    Form,

    /// <summary><c>name=a%20b</c>: queries.</summary>
    SpaceDelimited,

    /// <summary><c>name=a%7Cb</c>: queries.</summary>
    PipeDelimited,

    /// <summary><c>name%5Bkey%5D=a</c>: objects in queries.</summary>
    DeepObject,
}
