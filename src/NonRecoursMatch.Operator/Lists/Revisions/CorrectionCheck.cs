using System.Globalization;
using NonRecoursMatch.Operator.Intake;

namespace NonRecoursMatch.Operator.Lists.Revisions;

/// <summary>
/// A corrected extract that has lost much of its people is more often a truncated file than a correction, and would tell every recipient to stop
/// contacting them: it needs somebody who asked the body.
/// </summary>
public static class CorrectionCheck
{
    /// <summary>Whether going from <paramref name="before"/> to <paramref name="after"/> rows loses more than <paramref name="share"/> of them.</summary>
    public static bool LosesTooMuch(long before, long after, double share) => before - after > share * before;

    /// <summary>Refuses packages that lost too many persons since the previous revision.</summary>
    /// <exception cref="OperatorException">One did, and is not confirmed.</exception>
    public static void Require(MonthCircumstances circumstances, IReadOnlyList<ReceivedPackage> packages, double share)
    {
        if (circumstances.Previous is not { } previous)
            return;
        foreach (var package in packages.Where(package => !circumstances.Confirmed.Contains(package.Source.Id)))
        {
            if (previous.PersonsOf(package.Source) is { } before && LosesTooMuch(before, package.Persons, share))
                throw Refused(package.Source.Id, before, package.Persons, share);
        }
    }

    /// <summary>The refusal, with what to do.</summary>
    public static OperatorException Refused(string source, long before, long after, double share) => new(Refusal.Correction, string.Create(
        CultureInfo.InvariantCulture, $"{source}: {before} -> {after} (> {share:0.##%}); --confirm {source}"));
}
