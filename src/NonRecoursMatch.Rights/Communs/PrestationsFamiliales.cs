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
    public static void Add(FoyerColumns foyers, int k, FamilleLaw law, ReadOnlySpan<double> autonome, Span<double> total)
    {
        AllocationsFamiliales(foyers, k, law, autonome, total);
        ComplementFamilial(foyers, k, law, total);
        Paje(foyers, k, total);
        SoutienFamilial(foyers, k, law, autonome, total);
    }

    /// <summary>
    /// AF as paid, less the increases for the age of children, where the amount shows them: it is the base for the children under 20 and a whole
    /// number of increases.
    /// </summary>
    [Article("R262-10 CASF")]
    [Article("R262-11 2° CASF")]
    [Article("R844-5 3° CSS")]
    static void AllocationsFamiliales(FoyerColumns foyers, int k, FamilleLaw law, ReadOnlySpan<double> autonome, Span<double> total)
    {
        var serie = foyers[Verse.Af];
        var holders = serie.Holders;
        var paid = serie.At(k);
        for (var i = 0; i < holders.Length; i++)
        {
            var (n, older) = Enfants(foyers, holders[i], k, law, autonome);
            var scale = n < 2 ? 0 : law.AfDeux + ((n - 2) * law.AfSupplementaire);
            total[holders[i]] += SansMajoration(paid[i], scale, law.MajorationAge, older);
        }
    }

    /// <summary>CF at its rate without increase: what is paid, less the increase for low incomes where the amount shows it.</summary>
    [Article("R262-10 CASF")]
    [Article("R844-4 II CSS")]
    static void ComplementFamilial(FoyerColumns foyers, int k, FamilleLaw law, Span<double> total)
    {
        var serie = foyers[Verse.Cf];
        var holders = serie.Holders;
        var paid = serie.At(k);
        for (var i = 0; i < holders.Length; i++)
            total[holders[i]] += SansMajoration(paid[i], law.Cf, law.MajorationCf, 1);
    }

    /// <summary>The base allowance and the shared parental leave of PAJE, in full.</summary>
    [Article("R262-10 CASF")]
    static void Paje(FoyerColumns foyers, int k, Span<double> total)
    {
        foyers[Verse.PajeBase].AddTo(total, k);
        foyers[Verse.PajePrepare].AddTo(total, k);
    }

    /// <summary>ASF up to a flat amount for each child who opens it.</summary>
    [Article("R262-10-1 CASF")]
    [Article("R844-4 CSS")]
    static void SoutienFamilial(FoyerColumns foyers, int k, FamilleLaw law, ReadOnlySpan<double> autonome, Span<double> total)
    {
        var serie = foyers[Verse.Asf];
        var holders = serie.Holders;
        var paid = serie.At(k);
        for (var i = 0; i < holders.Length; i++)
            total[holders[i]] += Math.Min(paid[i], law.AsfForfait * Enfants(foyers, holders[i], k, law, autonome).Nombre);
    }

    static double SansMajoration(double paid, double rate, double increase, int most)
    {
        var increases = Math.Round((paid - rate) / increase);
        var shown = rate > 0 && increases >= 1 && increases <= most && Math.Abs(paid - rate - (increases * increase)) < Tolerance;
        return shown ? rate : paid;
    }

    static (int Nombre, int Majores) Enfants(FoyerColumns foyers, int foyer, int k, FamilleLaw law, ReadOnlySpan<double> autonome)
    {
        var (n, older) = (0, 0);
        for (var child = foyers.PremierEnfant[foyer]; child < foyers.PremierEnfant[foyer + 1]; child++)
        {
            var age = Condition.Age(foyers, foyers.Enfants, child, k);
            if (age < 0 || age >= law.AgeLimiteAf || autonome[child] != 0)
                continue;
            n++;
            older += age >= law.AgeMajoration ? 1 : 0;
        }

        return (n, older);
    }
}
