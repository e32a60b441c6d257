using NonRecoursMatch.Cli.Comparing;
using NonRecoursMatch.Cli.Texts;
using NonRecoursMatch.Conventions.Faults;
using NonRecoursMatch.Conventions.Rendering;
using NonRecoursMatch.Holder.IdentityFiles;
using NonRecoursMatch.Holder.Registers;
using NonRecoursMatch.Holder.Reports;
using NonRecoursMatch.Holder.Validation;
using NonRecoursMatch.Keys.Files;
using NonRecoursMatch.Operator;
using NonRecoursMatch.Recipient;
using NonRecoursMatch.Rights.Parameters;
using NonRecoursMatch.Synthetic;
using NonRecoursMatch.Trust.Journals;
using NonRecoursMatch.Trust.Manifests;
using NonRecoursMatch.Trust.Seals;
using NonRecoursMatch.Trust.Signing;

namespace NonRecoursMatch.Cli;

/// <summary>
/// The exit code and message of every exception that may reach the command line: a sentence in the person's language by kind of failure,
/// then the technical detail, which stays in English.
/// </summary>
static class Failure
{
    public static (int Code, string Message) Of(Exception e) => e switch
    {
        CliException known => (known.ExitCode, known.Message),
        AgreementException invalid => (ExitCode.Configuration, Describe(invalid)),
        IdentityFileException or LinkageFileException => (ExitCode.No, Say("Identities", e)),
        RightsDataException => (ExitCode.Configuration, Say("Rights", e)),
        GenerationException => (ExitCode.Configuration, Say("Generation", e)),
        ManifestException => (ExitCode.No, Say("Manifest", e)),
        JournalBrokenException broken => (ExitCode.No, CliTexts.Format("Failure.Journal", broken.Found.BrokenLine, broken.Found.Fault)),
        ExtractRefusedException refused => (ExitCode.No, TextReport.Render(refused.Report, CliTexts.Language).TrimEnd()),
        OperatorException refused => (CodeOf(refused.Refusal), Say("Operator." + refused.Refusal, e)),
        RegisterException refused => (refused.Refusal == RegisterRefusal.ClockSetBack ? ExitCode.Configuration : ExitCode.No, Say("Register." + refused.Refusal, e)),
        RecipientException refused => (CodeOf(refused.Refusal), Say("Recipient." + refused.Refusal, e)),
        KeyRefusedException refused => (ExitCode.Refused, Say("Key." + refused.Reason, e)),
        SigningRefusedException refused => (ExitCode.Refused, Say("Signing." + refused.Reason, e)),
        SealRefusedException refused => (refused.Reason is SealRefusal.OtherCampaign ? ExitCode.Configuration : ExitCode.Refused, Say("Seal." + refused.Reason, e)),
        FileNotFoundException or DirectoryNotFoundException => (ExitCode.InputMissing, Say("InputMissing", e)),
        UnauthorizedAccessException => (ExitCode.Refused, Say("Refused", e)),
        IOException => (ExitCode.InputOutput, Say("InputOutput", e)),
        _ => (ExitCode.Internal, CliTexts.Format("Failure.Internal", e.GetType().Name, e.StackTrace?.Split('\n')[0].Trim())),
    };

    static string Say(string kind, Exception e) => CliTexts.Format("Failure." + kind, e.Message);

    static string Describe(AgreementException invalid)
        => invalid.Path + "\n" + FaultReport.Text(invalid.Faults, CliTexts.Language).TrimEnd();

    static int CodeOf(RecipientRefusal refusal) => refusal == RecipientRefusal.HandleTable ? ExitCode.Refused : ExitCode.No;

    static int CodeOf(Refusal refusal) => refusal switch
    {
        Refusal.InputMissing => ExitCode.InputMissing,
        Refusal.WrongKey or Refusal.UnknownSender => ExitCode.Refused,
        Refusal.OtherCampaign => ExitCode.Configuration,
        _ => ExitCode.No,
    };
}
