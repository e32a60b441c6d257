using NonRecoursMatch.Rights.Foyers;
using Declaree = NonRecoursMatch.Rights.Aspa.Situation;

namespace NonRecoursMatch.Rights.Mensuel;

/// <summary>Where the composition of a foyer is read.</summary>
public enum Origine : byte
{
    /// <summary>Nowhere: one person, alone only when a fund says so.</summary>
    Personne,

    /// <summary>A CAF or MSA dossier.</summary>
    Dossier,

    /// <summary>A lease.</summary>
    Bail,

    /// <summary>A C2S foyer.</summary>
    FoyerC2s,
}

/// <summary>A foyer as the month's extracts know it. Filled by whoever holds the facts; the rules read it and nothing else.</summary>
public sealed class FoyerMensuel
{
    /// <summary>Where the composition comes from.</summary>
    public Origine Origine { get; init; }

    /// <summary>The caller's number of the source of the dossier, -1 without one.</summary>
    public int Source { get; init; } = -1;

    /// <summary>Everybody, adults first.</summary>
    public List<Membre> Membres { get; } = [];

    /// <summary>Family situation declared in the dossier.</summary>
    public Declaree Situation { get; set; }

    /// <summary>Whether the couple is married.</summary>
    public bool Maries { get; set; }

    /// <summary>Whether isolation began less than 18 months ago, as declared.</summary>
    public bool IsolementRecent { get; set; }

    /// <summary>Housing.</summary>
    public Logement Logement { get; set; }

    /// <summary>Whether a rent or an instalment is paid.</summary>
    public bool PaieUnLoyer { get; set; }

    /// <summary>Where.</summary>
    public Zone Zone { get; set; }

    /// <summary>Lives in a commune that the agreement calls a border commune.</summary>
    public bool Frontalier { get; set; }

    /// <summary>Housed collectively (EHPAD, prison, long stay): no letter before somebody has looked.</summary>
    public bool Etablissement { get; set; }

    /// <summary>The dossier moved to or from another caisse less than 90 days ago.</summary>
    public bool Mutation { get; set; }

    /// <summary>RSA at the payer.</summary>
    public DroitConnu Rsa { get; set; } = DroitConnu.Inconnu;

    /// <summary>Prime d'activité at the payer.</summary>
    public DroitConnu Ppa { get; set; } = DroitConnu.Inconnu;

    /// <summary>Whether AAH is paid in the dossier.</summary>
    public bool AahVersee { get; set; }

    /// <summary>Whether a benefit of the dossier whose amount depends on who lives there is in payment.</summary>
    public bool PrestationVersee { get; set; }

    /// <summary>Monthly amounts paid to the foyer, M first.</summary>
    public IReadOnlyDictionary<Verse, double[]> Verses => _verses;

    readonly SortedDictionary<Verse, double[]> _verses = [];

    /// <summary>The applicant, or null.</summary>
    public Membre? Demandeur => Membres.Find(membre => membre.Place == Place.Demandeur);

    /// <summary>The partner, or null.</summary>
    public Membre? Conjoint => Membres.Find(membre => membre.Place == Place.Conjoint);

    /// <summary>Applicant and partner.</summary>
    public IEnumerable<Membre> Adultes => Membres.Where(membre => membre.Place is Place.Demandeur or Place.Conjoint);

    /// <summary>Children and dependants.</summary>
    public IEnumerable<Membre> Enfants => Membres.Where(membre => membre.Place == Place.Enfant);

    /// <summary>Adds a monthly amount paid since M-<paramref name="depuis"/> at the earliest (<see cref="Serie.Mois"/> - 1: always).</summary>
    public void Verser(Verse kind, double euros, int depuis)
    {
        if (!_verses.TryGetValue(kind, out var history))
            _verses[kind] = history = new double[Serie.Mois];
        for (var k = 0; k <= Math.Min(depuis, Serie.Mois - 1); k++)
            history[k] += euros;
    }
}
