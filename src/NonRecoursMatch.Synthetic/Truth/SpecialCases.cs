using System.Globalization;
using NonRecoursMatch.Synthetic.Extracts;

namespace NonRecoursMatch.Synthetic.Truth;

/// <summary>
/// Counts the foyers of each special case of the product, and where they end: <c>truth/cases.csv</c>, one line per case and outcome. Who reads it sees
/// at once whether a territory exercises a case, and whether all of its foyers end where they must.
/// </summary>
internal sealed class SpecialCases
{
    const string Kept = "reste_chez_le_detenteur";
    const string Departed = "sorti_des_listes";
    readonly SortedDictionary<string, long> _foyers = new(StringComparer.Ordinal);
    readonly SortedDictionary<(string Case, string Subject, string Outcome), long> _outcomes = [];

    /// <summary>Counts a person: what never reaches the rules.</summary>
    public void Add(LinkedPerson person)
    {
        Count("deces_ou_sortie", person.Gone, Departed);
        Count("mandataire", person.Records[0].Record.Person.HasGuardian, Kept);
        Count("adresse_protegee", person.Records[0].Record.Person.HasProtectedAddress, Kept);
    }

    /// <summary>Counts a foyer.</summary>
    public void Add(TrueFoyer made, IReadOnlyList<TrueConclusion> conclusions)
    {
        var foyer = conclusions[0].Conclusion.Foyer;
        foreach (var (name, applies, subjects) in CaseList.All)
        {
            if (!applies(foyer, made))
                continue;
            _foyers[name] = _foyers.GetValueOrDefault(name) + 1;
            foreach (var (_, conclusion) in conclusions)
            {
                if (!subjects(conclusion))
                    continue;
                var key = (name, SubjectWords.Of(conclusion.Sujet), conclusion.Outcome.ToString());
                _outcomes[key] = _outcomes.GetValueOrDefault(key) + 1;
            }
        }
    }

    /// <summary>Writes the table.</summary>
    public void Write(string folder)
    {
        using var file = new ExtractFile(Path.Combine(folder, "truth", "cases.csv"), ["cas", "foyers", "sujet", "issue", "lignes"]);
        foreach (var ((name, subject, outcome), lines) in _outcomes)
        {
            file.Set("cas", name);
            file.Set("foyers", _foyers[name].ToString(CultureInfo.InvariantCulture));
            file.Set("sujet", subject);
            file.Set("issue", outcome);
            file.Set("lignes", lines.ToString(CultureInfo.InvariantCulture));
            file.EndRow();
        }
    }

    void Count(string name, bool occurs, string outcome)
    {
        if (!occurs)
            return;
        _foyers[name] = _foyers.GetValueOrDefault(name) + 1;
        var key = (name, "", outcome);
        _outcomes[key] = _outcomes.GetValueOrDefault(key) + 1;
    }
}
