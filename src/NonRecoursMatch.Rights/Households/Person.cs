using System.Numerics;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Rights.Foyers;

namespace NonRecoursMatch.Rights.Households;

/// <summary>An adult or a child of a described household. Reused from line to line.</summary>
public sealed class Person
{
    static readonly int s_kinds = Enum.GetValues<Revenu>().Length;

    readonly double[] _histories = new double[s_kinds * Serie.Mois];
    readonly List<(Revenu Kind, YearMonth Month, double Amount)> _dated = [];
    int _given;
    int _carried;

    /// <summary>Birth date, or null while it has not been read.</summary>
    public DateOnly? Birth { get; set; }

    /// <summary>What is true of the person.</summary>
    public Traits Traits { get; set; }

    /// <summary>Years of permit; null when not given.</summary>
    public double? PermitYears { get; set; }

    /// <summary>Incapacity rate, 0 to 1.</summary>
    public double IncapacityRate { get; set; }

    /// <summary>Self-employed profits by year, € a year.</summary>
    public Dictionary<int, double> Independent { get; } = [];

    /// <summary>Agricultural profits by year, € a year.</summary>
    public Dictionary<int, double> Farm { get; } = [];

    /// <summary>Whether the month M of a kind of income was not given: the last known one stands for it.</summary>
    public bool IsCarried => _carried != 0;

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        for (var given = _given; given != 0; given &= given - 1)
            History((Revenu)BitOperations.TrailingZeroCount(given)).Clear();
        _dated.Clear();
        Independent.Clear();
        Farm.Clear();
        (_given, _carried, Birth, Traits, PermitYears, IncapacityRate) = (0, 0, null, Traits.None, null, 0);
    }

    /// <summary>Whether a kind of income was given.</summary>
    public bool Has(Revenu kind) => (_given & (1 << (int)kind)) != 0;

    /// <summary>The history of a kind of income, M first, €/month (a stock for savings).</summary>
    public Span<double> History(Revenu kind) => _histories.AsSpan((int)kind * Serie.Mois, Serie.Mois);

    /// <summary>Opens the history of a kind of income for writing.</summary>
    public Span<double> Give(Revenu kind)
    {
        _given |= 1 << (int)kind;
        return History(kind);
    }

    /// <summary>Gives the amount of one month.</summary>
    public void Give(Revenu kind, YearMonth month, double amount)
    {
        _given |= 1 << (int)kind;
        _dated.Add((kind, month, amount));
    }

    /// <summary>Puts amounts given by month in place once M is known. Months after the last one given, up to M, repeat it: it is unknown, not interrupted.</summary>
    public void Place(YearMonth mois)
    {
        if (_dated.Count == 0)
            return;
        foreach (var kind in _dated.Select(entry => entry.Kind).Distinct())
        {
            var history = History(kind);
            var last = int.MaxValue;
            foreach (var (_, month, amount) in _dated.Where(entry => entry.Kind == kind && entry.Month <= mois))
            {
                var k = mois - month;
                last = Math.Min(last, k);
                if (k < Serie.Mois)
                    history[k] = amount;
            }

            if (last == 0)
                continue;
            _carried |= 1 << (int)kind;
            var carried = last < Serie.Mois ? history[last] : 0;
            history[..Math.Min(last, Serie.Mois)].Fill(carried);
        }
    }
}
