using NonRecoursMatch.Columns;
using NonRecoursMatch.Holder.IdentityFiles;
using NonRecoursMatch.Keys.Derivation;
using NonRecoursMatch.Operator.Linkage;

namespace NonRecoursMatch.Tests.Linkage;

public class KeyDomainsTests
{
    static readonly CampaignDomain s_domain = new("essai", YearMonth.Of(2026, 10), "243500741");

    static readonly CampaignDomain[] s_others =
    [
        s_domain with { Convention = "autre" },
        s_domain with { Month = YearMonth.Of(2026, 11) },
        s_domain with { Territory = "35238" },
        s_domain with { Purpose = "autre_finalite" },
        s_domain with { Normalisation = "n1" },
    ];

    static readonly Persona[] s_people =
    [
        new("LE GOFF-PERON", "Jean-Paul Marie", "14/02/1986", "M", "35238", "35047", "DUVAL"),
        new("DURAND", "Sophie", "05/06/1971", "F", "29019", "35047"),
        new("NGUYEN", "Thomas", "30/11/1994", "M", "75056", "35238", Nir: "1941175056123"),
    ];

    [Fact]
    public void Tokens_of_two_domains_never_meet()
    {
        var tokens = s_others.Prepend(s_domain).SelectMany(domain =>
        {
            using var campaign = MadeTokens.CampaignOf(domain);
            return s_people.SelectMany((persona, index) => MadeTokens.Of(persona, (ulong)index, campaign).All).ToList();
        });
        tokens.ShouldBeUnique();
    }

    [Fact]
    public void Traits_of_two_domains_are_not_the_same()
    {
        var traits = s_others.Prepend(s_domain).Select(domain =>
        {
            using var campaign = MadeTokens.CampaignOf(domain);
            return Convert.ToHexString(MadeTokens.Of(s_people[0], 1, campaign).Anchors[0].Traits);
        });
        traits.ShouldBeUnique();
    }

    [Fact]
    public void Packages_of_two_domains_have_no_pair_even_to_review()
    {
        foreach (var other in s_others)
            PairsOf(s_domain, other).ShouldBeEmpty($"{other}");
    }

    [Fact]
    public void Packages_of_one_domain_have_every_pair()
        => PairsOf(s_domain, s_domain).Select(pair => (pair.Left, pair.Right)).ShouldBe([(0, 0), (1, 1), (2, 2)]);

    static IReadOnlyList<LinkedPair> PairsOf(CampaignDomain left, CampaignDomain right)
    {
        using var folder = new TemporaryFolder(inMemory: true);
        LinkSource[] sources = [Package(folder, 0, "gauche", left), Package(folder, 1, "droite", right)];
        return new FileLinkage(sources, folder.Path).Run(CancellationToken.None).Pairs.Pairs;
    }

    static LinkSource Package(TemporaryFolder folder, int index, string name, CampaignDomain domain)
    {
        using var campaign = MadeTokens.CampaignOf(domain);
        var file = ComparedFiles.Write(folder[name + ".csv"], ComparedFiles.Rows(name[0], s_people));
        var package = IdentityPackage.Write(file, [(byte)index], campaign, MadeTokens.Library, folder[name], CancellationToken.None);
        return new LinkSource(index, name, folder[name], package.Ids.Count, package.Concentration);
    }
}
