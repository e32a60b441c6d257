using NonRecoursMatch.Columns;
using NonRecoursMatch.Rights.Foyers;
using NonRecoursMatch.Rights.Parameters;

namespace NonRecoursMatch.Rights.Lois;

/// <summary>All the values that one month of right needs, read once: those of the month and those of each month of the history (index k = M-k).</summary>
public sealed class LawBook
{
    /// <summary>Reads the values for a month of right.</summary>
    /// <exception cref="RightsDataException">The month is not supported, or a value is missing.</exception>
    public LawBook(RightsParameters parameters, YearMonth mois)
    {
        parameters.RequireSupported(mois);
        Mois = mois;
        Rsa = RsaLaw.InForce(parameters, mois);
        C2s = C2sLaw.InForce(parameters, mois);
        Famille = History(5, month => FamilleLaw.InForce(parameters, month));
        Ppa = History(5, month => PpaLaw.InForce(parameters, month));
        MinimumVieillesse = History(14, month => MinimumVieillesseLaw.InForce(parameters, month));
        AbattementsC2s = History(14, month => Lois.AbattementsC2s.InForce(parameters, month));
        LivretA = History(Serie.Mois, month => parameters.At("epargne.livret_a", month).Value);
        InteretEpargne = parameters.At("rsa.interet_epargne", mois).Value;
        BrutSalaire = parameters.At("revenus.brut_net_salaire", mois).Value;
        BrutRetraite = parameters.At("revenus.brut_net_retraite", mois).Value;
        Marge = parameters.At("verdicts.marge", mois).Value;
        AgeTauxPlein = (int)parameters.At("retraite.age_taux_plein", mois).Value;
        AahMaximum = parameters.At("aah.montant_maximum", mois).Value;

        T[] History<T>(int months, Func<YearMonth, T> read) => [.. Enumerable.Range(0, months).Select(k => read(mois.AddMonths(-k)))];
    }

    /// <summary>Month of right M.</summary>
    public YearMonth Mois { get; }

    /// <summary>RSA of M.</summary>
    public RsaLaw Rsa { get; }

    /// <summary>C2S of M.</summary>
    public C2sLaw C2s { get; }

    /// <summary>Family law of M to M-4.</summary>
    public IReadOnlyList<FamilleLaw> Famille { get; }

    /// <summary>PPA of M to M-4.</summary>
    public IReadOnlyList<PpaLaw> Ppa { get; }

    /// <summary>ASPA and ASI of M to M-13.</summary>
    public IReadOnlyList<MinimumVieillesseLaw> MinimumVieillesse { get; }

    /// <summary>C2S allowances of M to M-13.</summary>
    public IReadOnlyList<AbattementsC2s> AbattementsC2s { get; }

    /// <summary>Livret A rate of M to M-16, part a year.</summary>
    public double[] LivretA { get; }

    /// <summary>Deemed interest of other savings, part a year.</summary>
    public double InteretEpargne { get; }

    /// <summary>Gross over net wage, where only the net one is known.</summary>
    public double BrutSalaire { get; }

    /// <summary>Gross over net pension, likewise.</summary>
    public double BrutRetraite { get; }

    /// <summary>Margin above a minimum from which a right is presumed, €/month.</summary>
    public double Marge { get; }

    /// <summary>Age from which a pension is at the full rate whatever the career, whole years.</summary>
    public int AgeTauxPlein { get; }

    /// <summary>Maximum AAH, €/month.</summary>
    public double AahMaximum { get; }
}
