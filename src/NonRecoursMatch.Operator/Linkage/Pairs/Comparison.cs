using System.Runtime.InteropServices;
using NonRecoursMatch.Conventions.Packages;
using static NonRecoursMatch.Conventions.Packages.TraitSlots;

namespace NonRecoursMatch.Operator.Linkage.Pairs;

/// <summary>
/// Compares the traits that two records carry under an anchor that they share. Sixteen bits agree by chance once in 65,536: below what two names
/// do; where a pair shares several anchors the worst agreement counts.
/// </summary>
static class Comparison
{
    /// <summary>Bytes of a record in <see cref="PackageTables.Traits"/>: the traits and the class of the name.</summary>
    public const int RecordSize = Size + 1;

    /// <summary>Compares two records; the result does not depend on their order.</summary>
    public static Agreement Of(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        var a = MemoryMarshal.Cast<byte, ushort>(left[..Size]);
        var b = MemoryMarshal.Cast<byte, ushort>(right[..Size]);
        var (surname, givenName) = (Surname(a, b), Given(a, b));
        if (surname == FamilyNameLevel.Different && givenName >= FirstNameLevel.Initial && (IsSurnameOf(a, b) || IsSurnameOf(b, a)))
            (surname, givenName) = (FamilyNameLevel.Swapped, IsSurnameOf(a, b) && IsSurnameOf(b, a) ? FirstNameLevel.Exact : FirstNameLevel.Different);
        var common = Agreement.HasNameClass(surname, givenName) ? Math.Min(left[Size], right[Size]) : 0;
        return new Agreement(surname, givenName, Birth(a, b), Place(a, b, BirthPlace, BirthDepartement), Place(a, b, Residence, Residence), Place(a, b, Sex, Sex), common);
    }

    static FamilyNameLevel Surname(ReadOnlySpan<ushort> a, ReadOnlySpan<ushort> b)
    {
        if (a[SurnameFull] == Missing || b[SurnameFull] == Missing)
            return FamilyNameLevel.Missing;
        if (Meet(a.Slice(SurnameFull, SurnameFullCount), b.Slice(SurnameFull, SurnameFullCount)))
            return FamilyNameLevel.Exact;
        if (Meet(a.Slice(SurnameFull, SurnameFullCount + SurnamePartCount), b.Slice(SurnameFull, SurnameFullCount + SurnamePartCount)))
            return FamilyNameLevel.Part;
        if (Meet(a.Slice(SurnameSound, SurnameSoundCount), b.Slice(SurnameSound, SurnameSoundCount)))
            return FamilyNameLevel.Sound;
        const int All = SurnameFullCount * DeletionCount;
        return Meet(a.Slice(SurnameDeletions, All), b.Slice(SurnameDeletions, All)) ? FamilyNameLevel.Near : FamilyNameLevel.Different;
    }

    static FirstNameLevel Given(ReadOnlySpan<ushort> a, ReadOnlySpan<ushort> b)
    {
        if (a[GivenName] == Missing || b[GivenName] == Missing)
            return FirstNameLevel.Missing;
        // JEAN PIERRE against JEAN-PIERRE: the first of one is the compound of the other, both ways.
        if (a[GivenName] == b[GivenName] || (a[GivenName] == b[GivenName + 1] && a[GivenName + 1] == b[GivenName]))
            return FirstNameLevel.Exact;
        // JEAN against JEAN-PAUL, or the second given name as the one in use; JEAN-PAUL against JEAN-MARC has no first name in common.
        if (Contains(b.Slice(GivenName + 1, GivenNameCount - 1), a[GivenName]) || Contains(a.Slice(GivenName + 1, GivenNameCount - 1), b[GivenName]))
            return FirstNameLevel.Other;
        if (Meet(a.Slice(GivenNameSound, 1), b.Slice(GivenNameSound, 1)))
            return FirstNameLevel.Sound;
        if (Meet(a.Slice(GivenNameDeletions, DeletionCount), b.Slice(GivenNameDeletions, DeletionCount)))
            return FirstNameLevel.Near;
        return a[Initial] == b[Initial] ? FirstNameLevel.Initial : FirstNameLevel.Different;
    }

    /// <summary>The given name of one is the other's surname, one slip at most apart: full names and deletions lie in the same domains.</summary>
    static bool IsSurnameOf(ReadOnlySpan<ushort> a, ReadOnlySpan<ushort> b)
        => a[GivenName] != Missing && b[SurnameFull] != Missing
            && (Contains(b.Slice(SurnameFull, SurnameFullCount + SurnamePartCount), a[GivenName])
                || Meet(a.Slice(GivenNameDeletions, DeletionCount), b.Slice(SurnameDeletions, SurnameFullCount * DeletionCount)));

    static BirthLevel Birth(ReadOnlySpan<ushort> a, ReadOnlySpan<ushort> b)
    {
        var (agree, unknown) = (0, 0);
        for (var slot = Year; slot <= Day; slot++)
        {
            agree += a[slot] == b[slot] && a[slot] != Missing ? 1 : 0;
            unknown += a[slot] == Missing || b[slot] == Missing ? 1 : 0;
        }

        if (unknown == 3)
            return BirthLevel.Missing;
        if (unknown > 0)
            return agree + unknown == 3 ? BirthLevel.Partial : BirthLevel.Different;
        if (agree == 3)
            return a[NewYear] != Missing ? BirthLevel.NewYear : BirthLevel.Exact;
        if (agree > 0 && a[Year] == b[Year] && a[DayMonth] == b[DayMonth])
            return BirthLevel.Swapped;
        if (a[Year] == b[Year] && (a[NewYear] != Missing || b[NewYear] != Missing))
            return BirthLevel.Partial;
        return agree switch { 2 => BirthLevel.Two, 1 => BirthLevel.One, _ => BirthLevel.Different };
    }

    static PlaceLevel Place(ReadOnlySpan<ushort> a, ReadOnlySpan<ushort> b, int slot, int wider)
    {
        if (a[slot] == Missing || b[slot] == Missing)
            return PlaceLevel.Missing;
        if (a[slot] == b[slot])
            return PlaceLevel.Exact;
        return wider != slot && a[wider] == b[wider] && a[wider] != Missing ? PlaceLevel.Departement : PlaceLevel.Different;
    }

    static bool Meet(ReadOnlySpan<ushort> one, ReadOnlySpan<ushort> other)
    {
        foreach (var value in one)
        {
            if (Contains(other, value))
                return true;
        }

        return false;
    }

    /// <summary>Vectorised by the framework; a missing value agrees with nothing.</summary>
    static bool Contains(ReadOnlySpan<ushort> values, ushort value) => value != Missing && values.Contains(value);
}
