using NonRecoursMatch.Conventions.Faults;

namespace NonRecoursMatch.Tests.Conventions;

public class MappingRulesTests
{
    const string Folder = "dossier: extraits/ccas-exemple\n";

    const string Mapping = """
            correspondance:
              dates: AAAAMMJJ
              tables:
                personnes:
                  fichier: USAGERS.txt
                  colonnes:
                    dossier: NUM
                    nom: NOM
                    nom_naissance: NAIS
                    prenom: PRE
                    date_naissance: DDN
                    commune: INSEE
                    domicilie: DOM
                    date_deces: DEC
                    sorti_le: SOR
                    adresse_protegee: PROT
                    contact_mandataire: TUT
                  codes:
                    domicilie: { "1": O, "2": N }
                  largeur_fixe:
                    detail: "10"
                    fin: "99"
                    lignes: [3, 6]
                    colonnes:
                      NUM: [3, 10]
                      NOM: [13, 30]
                      NAIS: [43, 30]
                      PRE: [73, 30]
                      DDN: [103, 8]
                      INSEE: [111, 5]
                      DOM: [116, 1]
                      DEC: [117, 8]
                      SOR: [125, 8]
                      PROT: [133, 1]
                      TUT: [134, 1]

        """;

    /// <summary>Each row changes one text of a valid mapping; the only fault must be this one, on the line of the last text.</summary>
    public static TheoryData<string, string, string, string> OneChange { get; } = new()
    {
        { FaultCodes.UnknownKey, "fichier: USAGERS.txt", "fichiers: USAGERS.txt", "fichiers:" },
        { FaultCodes.WrongForm, "dates: AAAAMMJJ", "dates: AAAA-JJ", "dates:" },
        { FaultCodes.WrongForm, "fichier: USAGERS.txt", "fichier: ../USAGERS.txt", "fichier:" },
        { FaultCodes.WrongForm, "fichier: USAGERS.txt", "fichier: LES USAGERS.txt", "fichier:" },
        { FaultCodes.UnknownTable, "personnes:\n          fichier", "usagers:\n          fichier", "usagers:" },
        { FaultCodes.MappingField, "nom_naissance: NAIS", "nom_de_naissance: NAIS", "nom_de_naissance" },
        { FaultCodes.MappingColumnTwice, "nom_naissance: NAIS", "nom_naissance: NOM", "nom_naissance: NOM" },
        { FaultCodes.MappingColumnMissing, "            commune: INSEE\n", "", "colonnes:\n            dossier" },
        { FaultCodes.MappingUnnamed, "              TUT: [134, 1]", "              TUT: [134, 1]\n              LIBRE: [140, 1]", "LIBRE" },
        { FaultCodes.MappingWithoutCodes, "domicilie: { \"1\": O, \"2\": N }", "nom: { \"1\": O }", "nom: {" },
        { FaultCodes.MappingCode, "\"2\": N }", "\"2\": NON }", "NON" },
        { FaultCodes.MappingWidthMissing, "              TUT: [134, 1]\n", "", "colonnes:\n              NUM" },
        { FaultCodes.MappingOverlap, "NOM: [13, 30]", "NOM: [12, 30]", "NOM: [12" },
        { FaultCodes.MappingOverlap, "NUM: [3, 10]", "NUM: [2, 10]", "NUM: [2" },
        { FaultCodes.MappingFile, "fichier: USAGERS.txt", "fichier: extrait.json", "fichier:" },
        { FaultCodes.MappingFile, "fichier: USAGERS.txt", "fichier: USAGERS.parquet", "fichier:" },
        { FaultCodes.MissingKey, "            fin: \"99\"\n", "", "lignes:" },
    };

    [Fact]
    public void A_valid_mapping_is_read()
    {
        var source = ConventionFixture.Read(Text(Mapping)).Agreement.ShouldNotBeNull().Sources.Single(source => source.Id == "ccas-exemple");
        source.Mapping!.Dates.ShouldBe("AAAAMMJJ");
        source.Mapping.Tables["personnes"].Widths!.Fields.Count.ShouldBe(11);
        source.Mapping.Tables["personnes"].Codes["domicilie"]["2"].ShouldBe("N");
    }

    [Theory]
    [MemberData(nameof(OneChange))]
    public void A_fault_is_told_with_its_line(string code, string before, string after, string at)
    {
        // Without places, so that a column that is no longer named is no second fault.
        var mapping = code is FaultCodes.MappingField or FaultCodes.MappingColumnTwice or FaultCodes.MappingColumnMissing ? Mapping[..Mapping.IndexOf("          largeur_fixe", StringComparison.Ordinal)] : Mapping;
        mapping.ShouldContain(before);
        var text = Text(mapping.Replace(before, after, StringComparison.Ordinal));
        var fault = ConventionFixture.OnlyFault(text);
        fault.Code.ShouldBe(code);
        fault.Line.ShouldBe(ConventionFixture.LineOf(text, at));
    }

    [Fact]
    public void The_digest_of_the_agreement_covers_the_mapping()
        => ConventionFixture.Read(Text(Mapping)).Agreement!.Sha256.ShouldNotBe(ConventionFixture.Read(Text(Mapping.Replace("AAAAMMJJ", "JJMMAAAA", StringComparison.Ordinal))).Agreement!.Sha256);

    static string Text(string mapping) => ConventionFixture.With(Folder, Folder + mapping);
}
