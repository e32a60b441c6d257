using NonRecoursMatch.Conventions.Extracts;
using NonRecoursMatch.Conventions.Faults;
using NonRecoursMatch.Formats.ColumnFiles;
using NonRecoursMatch.Holder.Validation;
using NonRecoursMatch.Tests.Conventions;
using NonRecoursMatch.Tests.Properties.Territory;

namespace NonRecoursMatch.Tests.Properties;

/// <summary>Invariant I6: a NIR where none may be, health, free text and columns that the agreement does not list are blocking.</summary>
public class I6ForbiddenColumnsBlock
{
    static readonly string[] s_separators = ["", " ", ".", "-"];

    [Fact]
    public void A_NIR_in_an_extract_of_a_landlord_or_CCAS_blocks_it_wherever_it_hides() => ForAnySeed.Check(40, seed =>
    {
        using var territory = new TinyTerritory();
        var random = new System.Random(seed);
        var source = random.Next(2) == 0 ? TinyAgreement.Bailleur : TinyAgreement.Ccas;
        for (var number = 1; number <= 3; number++)
        {
            if (source == TinyAgreement.Bailleur)
                territory[source].Tenant(Resident.Of(number, 1960));
            else
                territory[source].Visitor(Resident.Of(number, 1960));
        }

        var table = territory[source].Persons;
        var column = Pick(random, [.. table.Columns]);
        var nir = Written(Resident.Of(random.Next(1, 9_000), 1950).Nir, Pick(random, s_separators), random.Next(2) == 0);
        // A reference made of NIRs shows in the whole column: one bail or file number may look like one by chance.
        var isReference = column is "bail" or "dossier";
        if (isReference)
            nir = nir.Replace(" ", "", StringComparison.Ordinal);
        foreach (var row in isReference ? table.Rows : table.Rows.Take(1))
            row[column] = isReference || random.Next(2) == 0 ? nir : "X " + nir;
        Refused(territory, source).ShouldContain(AnomalyCodes.NirInterdit, column);
    });

    [Fact]
    public void A_NIR_in_a_column_that_is_not_the_NIRs_blocks_any_extract() => ForAnySeed.Check(20, seed =>
    {
        using var territory = new TinyTerritory();
        var random = new System.Random(seed);
        var resident = Resident.Of(random.Next(1, 9_000), 1950);
        territory[TinyAgreement.Caf].Dossier(resident, "2");
        territory[TinyAgreement.Cpam].Insured(resident);
        territory[TinyAgreement.Carsat].Pensioner(resident);
        var source = TinyAgreement.Sources[random.Next(3)];
        var table = territory[source].Persons;
        var column = Pick(random, [.. table.Columns.Where(name => !name.StartsWith("nir", StringComparison.Ordinal))]);
        table.Rows[0][column] = Written(resident.Nir, Pick(random, s_separators), random.Next(2) == 0).Replace(' ', column == "matricule" ? '0' : ' ');
        if (column == "matricule")
            table.Rows[0][column] = resident.Nir;
        Refused(territory, source).ShouldContain(AnomalyCodes.NirInterdit, column);
    });

    [Fact]
    public void A_NIR_among_the_oppositions_of_a_landlord_or_CCAS_blocks_its_extract() => ForAnySeed.Check(6, seed =>
    {
        using var territory = new TinyTerritory();
        var resident = Resident.Of(1 + seed, 1950);
        territory[TinyAgreement.Bailleur].Tenant(resident);
        territory[TinyAgreement.Ccas].Visitor(resident);
        var source = seed % 2 == 0 ? TinyAgreement.Bailleur : TinyAgreement.Ccas;
        territory[source].Oppose(resident, "toutes", withNir: true);
        Refused(territory, source).ShouldContain(AnomalyCodes.NirInterdit);
    });

    [Fact]
    public void A_column_that_the_agreement_does_not_list_blocks_the_extract() => ForAnySeed.Check(30, seed =>
    {
        using var territory = new TinyTerritory();
        var random = new System.Random(seed);
        Population.Fill(territory, seed, residents: 6);
        var source = territory.Agreement.Sources[random.Next(5)];
        var format = source.Format.Personnes;
        var table = territory[source.Id].Persons;
        var unlisted = format.Fields.Where(field => field.Sensitivity is Sensitivity.Attribut or Sensitivity.Classe)
            .Select(field => field.Name).Except(table.Columns).Concat(["ald", "diagnostic", "medecin", "taux_incapacite", "commentaire", "observations", "nir_conjoint"]).ToArray();
        var column = Pick(random, unlisted);
        table.Columns.Insert(random.Next(table.Columns.Count + 1), column);
        var codes = Refused(territory, source.Id);
        codes.ShouldContain(format.Find(column) is null ? AnomalyCodes.ColonneInconnue : AnomalyCodes.ColonneNonAutorisee, column);
    });

    [Theory]
    [InlineData(", pension_invalidite")]
    [InlineData(", asi")]
    public void An_agreement_cannot_list_a_health_column_without_a_neutral_class_unless_it_cites_a_ground(string column)
    {
        var reading = ConventionFixture.Read(new TinyAgreement { MoreCpam = column }.Text());
        reading.Agreement.ShouldBeNull();
        reading.Faults.ShouldAllBe(fault => fault.Code == FaultCodes.HealthColumn);
    }

    [Fact]
    public void Allowances_and_invalidity_leave_as_neutral_classes_only() => ForAnySeed.Check(10, seed =>
    {
        using var territory = new TinyTerritory();
        var random = new System.Random(seed);
        var caf = territory[TinyAgreement.Caf];
        string[] natures = ["SALAIRE", "CHOMAGE", "IJ_MALADIE", "IJ_MATERNITE", "IJ_AT", "PENSION", "INVALIDITE", "AAH", "TNS"];
        for (var number = 1; number <= 12; number++)
        {
            caf.Dossier(Resident.Of(number, 1980));
            caf.Resources(Resident.Of(number, 1980), Pick(random, natures), "410,00");
        }

        territory.Pseudonymise(TinyAgreement.Caf);
        using var resources = new ColumnFileReader(Path.Combine(territory.PackageOf(TinyAgreement.Caf), "ressources.col"));
        while (resources.Read())
        {
            for (var row = 0; row < resources.Batch.Length; row++)
                resources.Batch["nature"].TextOrNull(row).ShouldBeOneOf("SALAIRE", "CHOMAGE", "PENSION", "AAH", "TNS", "REVENU_ASSIMILE_ACTIVITE", "AUTRE_REVENU");
        }

        Traces.Of(["IJ_", "MALADIE", "MATERNITE", "INVALID"], territory.PackageOf(TinyAgreement.Caf)).ShouldBeEmpty();
    });

    /// <summary>The codes of a refusal; nothing of the extract may have left.</summary>
    static List<AnomalyCode> Refused(TinyTerritory territory, string source)
    {
        var refusal = Should.Throw<ExtractRefusedException>(() => territory.Pseudonymise(source));
        Directory.EnumerateFiles(Directory.CreateDirectory(territory.PackageOf(source)).FullName).ShouldBeEmpty();
        return [.. refusal.Report.Groups.Select(group => group.Code)];
    }

    /// <summary>A NIR as people write it, with or without its key.</summary>
    static string Written(string nir, string separator, bool withKey)
    {
        string[] parts = [nir[..1], nir[1..3], nir[3..5], nir[5..7], nir[7..10], nir[10..13], .. withKey ? new[] { nir[13..] } : []];
        return string.Join(separator, parts);
    }

    static string Pick(System.Random random, string[] values) => values[random.Next(values.Length)];
}
