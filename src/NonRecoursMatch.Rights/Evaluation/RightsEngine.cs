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
    readonly Tampons _tampons = new();
    double[] _rsa = [];
    double[] _ppa = [];
    double[] _aspa = [];
    double[] _asi = [];

    /// <summary>RSA of each foyer, €/month.</summary>
    public ReadOnlySpan<double> Rsa => _rsa;

    /// <summary>PPA of each foyer, €/month, before the CRDS of 0.5 %.</summary>
    public ReadOnlySpan<double> Ppa => _ppa;

    /// <summary>ASPA of each foyer, €/month.</summary>
    public ReadOnlySpan<double> Aspa => _aspa;

    /// <summary>ASI of each foyer, €/month.</summary>
    public ReadOnlySpan<double> Asi => _asi;

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
        _tampons.Rendre();
        var n = foyers.Count;
        (_rsa, _ppa, _aspa, _asi) = (Fresh(_rsa, n), Fresh(_ppa, n), Fresh(_aspa, n), Fresh(_asi, n));
        AspaAsi.Compute(foyers, laws, _tampons, MinimumVieillesse, trace);
        _tampons.Rendre();
        var mois = FoyerDuMois.Of(foyers, 0, laws.Rsa.Decalage, laws.Famille[0], _tampons);
        RsaRule.Compute(foyers, laws, mois, MinimumVieillesse, _tampons, _rsa.AsSpan(0, n), trace);
        Residence(foyers, _rsa);
        PpaRule.Compute(foyers, laws, mois, MinimumVieillesse, _tampons, _ppa.AsSpan(0, n), trace);
        Residence(foyers, _ppa);
        MinimumVieillesse.AddAspa(_aspa, 0);
        MinimumVieillesse.AddAsi(_asi, 0, 1);
        C2sRule.Compute(foyers, laws, MinimumVieillesse, _rsa, _tampons, C2s, trace);
        ResidenceC2s(foyers, laws);
    }

    /// <summary>RSA and PPA are those of metropolitan France and of the overseas departments; elsewhere the law is another, or there is no right.</summary>
    [Article("L262-2 CASF")]
    [Article("L842-2 CSS")]
    static void Residence(FoyerColumns foyers, double[] montant)
    {
        for (var foyer = 0; foyer < foyers.Count; foyer++)
        {
            if (foyers.Situations[foyer].Zone is Zone.Mayotte or Zone.Collectivite or Zone.Etranger)
                montant[foyer] = 0;
        }
    }

    /// <summary>C2S supposes residence; it is open in Mayotte since 2024.</summary>
    [Article("L861-1 CSS")]
    [Article("décret 2023-1425")]
    void ResidenceC2s(FoyerColumns foyers, LawBook laws)
    {
        for (var foyer = 0; foyer < foyers.Count; foyer++)
        {
            var zone = foyers.Situations[foyer].Zone;
            if (zone is Zone.Collectivite or Zone.Etranger || (zone == Zone.Mayotte && !laws.C2s.Mayotte))
                (C2s.Statut[foyer], C2s.Participation[foyer]) = (0, 0);
        }
    }

    static double[] Fresh(double[] column, int length)
    {
        if (column.Length < length)
            return new double[length];
        Array.Clear(column, 0, length);
        return column;
    }
}
