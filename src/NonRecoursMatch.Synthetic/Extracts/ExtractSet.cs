using NonRecoursMatch.Conventions;
using NonRecoursMatch.Conventions.Extracts;
using NonRecoursMatch.Synthetic.Noise;
using NonRecoursMatch.Synthetic.Records;
using NonRecoursMatch.Synthetic.Sources;

namespace NonRecoursMatch.Synthetic.Extracts;

/// <summary>The extract files of all sources, open at once, fed household by household.</summary>
internal sealed class ExtractSet : IDisposable
{
    static readonly string[] _oppositionColumns = ["reference", "nir", "nom_naissance", "nom_usage", "prenom1", "date_naissance", "portee", "date", "canal"];
    readonly Dictionary<(int Source, string Table), ExtractFile> _files = [];
    readonly ExtractFile[] _persons;
    readonly ExtractFile[] _oppositions;
    readonly SourcePlan _plan;
    readonly string _folder;
    readonly NoiseModel _noise;

    /// <summary>Starts the files under <c>extraits/</c> of a folder.</summary>
    public ExtractSet(string folder, SourcePlan plan, ConventionLibrary library, NoiseModel noise)
    {
        (_folder, _plan, _noise) = (folder, plan, noise);
        _persons = new ExtractFile[plan.All.Count];
        _oppositions = new ExtractFile[plan.All.Count];
        foreach (var source in plan.All)
        {
            var format = library.Formats[source.Format];
            foreach (var table in ExtractColumns.Tables(format))
            {
                var file = new ExtractFile(PathOf(source, table.Name), ExtractColumns.Header(format, table));
                _files[(source.Index, table.Name)] = file;
                if (table.Role == TableRole.Personnes)
                    _persons[source.Index] = file;
            }

            _oppositions[source.Index] = new ExtractFile(PathOf(source, "oppositions"), _oppositionColumns);
        }
    }

    /// <summary>Rows and control totals of the tables of a source, oppositions left out, in name order.</summary>
    public IEnumerable<(string Table, long Rows, long? TotalCents)> TablesOf(PlannedSource source)
        => _files.Where(file => file.Key.Source == source.Index)
            .OrderBy(file => file.Key.Table, StringComparer.Ordinal)
            .Select(file => (file.Key.Table, file.Value.Rows, file.Key.Table is "ressources" or "prestations" or "indemnites" ? file.Value.TotalCents : (long?)null));

    /// <summary>Rows of every file, by <c>source/table</c>, in name order.</summary>
    public IReadOnlyDictionary<string, long> Rows => new SortedDictionary<string, long>(
        _plan.All.SelectMany(source => TablesOf(source).Select(table => (source.Id, table.Table, table.Rows)).Append((source.Id, "oppositions", _oppositions[source.Index].Rows)))
            .ToDictionary(row => $"{row.Id}/{row.Item2}", row => row.Item3),
        StringComparer.Ordinal);

    /// <summary>Writes what every source holds of a household.</summary>
    public void Write(HouseholdCase made)
    {
        foreach (var record in made.Records)
        {
            PersonRow.Write(_persons[record.Source.Index], record, _noise.Write(record));
            if (record.Family is { } family)
                WriteResources(record, family);
            WriteAllowances(record);
            WriteProfits(record);
        }

        foreach (var dossier in made.Dossiers)
            WriteBenefits(dossier);
        foreach (var opposition in made.Oppositions)
            WriteOpposition(opposition);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var file in _files.Values)
            file.Dispose();
        foreach (var file in _oppositions)
            file?.Dispose();
    }

    void WriteResources(SourceRecord record, FamilyMember family)
    {
        var file = _files[(record.Source.Index, "ressources")];
        foreach (var row in family.Resources)
        {
            PersonRow.Reference(file, record);
            file.Set("mois", Written.Month(row.Month));
            file.Set("nature", row.Nature);
            file.Amount("montant", row.Cents);
            file.Set("ressources_connues", Written.YesNo(row.Known));
            file.EndRow();
        }
    }

    void WriteAllowances(SourceRecord record)
    {
        foreach (var row in record.Allowances)
        {
            var file = _files[(record.Source.Index, "indemnites")];
            PersonRow.Reference(file, record);
            file.Set("nir", record.Person.Nir);
            file.Set("mois", Written.Month(row.Month));
            file.Set("nature", row.Nature);
            file.Amount("montant", row.Cents);
            file.EndRow();
        }
    }

    void WriteProfits(SourceRecord record)
    {
        foreach (var (year, cents) in record.Farm?.Profits ?? [])
        {
            var file = _files[(record.Source.Index, "benefices")];
            PersonRow.Reference(file, record);
            file.Set("nir", record.Person.Nir);
            file.Set("annee", year.ToString(System.Globalization.CultureInfo.InvariantCulture));
            file.Amount("benefice_agricole", cents);
            file.EndRow();
        }
    }

    void WriteBenefits(FamilyDossier dossier)
    {
        var file = _files[(dossier.Source.Index, "prestations")];
        foreach (var benefit in dossier.Benefits)
        {
            file.Set("matricule", dossier.Matricule);
            file.Set("prestation", benefit.Code);
            file.Set("etat", ((char)('0' + benefit.State)).ToString());
            file.Set("date_debut", Written.Day(benefit.Start));
            file.Set("date_fin", Written.Day(benefit.End));
            file.Amount("montant", benefit.Cents);
            file.EndRow();
        }
    }

    void WriteOpposition(Opposition opposition)
    {
        var file = _oppositions[opposition.Source.Index];
        var person = opposition.Person;
        if (opposition.Record is { } record)
        {
            file.Set("reference", record.Reference);
        }
        else
        {
            file.Set("nir", opposition.Source.HoldsNir ? person.Nir : "");
            file.Set("nom_naissance", person.BirthName);
            file.Set("nom_usage", person.UsageName ?? "");
            file.Set("prenom1", person.First.Text);
            file.Set("date_naissance", Written.Birth(person.Birth, person.Precision));
        }

        file.Set("portee", opposition.Scope);
        file.Set("date", Written.Day(opposition.Date));
        file.Set("canal", opposition.Channel);
        file.EndRow();
    }

    string PathOf(PlannedSource source, string table) => Path.Combine(_folder, "extraits", source.Id, table + ".csv");
}
