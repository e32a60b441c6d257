using NonRecoursMatch.Columns;
using NonRecoursMatch.Synthetic.Randomness;
using NonRecoursMatch.Synthetic.Records;

namespace NonRecoursMatch.Synthetic.Facts;

/// <summary>What a month changes in a dossier: claims decided, declarations sent back or not, rights taken up by those who had not claimed.</summary>
internal static class DossierEvolution
{
    const double TakesUp = 0.06;
    const double ClaimDecided = 0.7;
    const double DeclarationReturned = 0.5;
    const double DeclarationMissing = 0.01;

    /// <summary>Changes RSA and prime d'activité of the first dossier.</summary>
    public static void Step(Xoshiro random, HouseholdCase made, YearMonth month)
    {
        if (made.Dossiers.Count == 0)
            return;
        var benefits = made.Dossiers[0].Benefits;
        foreach (var (code, need) in new[] { ("RSA", Need.Rsa), ("PPA", Need.Ppa) })
        {
            var draw = random.Unit();
            var cents = FamilyBenefits.Amount(random, made.Household, need);
            var at = benefits.FindIndex(benefit => benefit.Code == code && benefit.State < 5);
            if (at >= 0)
                benefits[at] = Next(benefits[at], draw, month, cents);
            else if (made.Means?.Need == need && draw < TakesUp)
                benefits.Add(new Benefit(code, Benefit.Paid, month.FirstDay, null, cents));
        }
    }

    static Benefit Next(Benefit benefit, double draw, YearMonth month, long cents) => benefit.State switch
    {
        0 when draw < ClaimDecided => benefit with { State = Benefit.Paid, Start = month.FirstDay, Cents = cents },
        4 when draw < DeclarationReturned => benefit with { State = Benefit.Paid, Start = benefit.Start ?? month.FirstDay, Cents = cents },
        Benefit.Paid when draw < DeclarationMissing => benefit with { State = 4, Cents = null },
        _ => benefit,
    };
}
