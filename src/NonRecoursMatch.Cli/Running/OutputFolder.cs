using NonRecoursMatch.Cli.Texts;

namespace NonRecoursMatch.Cli.Running;

/// <summary>Makes sure of a place to write before any work is done for it.</summary>
static class OutputFolder
{
    /// <summary>Creates the folder if it is not there.</summary>
    /// <exception cref="CliException">It cannot be created (73).</exception>
    public static void Require(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CliException(ExitCode.CannotCreate, CliTexts.Format("Error.CannotCreate", folder, e.Message));
        }
    }
}
