using NonRecoursMatch.Rights.Verdicts;
using NonRecoursMatch.Trust.Manifests;

namespace NonRecoursMatch.Operator.Foyers;

/// <summary>What became of the persons examined for one benefit: people found not entitled or already receiving leave only this (invariant I3).</summary>
sealed class OutcomeCounts
{
    readonly SortedDictionary<string, long> _dropped = new(StringComparer.Ordinal);
    readonly SortedDictionary<string, long> _listed = new(StringComparer.Ordinal);
    long _examined;

    /// <summary>Counts a person that makes a row.</summary>
    public void Listed(Outcome verdict) => Add(_listed, NameOf(verdict));

    /// <summary>Counts a person that makes none.</summary>
    public void Dropped(string cause) => Add(_dropped, cause);

    /// <summary>Counts a person that makes none.</summary>
    public void Dropped(Outcome outcome) => Add(_dropped, NameOf(outcome));

    /// <summary>Rows by verdict.</summary>
    public IReadOnlyDictionary<string, long> Verdicts => _listed;

    /// <summary>Persons examined = rows + drops by cause.</summary>
    public Balance Balance => new(_examined, _listed.Values.Sum(), _dropped);

    static string NameOf(Outcome outcome) => outcome switch
    {
        Outcome.NonEligible => "non_eligible",
        Outcome.Certain => "certain",
        Outcome.Presume => "presume",
        Outcome.AVerifier => "a_verifier",
        Outcome.DejaPercu => "deja_percu",
        Outcome.EcheanceProche => "echeance_proche",
        Outcome.DemandeEnCours => "demande_en_cours",
        Outcome.Refus => "refus",
        Outcome.DelaiTrenteJours => "delai_30_jours",
        Outcome.InconnuDuPayeur => "inconnu_du_payeur",
        Outcome.Indetermine => "indetermine",
        Outcome.DivergenceNonExploitee => "divergence_non_exploitee",
        Outcome.NonCalculable => "non_calculable",
        Outcome.Suspendu => "suspendu",
        Outcome.DeclarationAttendue => "declaration_attendue",
        Outcome.Mutation => "mutation",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    void Add(SortedDictionary<string, long> counts, string name)
    {
        counts[name] = counts.GetValueOrDefault(name) + 1;
        _examined++;
    }
}
