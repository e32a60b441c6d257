using System.Globalization;
using NonRecoursMatch.Rights.Verdicts;
using NonRecoursMatch.Synthetic.Extracts;
using NonRecoursMatch.Synthetic.Population;
using NonRecoursMatch.Synthetic.Records;

namespace NonRecoursMatch.Synthetic.Truth;

/// <summary>Writes <c>truth/persons.csv</c>, <c>links.csv</c>, <c>foyers.csv</c> and <c>facts.csv</c>: the territory as it is, without errors.</summary>
internal sealed class TruthFiles : IDisposable
{
    static readonly string[] _outcomes = Enum.GetNames<Outcome>();
    readonly ExtractFile _persons;
    readonly ExtractFile _links;
    readonly ExtractFile _foyers;
    readonly ExtractFile _facts;

    /// <summary>Starts the files.</summary>
    public TruthFiles(string folder)
    {
        ExtractFile Start(string name, params string[] columns) => new(Path.Combine(folder, "truth", name + ".csv"), columns);
        _persons = Start(
            "persons", "person", "foyer", "place", "sexe", "nom_naissance", "nom_usage", "prenom1", "date_naissance", "type_date_naissance",
            "commune_naissance", "nir", "homonyme_de");
        _links = Start("links", "source", "reference", "person");
        _foyers = Start("foyers", "foyer", "forme", "commune", "regime", "situation", "locataire_social", "personnes");
        _facts = Start("facts", "person", "sujet", "issue", "montant", "opposition");
    }

    /// <summary>Writes a household, its members and the records about them.</summary>
    public void Add(HouseholdCase made)
    {
        var household = made.Household;
        var number = Text(household.Number);
        _foyers.Set("foyer", number);
        _foyers.Set("forme", household.Shape.ToString());
        _foyers.Set("commune", household.Home.Code);
        _foyers.Set("regime", household.Farm ? "agricole" : "general");
        _foyers.Set("situation", household.Situation);
        _foyers.Set("locataire_social", Written.YesNo(household.SocialTenant));
        _foyers.Set("personnes", Text(household.Members.Count));
        _foyers.EndRow();
        foreach (var person in household.Members)
            AddPerson(person, number);
        foreach (var record in made.Records)
        {
            _links.Set("source", record.Source.Id);
            _links.Set("reference", record.Reference);
            _links.Set("person", Text(record.Person.Number));
            _links.EndRow();
        }
    }

    /// <summary>Writes what is concluded about a foyer.</summary>
    public void Add(IReadOnlyList<TrueConclusion> conclusions)
    {
        foreach (var conclusion in conclusions)
        {
            var (amount, outcome) = (conclusion.Conclusion.Montant, conclusion.Conclusion.Outcome);
            _facts.Set("person", Text(conclusion.Person.Number));
            _facts.Set("sujet", SubjectWords.Of(conclusion.Conclusion.Sujet));
            _facts.Set("issue", _outcomes[(int)outcome]);
            _facts.Set("montant", amount > 0 ? Written.Amount((long)Math.Round(amount * 100, MidpointRounding.AwayFromZero)) : "");
            _facts.Set("opposition", Written.YesNo(conclusion.Opposed));
            _facts.EndRow();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _persons.Dispose();
        _links.Dispose();
        _foyers.Dispose();
        _facts.Dispose();
    }

    void AddPerson(Person person, string foyer)
    {
        _persons.Set("person", Text(person.Number));
        _persons.Set("foyer", foyer);
        _persons.Set("place", person.Place.ToString());
        _persons.Set("sexe", person.Man ? "M" : "F");
        _persons.Set("nom_naissance", person.BirthName);
        _persons.Set("nom_usage", person.UsageName ?? "");
        _persons.Set("prenom1", person.First.Text);
        _persons.Set("date_naissance", Written.Day(person.Birth));
        _persons.Set("type_date_naissance", person.Precision switch { BirthPrecision.NoDay => "J", BirthPrecision.NoDayNoMonth => "O", _ => "N" });
        _persons.Set("commune_naissance", person.BirthPlace);
        _persons.Set("nir", person.Nir);
        _persons.Set("homonyme_de", person.HomonymOf == 0 ? "" : Text(person.HomonymOf));
        _persons.EndRow();
    }

    static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
