using NonRecoursMatch.Rights.Articles;
using NonRecoursMatch.Rights.C2s;
using NonRecoursMatch.Rights.Communs;
using NonRecoursMatch.Rights.Explanations;
using NonRecoursMatch.Rights.Foyers;
using NonRecoursMatch.Rights.Lois;
using NonRecoursMatch.Rights.MinimumVieillesse;
using NonRecoursMatch.Rights.Ppa;
using NonRecoursMatch.Rights.Rsa;

namespace NonRecoursMatch.Rights.Evaluation;

/// <summary>
/// Computes the benefits of a batch of foyers: the same rules serve one household and a million. Holds working memory and results that the next
/// batch overwrites: one engine per thread.
/// </summary>
public sealed class RightsEngine
{
    readonly Lot _lot = new();
    readonly Colonne _rsa = new();
    readonly Colonne _ppa = new();
    readonly Colonne _aspa = new();
    readonly Colonne _asi = new();

    /// <summary>RSA of each foyer, €/month.</summary>
    public ReadOnlySpan<double> Rsa => _rsa.Lignes;

    /// <summary>PPA of each foyer, €/month, before the CRDS of 0.5 %.</summary>
    public ReadOnlySpan<double> Ppa => _ppa.Lignes;

    /// <summary>ASPA of each foyer, €/month.</summary>
    public ReadOnlySpan<double> Aspa => _aspa.Lignes;

    /// <summary>ASI of each foyer, €/month.</summary>
    public ReadOnlySpan<double> Asi => _asi.Lignes;

    /// <summary>C2S of each foyer.</summary>
    public C2sColumns C2s { get; } = new();

    /// <summary>ASPA and ASI month by month.</summary>
    public MinimumVieillesseColumns MinimumVieillesse { get; } = new();

    /// <summary>Computes the benefits of <paramref name="foyers"/>, whose month must be that of <paramref name="laws"/>.</summary>
    /// <param name="trace">Collects the steps of the first foyer, or null.</param>
    public void Compute(FoyerColumns foyers, LawBook laws, Trace? trace = null)
    {
        if (foyers.Mois != laws.Mois)
            throw new ArgumentException($"foyers of {foyers.Mois}, laws of {laws.Mois}", nameof(laws));
        var n = foyers.Count;
        _lot.Prendre(foyers, laws);
        AspaAsi.Compute(_lot, laws, MinimumVieillesse, trace);
        var mois = FoyerDuMois.Of(_lot, 0, laws);
        RsaRule.Compute(_lot, laws, mois, MinimumVieillesse, _rsa.Prepare(n), trace);
        Residence(_rsa);
        PpaRule.Compute(_lot, laws, mois, MinimumVieillesse, _ppa.Remplir(n, 0), trace);
        Residence(_ppa);
        MinimumVieillesse.AddAspa(_aspa.Remplir(n, 0).Lignes, 0);
        MinimumVieillesse.AddAsi(_asi.Remplir(n, 0).Lignes, 0, 0, 1);
        C2sRule.Compute(_lot, laws, MinimumVieillesse, _rsa, C2s, trace);
        ResidenceC2s(laws);
    }

    /// <summary>RSA and PPA are those of metropolitan France and of the overseas departments; elsewhere the law is another, or there is no right.</summary>
    [Article("L262-2 CASF")]
    [Article("L842-2 CSS")]
    void Residence(Colonne montant)
    {
        var residence = _lot.Habitat.Residence.Blocs;
        var montants = montant.Blocs;
        for (var i = 0; i < montants.Length; i++)
            montants[i] *= residence[i];
    }

    /// <summary>C2S supposes residence; it is open in Mayotte since 2024.</summary>
    [Article("L861-1 CSS")]
    [Article("décret 2023-1425")]
    void ResidenceC2s(LawBook laws)
    {
        var situations = _lot.Foyers.Situations;
        for (var foyer = 0; foyer < situations.Length; foyer++)
        {
            var zone = situations[foyer].Zone;
            if (zone is Zone.Collectivite or Zone.Etranger || (zone == Zone.Mayotte && !laws.C2s.Mayotte))
                (C2s.Statuts[foyer], C2s.Participations[foyer]) = (0, 0);
        }
    }
}
