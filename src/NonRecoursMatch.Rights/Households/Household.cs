using NonRecoursMatch.Columns;
using NonRecoursMatch.Rights.Foyers;

namespace NonRecoursMatch.Rights.Households;

/// <summary>A described household, one line of the input of <c>rights compute</c>. Reused from line to line.</summary>
public sealed class Household
{
    readonly List<Person> _pool = [];
    readonly double[][] _paid = [.. Enum.GetValues<Verse>().Select(_ => new double[Serie.Mois])];
    readonly List<(Verse Kind, YearMonth Month, double Amount)> _dated = [];
    int _used;

    /// <summary>Id as given, or null.</summary>
    public string? Id { get; set; }

    /// <summary>Month of right given by the line, or null.</summary>
    public YearMonth? Month { get; set; }

    /// <summary>Commune of residence, or null.</summary>
    public string? Depcom { get; set; }

    /// <summary>Where that is.</summary>
    public Zone Zone { get; set; }

    /// <summary>Housing.</summary>
    public Logement Housing { get; set; }

    /// <summary>Monthly rent or instalment, €.</summary>
    public double Rent { get; set; }

    /// <summary>Whether the couple is married.</summary>
    public bool Married { get; set; }

    /// <summary>Isolation under 18 months.</summary>
    public bool IsolatedRecent { get; set; }

    /// <summary>Adults, one or two.</summary>
    public List<Person> Adults { get; } = [];

    /// <summary>Children under 25.</summary>
    public List<Person> Children { get; } = [];

    /// <summary>Forgets everything and keeps the memory.</summary>
    public void Clear()
    {
        (Id, Month, Depcom, Zone, Housing, Rent, Married, IsolatedRecent) = (null, null, null, Zone.Inconnue, Logement.Inconnu, 0, false, false);
        Adults.Clear();
        Children.Clear();
        _dated.Clear();
        _used = 0;
        foreach (var history in _paid)
            Array.Clear(history);
    }

    /// <summary>A person to fill, to be added to <see cref="Adults"/> or <see cref="Children"/>.</summary>
    public Person NewPerson()
    {
        if (_used == _pool.Count)
            _pool.Add(new Person());
        var person = _pool[_used++];
        person.Clear();
        return person;
    }

    /// <summary>The history of a benefit paid, M first, €/month.</summary>
    public Span<double> Paid(Verse kind) => _paid[(int)kind];

    /// <summary>Gives the amount paid in one month.</summary>
    public void GivePaid(Verse kind, YearMonth month, double amount) => _dated.Add((kind, month, amount));

    /// <summary>Puts amounts given by month in place, once M is known.</summary>
    public void Place(YearMonth mois)
    {
        foreach (var person in Adults)
            person.Place(mois);
        foreach (var person in Children)
            person.Place(mois);
        if (_dated.Count == 0)
            return;
        foreach (var group in _dated.Where(entry => entry.Month <= mois).GroupBy(entry => entry.Kind))
        {
            var history = Paid(group.Key);
            foreach (var (_, month, amount) in group)
            {
                if (mois - month < Serie.Mois)
                    history[mois - month] = amount;
            }

            var last = group.Min(entry => mois - entry.Month);
            if (last < Serie.Mois)
                history[..last].Fill(history[last]);
        }
    }
}
