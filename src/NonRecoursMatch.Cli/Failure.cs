using NonRecoursMatch.Keys.Files;
using NonRecoursMatch.Operator;

namespace NonRecoursMatch.Cli;

/// <summary>The exit code and message of every exception that may reach the command line.</summary>
static class Failure
{
    public static (int Code, string Message) Of(Exception e) => e switch
    {
        CliException known => (known.ExitCode, known.Message),
        OperatorException refused => (CodeOf(refused.Refusal), refused.Message),
        KeyRefusedException refused => (ExitCode.Refused, refused.Message),
        FileNotFoundException or DirectoryNotFoundException => (ExitCode.InputMissing, e.Message),
        UnauthorizedAccessException => (ExitCode.Refused, e.Message),
        IOException => (ExitCode.InputOutput, e.Message),
        _ => (ExitCode.Internal, $"internal error: {e.GetType().Name} at {e.StackTrace?.Split('\n')[0].Trim()}"),
    };

    static int CodeOf(Refusal refusal) => refusal switch
    {
        Refusal.InputMissing => ExitCode.InputMissing,
        Refusal.WrongKey => ExitCode.Refused,
        Refusal.OtherCampaign => ExitCode.Configuration,
        _ => ExitCode.No,
    };
}
