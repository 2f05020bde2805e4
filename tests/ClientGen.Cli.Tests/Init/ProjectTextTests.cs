using ClientGen.Cli.Init;

namespace ClientGen.Cli.Tests.Init;

public sealed class ProjectTextTests
{
    [Theory]
    // Behind others of its kind, with their indentation.
    [InlineData(
        "<Project>\n\t<ItemGroup>\n\t\t<PackageReference Include=\"A\" />\n\t\t<!-- last -->\n\t</ItemGroup>\n</Project>\n",
        "<Project>\n\t<ItemGroup>\n\t\t<PackageReference Include=\"A\" />\n\t\t<!-- last -->\n\t\t+\n\t</ItemGroup>\n</Project>\n")]
    [InlineData(
        "<Project>\r\n    <ItemGroup>\r\n        <PackageReference Include=\"A\">\r\n        </PackageReference>\r\n    </ItemGroup>\r\n</Project>",
        "<Project>\r\n    <ItemGroup>\r\n        <PackageReference Include=\"A\">\r\n        </PackageReference>\r\n        +\r\n    </ItemGroup>\r\n</Project>")]
    // In the last of several groups, and in none that counts only sometimes.
    [InlineData(
        "<Project>\n  <ItemGroup>\n    <PackageReference Include=\"A\" />\n  </ItemGroup>\n  <ItemGroup>\n    <PackageReference Include=\"B\" />\n  </ItemGroup>\n</Project>\n",
        "<Project>\n  <ItemGroup>\n    <PackageReference Include=\"A\" />\n  </ItemGroup>\n  <ItemGroup>\n    <PackageReference Include=\"B\" />\n    +\n  </ItemGroup>\n</Project>\n")]
    [InlineData(
        "<Project>\n  <ItemGroup Condition=\"'$(A)' == ''\">\n    <PackageReference Include=\"A\" />\n  </ItemGroup>\n</Project>\n",
        "<Project>\n  <ItemGroup Condition=\"'$(A)' == ''\">\n    <PackageReference Include=\"A\" />\n  </ItemGroup>\n  <ItemGroup>\n    +\n  </ItemGroup>\n</Project>\n")]
    // A group inside a target is no group of the project.
    [InlineData(
        "<Project>\n  <Target Name=\"T\">\n    <ItemGroup>\n      <PackageReference Include=\"A\" />\n    </ItemGroup>\n  </Target>\n</Project>\n",
        "<Project>\n  <Target Name=\"T\">\n    <ItemGroup>\n      <PackageReference Include=\"A\" />\n    </ItemGroup>\n  </Target>\n  <ItemGroup>\n    +\n  </ItemGroup>\n</Project>\n")]
    // A new group at the end; a free line stays free.
    [InlineData("<Project Sdk=\"S\">\n\n  <PropertyGroup />\n\n</Project>\n", "<Project Sdk=\"S\">\n\n  <PropertyGroup />\n\n  <ItemGroup>\n    +\n  </ItemGroup>\n\n</Project>\n")]
    [InlineData("<Project Sdk=\"S\">\n</Project>", "<Project Sdk=\"S\">\n  <ItemGroup>\n    +\n  </ItemGroup>\n</Project>")]
    [InlineData("<Project Sdk=\"S\" />\n", "<Project Sdk=\"S\">\n  <ItemGroup>\n    +\n  </ItemGroup>\n</Project>\n")]
    [InlineData("<Project Sdk=\"S\"></Project>", "<Project Sdk=\"S\"><ItemGroup>+</ItemGroup></Project>")]
    [InlineData("<Project><ItemGroup><PackageReference Include=\"A\" /></ItemGroup></Project>", "<Project><ItemGroup><PackageReference Include=\"A\" />+</ItemGroup></Project>")]
    [InlineData("\uFEFF<Project>\n</Project>", "\uFEFF<Project>\n  <ItemGroup>\n    +\n  </ItemGroup>\n</Project>")]
    [InlineData(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<Project xmlns=\"http://schemas.microsoft.com/developer/msbuild/2003\">\n  <ItemGroup>\n    <PackageReference Include=\"A\" />\n  </ItemGroup>\n</Project>\n",
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<Project xmlns=\"http://schemas.microsoft.com/developer/msbuild/2003\">\n  <ItemGroup>\n    <PackageReference Include=\"A\" />\n    +\n  </ItemGroup>\n</Project>\n")]
    public void An_item_is_added_and_every_other_character_stays(string before, string after)
    {
        var project = ProjectText.Of("Shop.csproj", before);
        project.Add(("PackageReference", [("Include", "ClientGen")]));
        Assert.Equal(after.Replace("+", "<PackageReference Include=\"ClientGen\" />"), project.Text);
        Assert.Contains("<PackageReference Include=\"ClientGen\" />", project.Added.Select(static line => line.Trim()));
        // What was written can be read again, and takes the next item to the same place.
        var again = ProjectText.Of("Shop.csproj", project.Text);
        again.Add(("PackageReference", [("Include", "Other")]));
        Assert.Matches("(?s)Include=\"ClientGen\".*Include=\"Other\"", again.Text);
    }

    [Fact]
    public void Two_kinds_without_a_home_share_a_new_group()
    {
        var project = ProjectText.Of("Shop.csproj", "<Project>\n</Project>\n");
        project.Add(("PackageReference", [("Include", "A")]), ("ClientGenSpec", [("Include", "a&b<c>\".yaml")]));
        Assert.Equal(
            "<Project>\n  <ItemGroup>\n    <PackageReference Include=\"A\" />\n    <ClientGenSpec Include=\"a&amp;b&lt;c&gt;&quot;.yaml\" />\n  </ItemGroup>\n</Project>\n",
            project.Text);
    }

    [Theory]
    [InlineData("<Project>", "Shop.csproj(1,10): ")]
    [InlineData("", "Shop.csproj: ")]
    [InlineData("<Rules />", "Shop.csproj is no MSBuild file: it begins with <Rules>.")]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"&b;\">]><Project />", "Shop.csproj: ")]
    public void What_is_no_project_is_said(string text, string message) =>
        Assert.StartsWith(message, Assert.Throws<WrongInputException>(() => ProjectText.Of("Shop.csproj", text)).Message);
}
