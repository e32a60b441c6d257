using NonRecoursMatch.Rights.Articles;
using NonRecoursMatch.Rights.Foyers;
using NonRecoursMatch.Rights.Lois;

namespace NonRecoursMatch.Rights.Communs;

/// <summary>The family benefits that RSA and PPA count, of the month M-k alone, €/month.</summary>
static class PrestationsFamiliales
{
    // What is paid is rounded and net of CRDS or not, according to the file: an increase is recognised within a euro.
    const double Tolerance = 1;

    /// <summary>Adds them to <paramref name="total"/>.</summary>
    [Article("R262-10 CASF")]
    [Article("R844-4 CSS")]
    [Etape("Prestations familiales du mois", "Family benefits of the month")]
    public static void Add(Lot lot, FamilleLaw law, FoyerDuMois mois, Span<double> total)
    {
        AllocationsFamiliales(lot, law, mois, total);
        ComplementFamilial(lot, law, mois, total);
        Paje(lot, mois, total);
        SoutienFamilial(lot, law, mois, total);
    }

    /// <summary>
    /// AF as paid, less the increases for the age of children, where the amount shows them: it is the base for the children under 20 and a whole
    /// number of increases.
    /// </summary>
    [Article("R262-10 CASF")]
    [Article("R262-11 2° CASF")]
    [Article("R844-5 3° CSS")]
    static void AllocationsFamiliales(Lot lot, FamilleLaw law, FoyerDuMois mois, Span<double> total)
    {
        var serie = lot.Foyers[Verse.Af];
        var holders = serie.Holders;
        var paid = serie.At(mois.K);
        // Less than two children with one increase shows none: nobody has to be counted.
        var least = law.AfDeux + law.MajorationAge - Tolerance;
        for (var i = 0; i < holders.Length; i++)
            total[holders[i]] += paid[i] < least ? paid[i] : AfSansMajoration(lot, holders[i], law, mois, paid[i]);
    }

    static double AfSansMajoration(Lot lot, int foyer, FamilleLaw law, FoyerDuMois mois, double paid)
    {
        var (n, older) = Enfants(lot, foyer, law, mois);
        return SansMajoration(paid, n < 2 ? 0 : law.AfDeux + ((n - 2) * law.AfSupplementaire), law.MajorationAge, older);
    }

    /// <summary>CF at its rate without increase: what is paid, less the increase for low incomes where the amount shows it.</summary>
    [Article("R262-10 CASF")]
    [Article("R844-4 II CSS")]
    static void ComplementFamilial(Lot lot, FamilleLaw law, FoyerDuMois mois, Span<double> total)
    {
        var serie = lot.Foyers[Verse.Cf];
        var holders = serie.Holders;
        var paid = serie.At(mois.K);
        for (var i = 0; i < holders.Length; i++)
            total[holders[i]] += SansMajoration(paid[i], law.Cf, law.MajorationCf, 1);
    }

    /// <summary>The base allowance and the shared parental leave of PAJE, in full.</summary>
    [Article("R262-10 CASF")]
    static void Paje(Lot lot, FoyerDuMois mois, Span<double> total)
    {
        lot.Foyers[Verse.PajeBase].AddTo(total, mois.K);
        lot.Foyers[Verse.PajePrepare].AddTo(total, mois.K);
    }

    /// <summary>ASF up to a flat amount for each child who opens it.</summary>
    [Article("R262-10-1 CASF")]
    [Article("R844-4 CSS")]
    static void SoutienFamilial(Lot lot, FamilleLaw law, FoyerDuMois mois, Span<double> total)
    {
        var serie = lot.Foyers[Verse.Asf];
        var holders = serie.Holders;
        var paid = serie.At(mois.K);
        for (var i = 0; i < holders.Length; i++)
            total[holders[i]] += Math.Min(paid[i], law.AsfForfait * Enfants(lot, holders[i], law, mois).Nombre);
    }

    static double SansMajoration(double paid, double rate, double increase, int most)
    {
        if (rate <= 0 || paid <= rate || most == 0)
            return paid;
        var increases = Math.Round((paid - rate) / increase);
        return increases >= 1 && increases <= most && Math.Abs(paid - rate - (increases * increase)) < Tolerance ? rate : paid;
    }

    /// <summary>Children for AF, and those of them whose age opens an increase.</summary>
    static (int Nombre, int Majores) Enfants(Lot lot, int foyer, FamilleLaw law, FoyerDuMois mois)
    {
        var (n, older) = (0, 0);
        var naissance = lot.Foyers.Enfants.Naissance;
        var first = lot.Foyers.PremierEnfant;
        for (var child = first[foyer]; child < first[foyer + 1]; child++)
        {
            var months = lot.Foyers.Mois.Index - mois.K - naissance[child];
            if (months < 0 || months >= 12 * law.AgeLimiteAf || mois.EstAutonome(lot, child))
                continue;
            n++;
            older += months >= 12 * law.AgeMajoration ? 1 : 0;
        }

        return (n, older);
    }
}
