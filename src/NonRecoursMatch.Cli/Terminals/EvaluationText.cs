using NonRecoursMatch.Cli.Texts;
using NonRecoursMatch.Recipient.Evaluation;

namespace NonRecoursMatch.Cli.Terminals;

/// <summary>What <c>evaluation export</c> made, for the territory: exact counts, which stay with it.</summary>
static class EvaluationText
{
    /// <summary>Says it.</summary>
    public static void Write(TextWriter output, EvaluationBalance balance, EvaluationProfile profile, DateOnly expiry, bool test, string folder)
    {
        if (test)
            output.WriteLine("TEST");
        output.WriteLine(CliTexts.Format("Evaluation.Title", EvaluationProfiles.Word(profile), CliTexts.Date(EvaluationProfiles.Expiry(profile, expiry))));
        output.WriteLine(CliTexts.Format("Evaluation.Rows", balance.Rows, balance.Answers));
        foreach (var (cause, count) in balance.Drops)
            output.WriteLine("  " + CliTexts.Format("Evaluation.Drop." + cause, count));
        output.WriteLine(CliTexts.Format("Evaluation.Folder", folder));
    }
}
