using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Conventions.Extracts;
using NonRecoursMatch.Conventions.Faults;
using NonRecoursMatch.Conventions.Reading;

namespace NonRecoursMatch.Tests.Conventions;

public class AgreementLoaderTests
{
    [Fact]
    public void The_example_agreement_loads_from_its_file_or_its_folder()
    {
        var agreement = AgreementLoader.Load(ConventionFixture.ExamplePath, ConventionFixture.Library);
        var same = AgreementLoader.Load(Path.GetDirectoryName(ConventionFixture.ExamplePath)!, ConventionFixture.Library);

        same.Path.ShouldBe(agreement.Path);
        agreement.Id.ShouldBe("exemple-roles-separes");
        agreement.Test.ShouldBeTrue();
        agreement.Territory.Name.ShouldBe("CA Redon Agglomération");
        agreement.Perimeter.Communes.Count.ShouldBe(31);
        agreement.SingleProcessor.ShouldBeNull();
        agreement.Sources.Select(source => source.Kind).ShouldBe([SourceKind.Caf, SourceKind.Cpam, SourceKind.Carsat, SourceKind.Msa, SourceKind.Msa, SourceKind.Bailleur, SourceKind.Ccas]);
        agreement.Sources[2].Encoding.ShouldBe("windows-1252");
        agreement.Sources[0].Encoding.ShouldBe("utf-8");
        agreement.Prestations.ShouldBe([Prestation.C2s, Prestation.Aspa]);
        agreement.ContactOrder[Prestation.Aspa].ShouldBe([SourceKind.Carsat, SourceKind.Msa, SourceKind.Ccas, SourceKind.Bailleur]);
        agreement.Retention.ShouldBe(new Retention(12, 24, 36));
        agreement.Calendar.DueDate("carsat-exemple", YearMonth.Of(2026, 10)).ShouldBe(new DateOnly(2026, 11, 15));
        agreement.Calendar.DueDate("caf-exemple", YearMonth.Of(2026, 10)).ShouldBe(new DateOnly(2026, 11, 10));
        agreement.Thresholds.ShouldBe(new Thresholds(0.01, 15, 11, 62, 0.5));
        agreement.Sha256.Length.ShouldBe(64);
    }

    [Fact]
    public void The_columns_that_leave_are_the_union_over_the_benefits()
    {
        var agreement = AgreementLoader.Load(ConventionFixture.ExamplePath, ConventionFixture.Library);
        var format = agreement.Sources[0].Format;

        agreement.ColumnsOf(format, format.Personnes).ShouldBe(
            ["role", "commune_residence", "date_deces", "sorti_le", "situation_familiale", "groupe_nationalite", "date_titre_sejour"]);
        agreement.TablesOf(format).Select(table => table.Name).ShouldBe(["personnes", "ressources", "prestations"]);
        agreement.ColumnsByPrestation[Prestation.C2s][format.Id].Keys.ShouldBe(["personnes", "prestations"]);
    }

    [Fact]
    public void A_missing_agreement_is_a_missing_input()
        => Should.Throw<FileNotFoundException>(() => AgreementLoader.Load(Path.Combine(Path.GetTempPath(), "no-such-folder", "convention.yaml"), ConventionFixture.Library));

    [Fact]
    public void A_faulty_agreement_throws_with_all_its_faults()
    {
        var folder = Directory.CreateTempSubdirectory("nonrecours-");
        File.WriteAllText(Path.Combine(folder.FullName, "convention.yaml"), "convention: vide\n");

        var refused = Should.Throw<AgreementException>(() => AgreementLoader.Load(folder.FullName, ConventionFixture.Library));

        refused.Faults.Count.ShouldBe(9);
        refused.Faults.ShouldAllBe(fault => fault.Code == FaultCodes.MissingKey && fault.Line == 1);
        refused.Faults.Select(fault => fault.Path).ShouldBe(
            ["version", "territoire", "perimetre", "fondement", "traitement", "responsables", "sources", "prestations", "conservation"], ignoreOrder: true);
        folder.Delete(recursive: true);
    }
}
