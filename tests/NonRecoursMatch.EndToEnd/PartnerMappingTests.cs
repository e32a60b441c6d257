using System.IO.Compression;

namespace NonRecoursMatch.EndToEnd;

/// <summary>A landlord sends its own export, mapped in the agreement: drafted from it, checked, run, and reopened by the landlord.</summary>
[Collection(SharedTerritory.Name)]
public class PartnerMappingTests(GeneratedTerritory territory)
{
    const string Source = "bailleur-social-1";
    const string File = "EXPORT_LOCATAIRES.csv";

    static readonly string[] s_dates = ["date_naissance", "date_deces", "sorti_le"];
    static readonly string[] s_amounts = ["loyer", "aide_logement"];

    /// <summary>Names that are not those of the format, for every column.</summary>
    static readonly Dictionary<string, string> s_names = new()
    {
        ["bail"] = "N° contrat",
        ["rang"] = "Ordre",
        ["role"] = "Qualité",
        ["nom"] = "Nom usuel",
        ["nom_naissance"] = "Nom de jeune fille",
        ["prenom"] = "Prénom",
        ["date_naissance"] = "DDN",
        ["sexe"] = "Civilité",
        ["commune"] = "Code INSEE",
        ["loyer"] = "Loyer HC",
        ["aide_logement"] = "APL",
        ["date_deces"] = "Décès",
        ["sorti_le"] = "Date sortie",
        ["adresse_protegee"] = "Protégé",
        ["contact_mandataire"] = "Tutelle",
    };

    [Fact]
    public void Its_own_export_gives_the_same_lists_and_the_same_people_to_contact()
    {
        using var bench = new Workbench(territory);
        var csv = bench.Extract(Source, "occupants.csv");
        var rows = CsvRows.Read(csv);
        WriteExport(bench.Extract(Source, File), rows);
        System.IO.File.Delete(csv);

        var draft = NonRecours.Ok("validate", bench.Extract(Source, File), "--convention", bench.Folder, "--source", Source, "--suggest-mapping");
        IdentityValues.In(draft.Output + draft.Error, bench.Identities).ShouldBeEmpty();
        var yaml = string.Concat(draft.Output.Split('\n').Where(line => !line.TrimStart().StartsWith('#')).Select(line => "    " + line.TrimEnd() + "\n"))
            + "          codes:\n            sexe: { \"M.\": M, Mme: F }\n";
        var folder = $"    dossier: extraits/{Source}\n";
        Workbench.Replace(Path.Combine(bench.Folder, "convention.yaml"), folder, folder + yaml);
        NonRecours.Ok("convention", "check", bench.Folder);
        NonRecours.Ok("convention", "show", bench.Folder).Output.ShouldContain("nom_naissance ← Nom de jeune fille");
        NonRecours.Ok("validate", bench.Extract(Source, ""), "--convention", bench.Folder, "--source", Source).Output.ShouldContain(File);

        var answer = bench.Run();
        answer.ExitCode.ShouldBe(0, answer.Error);
        foreach (var list in Directory.GetFiles(Path.Combine(territory.Output, "lists"), "liste.csv", SearchOption.AllDirectories))
            SameBytes.ExpectFile(list, Path.Combine(bench.Output, Path.GetRelativePath(territory.Output, list)));
        Workbook(bench.Folder, bench.Output, bench["sien.xlsx"], "--convention", bench.Folder).ShouldBe(Workbook(territory.Folder, territory.Output, bench["format.xlsx"]));
    }

    [Fact]
    public void Without_the_agreement_the_landlord_is_told_that_its_extract_is_not_found()
    {
        using var bench = new Workbench(territory);
        System.IO.File.Move(bench.Extract(Source, "occupants.csv"), bench.Extract(Source, File));
        bench.ShouldRefuse(Resolve(bench.Folder, territory.Output, bench["x.xlsx"]), 66, "occupants.csv");
    }

    static void WriteExport(string path, IReadOnlyList<string[]> rows)
    {
        var columns = rows[0];
        var text = string.Join(',', columns.Select(name => s_names[name])) + "\n";
        foreach (var row in rows.Skip(1))
            text += string.Join(',', row.Zip(columns, (cell, name) => Written(cell, name))) + "\n";
        System.IO.File.WriteAllText(path, text);
    }

    static string Written(string cell, string column) => column switch
    {
        "sexe" => cell switch { "M" => "M.", "F" => "Mme", _ => cell },
        _ when s_dates.Contains(column) && cell.Length == 10 => $"{cell[6..]}-{cell[3..5]}-{cell[..2]}",
        _ when s_amounts.Contains(column) => cell.Replace(',', '.'),
        _ => cell,
    };

    static string Workbook(string folder, string output, string path, params string[] more)
    {
        var answer = Resolve(folder, output, path, more);
        answer.ExitCode.ShouldBe(0, answer.Error);
        using var archive = ZipFile.OpenRead(path);
        using var reader = new StreamReader(archive.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        return reader.ReadToEnd();
    }

    static Answer Resolve(string folder, string output, string path, params string[] more) => NonRecours.Run(
    [
        "resolve", Path.Combine(output, "lists", Source), "--with", Path.Combine(folder, "extraits", Source), "--handles", Path.Combine(output, "holders", Source, "poignees.bin"),
        "--secret", "file:" + Path.Combine(folder, "cles", $"secret-{Source}.json"), "--out", path, .. more,
    ]);
}
