using System.Globalization;
using NonRecoursMatch.Conventions.Agreements;

namespace NonRecoursMatch.Cli.Auditing;

/// <summary>What the agreement says was decided before anything was processed: arrangement, processor, impact assessment, information. What it does not say is said to lack.</summary>
static class SheetSafeguards
{
    public static IEnumerable<IReadOnlyList<string>> Rows(Agreement agreement, SheetTexts texts)
    {
        var safeguards = agreement.Safeguards;
        var joint = safeguards.JointControl;
        if (agreement.Controllers.Count > 1)
            yield return [texts.Get("fait.accord"), joint is null ? texts.Get("texte.non_dit") : $"{Words(joint.Arrangement)}, {joint.ContactPoint}"];
        yield return [texts.Get("fait.sous_traitance"), Processor(agreement, texts)];
        yield return [texts.Get("fait.aipd"), safeguards.ImpactAssessment is { } assessment ? Words(assessment) : texts.Get("texte.non_dit")];
        yield return [texts.Get("fait.information"), safeguards.Information is { } information ? $"{information.How} ({Day(information.Since)})" : texts.Get("texte.non_dit")];
    }

    /// <summary>The processor or operator, its contract and its data protection officer.</summary>
    public static string Processor(Agreement agreement, SheetTexts texts) => agreement.Safeguards.Processing switch
    {
        { Contract: { } contract } processing => $"{processing.Name}, {Words(contract)}, DPO {processing.Dpo}",
        { } processing => processing.Name,
        null => texts.Get("texte.non_dit"),
    };

    static string Words(DatedDocument document) => $"{document.Reference} ({Day(document.Date)})";

    static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
