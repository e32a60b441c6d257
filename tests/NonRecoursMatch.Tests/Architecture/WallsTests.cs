using System.Reflection;
using System.Xml.Linq;

namespace NonRecoursMatch.Tests.Architecture;

/// <summary>The trust model is the layout: who may see what is the list of project references, and nothing else.</summary>
public class WallsTests
{
    static readonly Dictionary<string, string[]> s_arrows = new()
    {
        ["Columns"] = [],
        ["Formats"] = ["Columns"],
        ["Conventions"] = ["Columns", "Formats"],
        ["Keys"] = ["Columns"],
        ["Trust"] = [],
        ["Rights"] = ["Columns"],
        ["Holder"] = ["Columns", "Formats", "Conventions", "Trust", "Keys"],
        ["Operator"] = ["Columns", "Formats", "Conventions", "Trust", "Rights"],
        ["Recipient"] = ["Columns", "Holder", "Formats", "Conventions", "Trust", "Keys"],
        ["Synthetic"] = ["Columns", "Formats", "Conventions", "Rights"],
        ["Cli"] = ["Columns", "Formats", "Conventions", "Keys", "Trust", "Rights", "Holder", "Operator", "Recipient", "Synthetic"],
    };

    public static TheoryData<string> Projects => [.. s_arrows.Keys];

    [Fact]
    public void Every_project_of_src_is_in_the_list_of_arrows()
        => Directory.GetDirectories(Repository.Path("src")).Select(Short).Order().ShouldBe(s_arrows.Keys.Order());

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_file_draws_only_the_arrows_of_the_architecture(string project)
    {
        var file = Repository.Path("src", "NonRecoursMatch." + project, $"NonRecoursMatch.{project}.csproj");
        var drawn = XDocument.Load(file).Descendants("ProjectReference").Select(reference => Short(Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value)));
        drawn.Except(s_arrows[project]).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_built_assembly_uses_only_the_arrows_of_the_architecture(string project)
    {
        var used = Load(project).GetReferencedAssemblies().Select(name => name.Name!).Where(name => name.StartsWith("NonRecoursMatch.", StringComparison.Ordinal)).Select(Short);
        used.Except(s_arrows[project]).ShouldBeEmpty();
    }

    [Fact]
    public void The_operator_cannot_reach_identities_or_keys_even_through_others()
    {
        var reached = new HashSet<string>();
        var pending = new Queue<string>(["Operator"]);
        while (pending.TryDequeue(out var project))
        {
            foreach (var next in s_arrows[project].Where(reached.Add))
                pending.Enqueue(next);
        }

        reached.ShouldNotContain("Holder");
        reached.ShouldNotContain("Keys");
        reached.ShouldNotContain("Recipient");
        reached.ShouldNotContain("Synthetic");
    }

    [Fact]
    public void Types_that_carry_an_identity_exist_only_where_identities_may_be_seen()
    {
        string[] suspicious = ["Nir", "Identity", "Identite", "BirthDate", "Surname", "GivenName", "Patronyme", "Prenom"];
        string[] allowed = ["Holder", "Recipient", "Synthetic"];
        var found = s_arrows.Keys.Except(allowed).SelectMany(project => Load(project).GetTypes())
            .Where(type => type.Namespace?.StartsWith("NonRecoursMatch", StringComparison.Ordinal) == true && suspicious.Any(word => type.Name.StartsWith(word, StringComparison.Ordinal)))
            .Select(type => type.FullName);
        found.ShouldBeEmpty();
    }

    static Assembly Load(string project) => Assembly.Load(project == "Cli" ? "nonrecours" : "NonRecoursMatch." + project);

    static string Short(string name) => Path.GetFileName(name).Replace("NonRecoursMatch.", "", StringComparison.Ordinal);
}
