using System.Globalization;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Packages;
using NonRecoursMatch.Formats.ColumnFiles;
using NonRecoursMatch.Holder.Reports;
using NonRecoursMatch.Holder.Validation;
using NonRecoursMatch.Tests.Properties.Territory;

namespace NonRecoursMatch.Tests.Properties;

/// <summary>Invariant I1: no identity value leaves the holder's step.</summary>
public class I1IdentitiesStayWithTheHolder
{
    [Fact]
    public void No_name_NIR_date_or_reference_of_an_extract_is_in_a_package_a_list_or_a_report() => ForAnySeed.Check(6, seed =>
    {
        using var territory = new TinyTerritory();
        var known = Population.Fill(territory, seed);
        Plant(territory, known[0].Resident);
        territory[TinyAgreement.Caf].Oppose(known[0].Resident, "toutes", withNir: true);
        var outcome = territory.Run();

        var traces = known.SelectMany(one => one.Resident.Traces().Concat(one.References.Values)).ToList();
        Traces.Of(traces, territory.Packages).ShouldBeEmpty();
        Traces.Of(traces, outcome.Folder).ShouldBeEmpty();
        // What stays with the holder is encrypted.
        Traces.Of(traces, territory.Holders).ShouldBeEmpty();
    });

    [Fact]
    public void A_package_has_the_listed_columns_only_and_of_a_birth_date_the_month() => ForAnySeed.Check(4, seed =>
    {
        using var territory = new TinyTerritory();
        var days = Population.Fill(territory, seed).Select(known => known.Resident.Birth.DayNumber).ToHashSet();
        territory.Run();
        foreach (var source in territory.Agreement.Sources)
        {
            foreach (var table in source.Format.Tables)
            {
                var listed = territory.Agreement.ColumnsOf(source.Format, table);
                var file = table == source.Format.Personnes ? PackageTables.PersonnesFile : PackageTables.FileOf(table.Name);
                if (listed.Count == 0)
                    continue;
                using var reader = new ColumnFileReader(Path.Combine(territory.PackageOf(source.Id), file));
                reader.Batch.Schema.Fields.Select(field => field.Name)
                    .Except([PackageTables.Groupe, PackageTables.Poignee, PackageTables.JetonNir, PackageTables.NaissanceMois]).Except(listed).ShouldBeEmpty();
                while (reader.Read())
                {
                    foreach (var column in reader.Batch.Columns.Where(column => column.Field.Kind == ColumnKind.Int32))
                        column.Int32.ToArray().ShouldNotContain(value => days.Contains(value), column.Field.Name);
                }
            }
        }
    });

    [Fact]
    public void What_is_said_of_a_faulty_extract_names_nobody() => ForAnySeed.Check(24, seed =>
    {
        using var territory = new TinyTerritory();
        var known = Population.Fill(territory, seed);
        var source = Break(territory, seed, known[0].Resident);
        var traces = known.SelectMany(one => one.Resident.Traces().Concat(one.References.Values.Where(reference => reference.Length > 4))).ToList();

        var refusal = Should.Throw<ExtractRefusedException>(() => territory.Pseudonymise(source));
        foreach (var said in Said(territory, refusal))
            traces.Where(trace => said.Contains(trace, StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty();
        Traces.Of(traces, territory.Holders).ShouldBeEmpty();
        Traces.Of(traces, territory.Packages).ShouldBeEmpty();
        Directory.EnumerateFiles(Directory.CreateDirectory(territory.Packages).FullName, "*", SearchOption.AllDirectories).ShouldBeEmpty();
    });

    /// <summary>Everything that a person could read about the refusal.</summary>
    static List<string> Said(TinyTerritory territory, ExtractRefusedException refusal)
    {
        var folder = Path.Combine(territory.Holders, "bilan");
        var said = new List<string> { refusal.ToString(), refusal.Report.ToString() };
        foreach (var language in new[] { "fr", "en" })
        {
            var culture = CultureInfo.GetCultureInfo(language);
            ReportFiles.Write(folder, refusal.Report, culture);
            said.Add(TextReport.Render(refusal.Report, culture));
            said.AddRange(Directory.EnumerateFiles(folder).Select(File.ReadAllText));
        }

        return said;
    }

    /// <summary>Identities in every column that may hold one.</summary>
    static void Plant(TinyTerritory territory, Resident canary)
    {
        foreach (var row in territory[TinyAgreement.Caf].Persons.Rows.Concat(territory[TinyAgreement.Carsat].Persons.Rows))
            row["prenom2"] = canary.GivenName;
        foreach (var row in territory[TinyAgreement.Cpam].Persons.Rows)
            (row["nir_ouvrant_droit"], row["foyer_c2s"]) = (canary.Nir, "CANARI" + canary.Nir[^4..]);
        foreach (var row in territory[TinyAgreement.Bailleur].Persons.Rows)
            row["nom_naissance"] = canary.BirthName;
    }

    /// <summary>One of the ways in which an extract arrives wrong, with persons where the fault is.</summary>
    static string Break(TinyTerritory territory, int seed, Resident planted)
    {
        var source = new[] { TinyAgreement.Caf, TinyAgreement.Cpam, TinyAgreement.Carsat, TinyAgreement.Bailleur }[seed % 4];
        var table = territory[source].Persons;
        // Enough wrong rows to be over the threshold, whatever the draw.
        var template = new Dictionary<string, string>(table.Rows.FirstOrDefault() ?? []);
        switch (seed / 4 % 6)
        {
            case 0:
                table.Rows.ForEach(row => row["date_naissance"] = "31/02/" + row["date_naissance"][^4..]);
                break;
            case 1:
                table.Rows.ForEach(row => row[row.ContainsKey("nom_naissance") ? "nom_naissance" : "nom"] += " " + planted.Nir);
                break;
            case 2:
                // Line 1 is a person: the column names were left out.
                var first = table.Columns.Select(column => template.GetValueOrDefault(column, column)).ToList();
                table.Columns.Clear();
                table.Columns.AddRange(first);
                break;
            case 3:
                table.Columns.Add(template.Values.FirstOrDefault(value => value.StartsWith("Qx", StringComparison.Ordinal)) ?? "commentaire");
                break;
            case 4:
                table.Rows.ForEach(row => row["sexe"] = row.GetValueOrDefault("prenom1") ?? row["prenom"]);
                break;
            default:
                table.Rows.ForEach(row => row["date_deces"] = row.GetValueOrDefault("nir") ?? row["nom"]);
                break;
        }

        // A table with no row cannot be wrong in its rows.
        if (table.Rows.Count == 0)
            table.Columns.Add("commentaire");
        return source;
    }
}
