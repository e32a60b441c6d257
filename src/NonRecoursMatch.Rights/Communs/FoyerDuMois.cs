using NonRecoursMatch.Rights.Foyers;
using NonRecoursMatch.Rights.Lois;

namespace NonRecoursMatch.Rights.Communs;

/// <summary>Who counts in each foyer in the month M-k: children autonomous or dependent, and isolated parents. RSA and the gate of PPA read that of M.</summary>
sealed class FoyerDuMois
{
    double[] _autonome = [];
    double[] _aCharge = [];
    double[] _enfants = [];
    double[] _isole = [];

    /// <summary>1 for an autonomous child, by child.</summary>
    public ReadOnlySpan<double> Autonome => _autonome;

    /// <summary>1 for a dependent child, by child.</summary>
    public ReadOnlySpan<double> ACharge => _aCharge;

    /// <summary>Number of dependent children, by foyer.</summary>
    public ReadOnlySpan<double> Enfants => _enfants;

    /// <summary>1 for an isolated parent, by foyer.</summary>
    public ReadOnlySpan<double> Isole => _isole;

    /// <summary>Works it out; columns are lent by <paramref name="tampons"/>.</summary>
    public static FoyerDuMois Of(FoyerColumns foyers, int k, int decalage, FamilleLaw law, Tampons tampons)
    {
        var (n, children) = (foyers.Count, foyers.Enfants.Count);
        var month = new FoyerDuMois
        {
            _autonome = tampons.Colonne(children),
            _aCharge = tampons.Colonne(children),
            _enfants = tampons.Colonne(n),
            _isole = tampons.Colonne(n),
        };
        var autonome = month._autonome.AsSpan(0, children);
        EnfantsACharge.Compute(foyers, k, decalage, law, tampons, autonome, month._aCharge.AsSpan(0, children), month._enfants.AsSpan(0, n));
        Isolement.Compute(foyers, k, law, autonome, month._enfants.AsSpan(0, n), month._isole.AsSpan(0, n));
        return month;
    }
}
