using NonRecoursMatch.Columns;
using NonRecoursMatch.Rights.Mensuel;

namespace NonRecoursMatch.Synthetic.Truth;

/// <summary>Persons whom the stated rule brings together.</summary>
/// <param name="Members">Applicant and partner first.</param>
internal sealed record TrueFoyer(Origine Origine, IReadOnlyList<(LinkedPerson Person, Place Place)> Members);

/// <summary>Who makes a foyer (docs/facts.md): the dossier, else the lease of its holders, else the C2S foyer, else each person.</summary>
internal static class FoyerRule
{
    const int AgeOfAdults = 25;

    /// <summary>The foyers of the persons of one or two households; those who died or left make none.</summary>
    public static IEnumerable<TrueFoyer> Apply(IReadOnlyList<LinkedPerson> persons, YearMonth month)
    {
        foreach (var group in persons.Where(person => !person.Gone).GroupBy(KeyOf))
        {
            LinkedPerson[] members = [.. group];
            if (group.Key.Origine == Origine.Dossier)
            {
                yield return Dossier(members);
                continue;
            }

            var places = group.Key.Origine switch
            {
                Origine.Bail => Lease(members),
                Origine.FoyerC2s => C2sFoyer(members, month),
                _ => null,
            };
            if (places is not null)
            {
                yield return new TrueFoyer(group.Key.Origine, [.. members.Zip(places).OrderBy(pair => pair.Second)]);
                continue;
            }

            foreach (var person in members)
                yield return new TrueFoyer(Origine.Personne, [(person, Place.Demandeur)]);
        }
    }

    static (Origine Origine, int Source, string Group) KeyOf(LinkedPerson person)
    {
        var (origin, held) = person.Family is { } family ? (Origine.Dossier, family)
            : person.Lease is { } lease ? (Origine.Bail, lease)
            : person.C2sFoyer is { } c2s ? (Origine.FoyerC2s, c2s)
            : (Origine.Personne, person.Records[0]);
        return origin == Origine.Personne
            ? (origin, held.Record.Source.Index, held.Record.Reference)
            : (origin, held.Record.Source.Index, held.Record.Group);
    }

    static TrueFoyer Dossier(LinkedPerson[] members)
        => new(Origine.Dossier, [.. members
            .Select(person => (Person: person, Place: PlaceOf(person.Family!.Role)))
            .OrderBy(member => member.Place == Place.Inconnue ? int.MaxValue : (int)member.Place)]);

    static Place[]? Lease(LinkedPerson[] members)
        => members.Count(person => person.Lease!.Record.Lease!.Role == "TIT") == 1 && members.Length <= 2
            ? [.. members.Select(person => person.Lease!.Record.Lease!.Role == "TIT" ? Place.Demandeur : Place.Conjoint)]
            : null;

    // Somebody whose age is not known is neither an adult nor a child: each then stands alone.
    static Place[]? C2sFoyer(LinkedPerson[] members, YearMonth month)
    {
        var ages = members.Select(person => MemberFacts.Age(person, month)).ToList();
        var adults = ages.Count(age => age >= AgeOfAdults);
        if (adults is not (1 or 2) || ages.Exists(age => age < 0))
            return null;
        var places = new Place[members.Length];
        var first = true;
        for (var i = 0; i < places.Length; i++)
        {
            places[i] = ages[i] < AgeOfAdults ? Place.Enfant : first ? Place.Demandeur : Place.Conjoint;
            first &= ages[i] < AgeOfAdults;
        }

        return places;
    }

    static Place PlaceOf(string? role) => role switch
    {
        "DEM" => Place.Demandeur,
        "CJT" => Place.Conjoint,
        "ENF" => Place.Enfant,
        "AUT" => Place.Autre,
        _ => Place.Inconnue,
    };
}
