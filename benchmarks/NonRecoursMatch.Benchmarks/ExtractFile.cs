using System.Globalization;
using System.Text;

namespace NonRecoursMatch.Benchmarks;

/// <summary>
/// Writes <c>personnes.csv</c> of <c>caf/allocataires@1</c> with its <c>extrait.json</c>, of any size and always the same: every row a person of its
/// own with a NIR that agrees with the rest of the row, or every row with four errors (code, date, amount, NIR key).
/// </summary>
static class ExtractFile
{
    const string Header = "matricule;rang;role;nir;nom_naissance;nom_usage;prenom1;prenom2;prenom3;date_naissance;type_date_naissance;rang_naissance;sexe;commune_naissance;commune_residence;"
        + "situation_familiale;date_situation;garde_alternee;mutation_vers;date_mutation;groupe_nationalite;date_titre_sejour;etudiant;apprenti;type_occupation;loyer;date_deces;sorti_le;adresse_protegee;contact_mandataire\n";

    const int Orders = 999;
    const int Years = 50;
    const int FirstYear = 1950;

    static readonly string[] s_names = ["BRUNO", "TERRAL", "LEMOINE", "GUÉRIN", "PERROT", "ROLLAND", "KERVELLA", "HAMON", "DA SILVA", "TANGUY", "MOREL", "BENALI", "CHEVALIER", "OLLIVIER", "NGUYEN", "JOUBERT"];
    static readonly string[] s_given = ["MARINE", "NATHAN", "CAMILLE", "YANN", "ANNE-LAURE", "KARIM", "ÉLODIE", "GWENAËL", "LUCIE", "THOMAS", "AÏCHA", "ERWAN", "CLAIRE"];
    static readonly string[] s_communes = ["35236", "35238", "35288", "35047", "44109", "44184", "56260", "56121", "29019", "22278"];
    static readonly string[] s_situations = ["CEL", "MAR", "PAC", "ISO", "DIV", "VEU"];
    static readonly string[] s_housing = ["LOC", "PRO", "ACC", "HGP"];

    /// <summary>Writes <paramref name="rows"/> rows (at most 10 million have a NIR of their own) into a folder.</summary>
    public static void Write(string folder, int rows, bool valid, string convention)
    {
        Directory.CreateDirectory(folder);
        using (var text = new StreamWriter(Path.Combine(folder, "personnes.csv"), append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 20))
        {
            text.Write(Header);
            for (var i = 0; i < rows; i++)
                Row(text, i, valid);
        }

        File.WriteAllText(Path.Combine(folder, "extrait.json"), string.Create(CultureInfo.InvariantCulture, $$"""
            {
              "format": "caf/allocataires@1", "organisme": "caf-35", "convention": "{{convention}}", "mois": "2026-10", "date_donnees": "2026-11-02", "millesime_cog": 2026,
              "tables": { "personnes": { "lignes": {{rows}}, "total_controle": null } }, "producteur": "benchmark", "programme": "benchmarks/validate", "exhaustif_pour": ["RSA"]
            }
            """));
    }

    static void Row(StreamWriter text, int i, bool valid)
    {
        var (order, rest) = (1 + (i % Orders), i / Orders);
        var (commune, month, year, woman) = (s_communes[rest % 10], 1 + (rest / 10 % 12), FirstYear + (rest / 120 % Years), rest / (120 * Years) % 2 == 0);
        var number = (((woman ? 2L : 1L) * 100 + (year % 100)) * 100 + month) * 100_000_000 + (int.Parse(commune, CultureInfo.InvariantCulture) * 1000L) + order;
        var key = 97 - (number % 97);
        var day = 1 + (i % 28);
        var rent = 200 + (i % 60_000 / 100m);
        text.Write(string.Create(CultureInfo.InvariantCulture, $"{i / 3:D9};{1 + (i % 3)};{(valid ? "DEM" : "PAPA")};{number}{(valid ? key : 98 - key):D2};{s_names[i % 16]};{(i % 4 == 0 ? s_names[i / 16 % 16] : "")};{s_given[i % 13]};;;"));
        text.Write(string.Create(CultureInfo.InvariantCulture, $"{(valid ? day : 32):D2}/{month:D2}/{year};N;1;{(woman ? 'F' : 'M')};{commune};35236;{s_situations[i % 6]};{day:D2}/0{1 + (i % 9)}/2019;;;;F;;N;N;{s_housing[i % 4]};"));
        text.Write((valid ? rent.ToString("0.00", CultureInfo.InvariantCulture).Replace('.', ',') : rent.ToString("0.00", CultureInfo.InvariantCulture)) + ";;;N;N\n");
    }
}
