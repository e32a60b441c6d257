using NonRecoursMatch.Rights.Communs;
using NonRecoursMatch.Rights.Foyers;

namespace NonRecoursMatch.Rights.MinimumVieillesse;

/// <summary>The gross resources of the adults of the foyers examined, month by month, as ASPA and ASI count them.</summary>
sealed class RessourcesBrutes
{
    /// <summary>Resources that count in full, of the quarter before each month, € a quarter, by row.</summary>
    public MoisParMois Comptees { get; } = new();

    /// <summary>Gross wages of the quarter before each month, € a quarter, by row.</summary>
    public MoisParMois Salaires { get; } = new();

    /// <summary>AAH of each month, €/month, by place.</summary>
    public MoisParMois Aah { get; } = new();

    /// <summary>Invalidity pension of each month, €/month, by place.</summary>
    public MoisParMois Invalidite { get; } = new();

    /// <summary>Pension of a disabled adult, €/month, by place.</summary>
    public MoisParMois RetraiteHandicap { get; } = new();

    /// <summary>ASI as paid, €/month, by place.</summary>
    public MoisParMois AsiVersee { get; } = new();

    /// <summary>Reads a batch.</summary>
    public void Lire(Lot lot, Examines examines)
    {
        var adultes = lot.Foyers.Adultes;
        var places = 2 * examines.Pas;
        Comptees.Zeros(examines.Count, vide: false);
        Salaires.Zeros(examines.Count, vide: false);
        RessourcesMinimumVieillesse.Comptees(adultes, examines.Lignes, Comptees);
        RessourcesMinimumVieillesse.PensionsAlimentairesVersees(adultes, examines.Lignes, Comptees);
        RessourcesMinimumVieillesse.Salaires(adultes, examines.Lignes, Salaires);
        Comptees.Trimestres(MinimumVieillesseColumns.Mois - 1);
        Salaires.Trimestres(MinimumVieillesseColumns.Mois - 1);
        RessourcesMinimumVieillesse.NonSalaries(lot.Foyers, examines.Lignes, Comptees);
        RessourcesMinimumVieillesse.Ass(adultes, examines.Lignes, Comptees);

        DuMois(adultes[Revenu.Aah], examines.Places, places, Aah);
        DuMois(adultes[Revenu.Invalidite], examines.Places, places, Invalidite);
        DuMois(adultes[Revenu.Asi], examines.Places, places, AsiVersee);
        Retraites(lot, examines, places);
    }

    static void DuMois(Serie serie, ReadOnlySpan<int> places, int count, MoisParMois result)
    {
        result.Zeros(count, vide: serie.Count == 0);
        RessourcesMinimumVieillesse.Ajouter(serie, places, 1, result, 0);
    }

    void Retraites(Lot lot, Examines examines, int places)
    {
        var pensions = lot.Foyers.Adultes[Revenu.RetraiteNette];
        var handicap = lot.Membres.Handicap.Lignes;
        var disabled = handicap.Contains(1d);
        RetraiteHandicap.Zeros(places, vide: !disabled || pensions.Count == 0);
        for (var i = 0; i < pensions.Count && !RetraiteHandicap.Vide; i++)
        {
            var adult = pensions.Holders[i];
            if (examines.Places[adult] < 0 || handicap[lot.Adultes.Places[adult]] == 0)
                continue;
            for (var k = 0; k < Serie.Mois; k++)
                RetraiteHandicap[k][examines.Places[adult]] = pensions.At(k)[i];
        }
    }
}
