namespace NonRecoursMatch.Cli.Comparing;

/// <summary>A file of pairs or of true pairs cannot be read.</summary>
sealed class LinkageFileException(string message) : Exception(message);
