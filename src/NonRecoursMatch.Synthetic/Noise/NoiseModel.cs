using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Extracts;
using NonRecoursMatch.Synthetic.Extracts;
using NonRecoursMatch.Synthetic.Population;
using NonRecoursMatch.Synthetic.Randomness;
using NonRecoursMatch.Synthetic.Records;

namespace NonRecoursMatch.Synthetic.Noise;

/// <summary>
/// Identity errors as sources make them, in proportion to <c>--noise</c>: every value stays valid for its format and plausible for a reader.
/// Rates at 1 are round figures, ours; landlords and CCAS, who copy from conversations, err several times more than caisses.
/// </summary>
internal sealed class NoiseModel(double noise, ulong seed, YearMonth month)
{
    const ulong Purpose = 3;
    const int SourcesPerPerson = 4096;
    readonly Xoshiro _random = new(seed, Purpose, 0);

    /// <summary>The identity as the source writes it. Draws from a stream of its own for each person and source: population and facts stay the same at every noise.</summary>
    public WrittenIdentity Write(SourceRecord record)
    {
        var identity = WrittenIdentity.True(record);
        if (noise <= 0)
            return identity;
        _random.Reseed(seed, Purpose, ((ulong)record.Person.Number * SourcesPerPerson) + (ulong)record.Source.Index);
        var harshness = Harshness(record.Source.Kind) * (record.Person.BirthPlace.StartsWith("99", StringComparison.Ordinal) ? 2 : 1);
        Names(identity, record, harshness);
        Birth(identity, record, harshness);
        if (identity.BirthPlace.Length > 0 && Hits(0.05, harshness))
            identity.BirthPlace = "";

        // Where the NIR is the reference itself (CPAM, CARSAT, MSA health) a row cannot do without.
        if (record.Family is not null && Hits(0.01, harshness))
            identity.Nir = "";
        return identity;
    }

    void Names(WrittenIdentity identity, SourceRecord record, double harshness)
    {
        if (Hits(0.01, harshness) && identity.UsageName.Length > 0 && identity.BirthName.Length > 0)
            (identity.BirthName, identity.UsageName) = (identity.UsageName, identity.BirthName);
        if (Hits(0.015, harshness) && identity.BirthName.Length > 0)
            identity.UsageName = "";
        if (Hits(0.008, harshness))
        {
            if (identity.BirthName.Length > 0)
                identity.BirthName = Typo.In(_random, identity.BirthName);
            else
                identity.UsageName = Typo.In(_random, identity.UsageName);
        }

        if (Hits(0.008, harshness))
            identity.First = Typo.In(_random, identity.First);
        if (Hits(0.15, harshness) && identity.First.Contains('-', StringComparison.Ordinal))
            identity.First = identity.First.Replace('-', ' ');
        if (Hits(0.006, harshness) && identity.Second.Length > 0)
            (identity.First, identity.Second) = (identity.Second, identity.First);

        // Old files keep 15 characters of a name; capitals without accents are everywhere. Neither is an error of identity.
        if (Hits(0.1, harshness) && !record.Source.HoldsNir)
            identity.BirthName = identity.BirthName.Length > 10 ? identity.BirthName[..10] : identity.BirthName;
        if (Hits(0.3, 1))
            identity.First = Unaccented.Capitals(identity.First);
        if (Hits(0.1, harshness))
            identity.Second = "";
    }

    void Birth(WrittenIdentity identity, SourceRecord record, double harshness)
    {
        var person = record.Person;
        var (swaps, slips, empties) = (Hits(0.003, harshness), Hits(0.003, harshness), Hits(0.012, harshness));
        if (empties && !record.Source.HoldsNir)
            identity.Birth = "";
        else if (person.Precision != BirthPrecision.Full)
            return;
        else if (swaps && person.Birth.Day <= 12 && person.Birth.Day != person.Birth.Month)
            identity.Birth = Written.Day(new DateOnly(person.Birth.Year, person.Birth.Day, person.Birth.Month));
        else if (slips && Slip(person.Birth) is var other && other < month.FirstDay)
            identity.Birth = Written.Day(other);
    }

    DateOnly Slip(DateOnly birth) => _random.PickWeighted([60, 25, 15]) switch
    {
        0 => birth.AddDays(_random.Pick(-1, 1)),
        1 => birth.AddMonths(_random.Pick(-1, 1)),
        _ => birth.AddYears(_random.Pick(-10, -1, 1)),
    };

    // One draw per question, whatever the answer, so that more noise adds errors to those that were there.
    bool Hits(double rate, double harshness) => _random.Chance(Math.Min(0.9, rate * harshness * noise));

    static double Harshness(SourceKind kind) => kind switch
    {
        SourceKind.Cpam => 0.5,
        SourceKind.Carsat => 0.8,
        SourceKind.Bailleur => 2.5,
        SourceKind.Ccas => 3.5,
        _ => 1,
    };
}
