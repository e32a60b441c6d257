using NonRecoursMatch.Rights.Foyers;

namespace NonRecoursMatch.Rights.C2s;

/// <summary>Results of C2S for a batch, a row per foyer.</summary>
public sealed class C2sColumns
{
    /// <summary>0: none, 1: with participation, 2: free.</summary>
    public ReadOnlySpan<double> Statut => Statuts.Lignes;

    /// <summary>Participation of the foyer, €/month; 0 unless contributive.</summary>
    public ReadOnlySpan<double> Participation => Participations.Lignes;

    /// <summary>Resources, €/year.</summary>
    public ReadOnlySpan<double> Ressources => Moyens.Lignes;

    /// <summary>Free ceiling, €/year.</summary>
    public ReadOnlySpan<double> Plafond => Plafonds.Lignes;

    internal Colonne Statuts { get; } = new();

    internal Colonne Participations { get; } = new();

    internal Colonne Moyens { get; } = new();

    internal Colonne Plafonds { get; } = new();

    internal void Reset(int foyers)
    {
        Statuts.Prepare(foyers);
        Plafonds.Prepare(foyers);
        Participations.Remplir(foyers, 0);
        Moyens.Remplir(foyers, 0);
    }
}
