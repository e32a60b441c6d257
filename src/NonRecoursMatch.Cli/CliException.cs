namespace NonRecoursMatch.Cli;

/// <summary>An error that the command line itself found, with its exit code. The message says what was expected and what to do.</summary>
sealed class CliException(int exitCode, string message) : Exception(message)
{
    /// <summary>One of <see cref="ExitCode"/>.</summary>
    public int ExitCode { get; } = exitCode;
}
