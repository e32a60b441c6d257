using System.Globalization;
using NonRecoursMatch.Conventions.Faults;
using NonRecoursMatch.Conventions.Rendering;
using NonRecoursMatch.Holder.Reports;
using NonRecoursMatch.Holder.Validation;
using NonRecoursMatch.Keys.Files;
using NonRecoursMatch.Operator;
using NonRecoursMatch.Rights.Parameters;
using NonRecoursMatch.Synthetic;
using NonRecoursMatch.Trust.Journals;
using NonRecoursMatch.Trust.Manifests;

namespace NonRecoursMatch.Cli;

/// <summary>The exit code and message of every exception that may reach the command line.</summary>
static class Failure
{
    public static (int Code, string Message) Of(Exception e) => e switch
    {
        CliException known => (known.ExitCode, known.Message),
        AgreementException invalid => (ExitCode.Configuration, Describe(invalid)),
        RightsDataException or GenerationException => (ExitCode.Configuration, e.Message),
        ManifestException or JournalBrokenException => (ExitCode.No, e.Message),
        ExtractRefusedException refused => (ExitCode.No, TextReport.Render(refused.Report, CultureInfo.CurrentUICulture).TrimEnd()),
        OperatorException refused => (CodeOf(refused.Refusal), refused.Message),
        KeyRefusedException refused => (ExitCode.Refused, refused.Message),
        FileNotFoundException or DirectoryNotFoundException => (ExitCode.InputMissing, e.Message),
        UnauthorizedAccessException => (ExitCode.Refused, e.Message),
        IOException => (ExitCode.InputOutput, e.Message),
        _ => (ExitCode.Internal, $"internal error: {e.GetType().Name} at {e.StackTrace?.Split('\n')[0].Trim()}"),
    };

    static string Describe(AgreementException invalid)
        => invalid.Path + "\n" + FaultReport.Text(invalid.Faults, CultureInfo.CurrentUICulture).TrimEnd();

    static int CodeOf(Refusal refusal) => refusal switch
    {
        Refusal.InputMissing => ExitCode.InputMissing,
        Refusal.WrongKey => ExitCode.Refused,
        Refusal.OtherCampaign => ExitCode.Configuration,
        _ => ExitCode.No,
    };
}
