using System.Security.Cryptography;
using System.Text;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Packages;
using NonRecoursMatch.Formats.ColumnFiles;
using NonRecoursMatch.Keys.Derivation;
using NonRecoursMatch.Keys.Files;
using NonRecoursMatch.Operator;
using NonRecoursMatch.Tests.Properties.Territory;

namespace NonRecoursMatch.Tests.Properties;

/// <summary>Invariant I7: tokens of two agreements, campaigns, purposes, territories, normalisation versions or kinds can never be joined.</summary>
public class I7DomainsNeverJoin
{
    [Fact]
    public void Tokens_of_two_domains_or_kinds_never_coincide() => ForAnySeed.Check(200, seed =>
    {
        var random = new System.Random(seed);
        var (one, other) = (Domain(random), Domain(random));
        var canonical = Encoding.UTF8.GetBytes("CANONIQUE|TEXTE|" + seed);
        var (first, second) = (Tokens(one, canonical), Tokens(other, canonical));
        first.ShouldBeUnique("two kinds");
        if (one == other)
            second.ShouldBe(first);
        else
            first.Concat(second).ShouldBeUnique();
    });

    [Fact]
    public void Moving_a_separator_makes_another_domain()
    {
        // Parts are joined with a bar: a bar inside a part must not make two domains meet. Ids and codes hold none, which the agreement's schema checks.
        var month = YearMonth.Of(2026, 10);
        var text = "TEXTE"u8.ToArray();
        var domains = new[]
        {
            new CampaignDomain("a", month, "243500741", "information_droits", "n2"),
            new CampaignDomain("a", month, "243500741n", "information_droits", "2"),
            new CampaignDomain("a2026-10", month, "243500741", "information_droits", "n2"),
            new CampaignDomain("a", month, "", "information_droits243500741", "n2"),
        };
        domains.SelectMany(domain => Tokens(domain, text)).ShouldBeUnique();
        var reading = Tests.Conventions.ConventionFixture.Read(new TinyAgreement { Id = "\"a|2026-10\"" }.Text());
        reading.Agreement.ShouldBeNull();
    }

    [Fact]
    public void Packages_of_two_months_agreements_or_territories_share_no_token() => ForAnySeed.Check(3, seed =>
    {
        var resident = Resident.Of(1 + (seed % 90_000), 1950);
        var variants = new[]
        {
            new TinyTerritory(),
            new TinyTerritory { Month = YearMonth.Of(2026, 9) },
            new TinyTerritory(new TinyAgreement { Id = "autre-convention" }),
            new TinyTerritory(new TinyAgreement { Territory = "Ville de Rennes", Level = "communal" }),
            new TinyTerritory { Root = "autre racine" },
        };
        try
        {
            var tokens = variants.SelectMany(territory =>
            {
                territory[TinyAgreement.Caf].Dossier(resident, "2").ShouldNotBeNull();
                foreach (var row in territory[TinyAgreement.Caf].Persons.Rows)
                    row["commune_residence"] = territory.Terms.Territory.Contains("Rennes", StringComparison.Ordinal) ? "35238" : "35236";
                territory.Pseudonymise(TinyAgreement.Caf);
                return PackageTokens(territory);
            }).ToList();
            tokens.Count.ShouldBe(3 * variants.Length, "a NIR token, a weak one, and the one that stands for a second name");
            tokens.ShouldBeUnique();
        }
        finally
        {
            Array.ForEach(variants, variant => variant.Dispose());
        }
    });

    [Fact]
    public void Handles_of_two_months_sources_bodies_or_kinds_never_coincide() => ForAnySeed.Check(50, seed =>
    {
        var reference = Encoding.UTF8.GetBytes("R" + seed);
        var handles = from body in new[] { TinyAgreement.Caf, TinyAgreement.Cpam }
                      from source in new[] { "famille", "assures" }
                      from month in new[] { YearMonth.Of(2026, 9), YearMonth.Of(2026, 10) }
                      from key in Handles(body, source, month, reference)
                      select key;
        handles.ShouldBeUnique();
    });

    [Fact]
    public void The_operator_refuses_packages_made_with_two_keys_before_reading_them()
    {
        using var territory = new TinyTerritory();
        using var stranger = new TinyTerritory { Root = "autre racine" };
        Population.Fill(territory, 7);
        territory.Run();
        stranger[TinyAgreement.Ccas].Visitor(Resident.Of(1, 1950));
        stranger.Pseudonymise(TinyAgreement.Ccas);
        Directory.Delete(territory.PackageOf(TinyAgreement.Ccas), recursive: true);
        TemporaryFolder.Copy(stranger.PackageOf(TinyAgreement.Ccas), territory.PackageOf(TinyAgreement.Ccas));
        var output = territory.Output + "-2";
        Should.Throw<OperatorException>(() => territory.Match(output)).Refusal.ShouldBe(Refusal.WrongKey);
        Directory.Exists(output).ShouldBeFalse();
    }

    /// <summary>The handle of a person and the id of a group that have the same reference.</summary>
    static Key128[] Handles(string body, string source, YearMonth month, byte[] reference)
    {
        using var secret = TinyTerritory.SecretOf(body);
        using var handles = secret.Handles(source, month);
        return [handles.Person(reference), handles.Group(reference)];
    }

    static CampaignDomain Domain(System.Random random) => new(
        Pick(random, "redon", "redon-2", "rennes"), YearMonth.Of(2026, random.Next(1, 4)), Pick(random, "243500741", "35238", ""),
        Pick(random, "information_droits", "evaluation"), Pick(random, "n2", "n3"));

    static List<Key128> Tokens(CampaignDomain domain, byte[] canonical)
    {
        using var root = new RootKey(SHA256.HashData("racine"u8), test: true);
        using var campaign = CampaignKey.Derive(root, domain);
        return [.. PseudonymProfile.Kinds.Select(kind =>
        {
            using var tokeniser = campaign.Tokeniser(kind);
            return tokeniser.Token(canonical);
        })];
    }

    static List<Key128> PackageTokens(TinyTerritory territory)
    {
        using var persons = new ColumnFileReader(Path.Combine(territory.PackageOf(TinyAgreement.Caf), PackageTables.PersonnesFile));
        using var weak = new ColumnFileReader(Path.Combine(territory.PackageOf(TinyAgreement.Caf), PackageTables.JetonsFile));
        persons.Read().ShouldBeTrue();
        weak.Read().ShouldBeTrue();
        return [.. persons.Batch[PackageTables.JetonNir].Keys, .. weak.Batch[PackageTables.Jeton].Keys];
    }

    static string Pick(System.Random random, params string[] values) => values[random.Next(values.Length)];
}
