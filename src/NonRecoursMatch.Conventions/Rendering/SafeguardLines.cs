using System.Globalization;
using NonRecoursMatch.Conventions.Agreements;

namespace NonRecoursMatch.Conventions.Rendering;

/// <summary>The safeguards of an agreement, each a sentence with its values, in the order in which they are decided.</summary>
static class SafeguardLines
{
    public static IEnumerable<(string Key, object[] Arguments)> Of(Agreement agreement)
    {
        var safeguards = agreement.Safeguards;
        if (safeguards.JointControl is { } joint)
            yield return ("show.joint", [joint.Arrangement.Reference, Day(joint.Arrangement.Date), joint.ContactPoint]);
        if (agreement.SingleProcessor is null && safeguards.Processing is { } operating)
            yield return ("show.operator", [operating.Name]);
        if (safeguards.Processing is { Contract: { } contract, Dpo: { } dpo })
            yield return ("show.contract", [contract.Reference, Day(contract.Date), dpo]);
        if (safeguards.ImpactAssessment is { } assessment)
            yield return ("show.assessment", [assessment.Reference, Day(assessment.Date)]);
        if (safeguards.Information is { } information)
            yield return ("show.information", [information.How, Day(information.Since)]);
        if (safeguards.KeyDomain is { } domain)
            yield return ("show.keydomain", [domain.Purpose, domain.Profile, domain.Normalisation]);
    }

    // The form of the file: who signs compares the two.
    static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
