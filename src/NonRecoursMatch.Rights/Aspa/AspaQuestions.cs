using NonRecoursMatch.Rights.Articles;
using NonRecoursMatch.Rights.Lois;
using NonRecoursMatch.Rights.Verdicts;

namespace NonRecoursMatch.Rights.Aspa;

/// <summary>What is left to ask before an amount can be presumed due. Each step gives its question, or none.</summary>
static class AspaQuestions
{
    /// <summary>All questions of a foyer.</summary>
    public static Questions Of(AspaColumns foyers, int row, LawBook laws, double margin) =>
        Composition(foyers, row)
        | Ressources(foyers, row)
        | Etranger(foyers, row)
        | Sejour(foyers, row, laws.MinimumVieillesse[0])
        | TauxPlein(foyers.First, row, laws)
        | Residence(foyers.First, row)
        | MontantProche(foyers, row, margin, laws.MinimumVieillesse[0])
        | (foyers.WeakLink[row] ? Questions.ConfirmerIdentite : Questions.None);

    /// <summary>What must be said with the right.</summary>
    public static Cautions Cautions(AspaColumns foyers, int row, MinimumVieillesseLaw law, Questions questions) =>
        Verdicts.Cautions.RecuperationSuccession
        | (questions.HasFlag(Questions.TauxPlein) ? Verdicts.Cautions.NePasDemanderRetraite : Verdicts.Cautions.None)
        | (AspaAdults.SecondServi(foyers, row, law) ? Verdicts.Cautions.MontantDuCouple : Verdicts.Cautions.None);

    /// <summary>Alone only when declared; a couple must be asked about when sources disagree or the partner's income is nowhere.</summary>
    [Article("L815-4 CSS")]
    static Questions Composition(AspaColumns foyers, int row)
        => foyers.Divergence[row] || foyers.Situation[row] is Situation.Unknown or Situation.CoupleConjointInconnu
            ? Questions.AvecQui
            : Questions.None;

    /// <summary>No row is unknown, never zero: pensions of all schemes and resources of the quarter, of both adults.</summary>
    [Article("L815-10 CSS")]
    static Questions Ressources(AspaColumns foyers, int row)
    {
        var known = foyers.Situation[row] switch
        {
            Situation.CoupleConjointInconnu => false,
            Situation.Couple => Complete(foyers.First, row) && Complete(foyers.Second, row),
            _ => Complete(foyers.First, row),
        };
        return known ? Questions.None : Questions.AutresRessources;
    }

    static bool Complete(AspaAdult adult, int row) => adult.Knowledge[row] == PensionKnowledge.Complete && adult.ResourcesKnown[row];

    /// <summary>A foreign pension is in no file: the claimant's career must be known to be French; a partner's known foreign one is asked about.</summary>
    [Article("L815-5 CSS")]
    static Questions Etranger(AspaColumns foyers, int row)
    {
        var partner = foyers.Situation[row] == Situation.Couple && foyers.Second.ForeignCareer[row] == Ternary.Yes;
        return partner || foyers.First.ForeignCareer[row] != Ternary.No ? Questions.Etranger : Questions.None;
    }

    /// <summary>Nationality or permit not known, of anyone served.</summary>
    [Article("L816-1 CSS")]
    static Questions Sejour(AspaColumns foyers, int row, MinimumVieillesseLaw law)
    {
        var partner = AspaAdults.SecondServi(foyers, row, law) && AspaAdults.TitreInconnu(foyers.Second, row);
        return partner || AspaAdults.TitreInconnu(foyers.First, row) ? Questions.TitreSejour : Questions.None;
    }

    /// <summary>Before the age of the automatic full rate a pension claimed without the full rate is reduced for life: to check before any claim.</summary>
    [Article("L815-5 CSS")]
    [Article("L351-8 CSS")]
    static Questions TauxPlein(AspaAdult first, int row, LawBook laws)
        => first.Age[row] < laws.AgeTauxPlein && first.FullRate[row] != Ternary.Yes ? Questions.TauxPlein : Questions.None;

    /// <summary>Residence in France not known.</summary>
    [Article("L815-1 CSS")]
    static Questions Residence(AspaAdult first, int row)
        => first.InFrance[row] == Ternary.Unknown ? Questions.Residence : Questions.None;

    /// <summary>An amount under the margin, or worked out from an estimated value, can vanish with exact figures. Without the partner's income there is none.</summary>
    static Questions MontantProche(AspaColumns foyers, int row, double margin, MinimumVieillesseLaw law)
    {
        if (foyers.Situation[row] == Situation.CoupleConjointInconnu)
            return Questions.None;
        return foyers.Amount[row] < margin || law.EstimatedAspa.Count > 0 ? Questions.MontantProche : Questions.None;
    }
}
