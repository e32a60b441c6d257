namespace NonRecoursMatch.Holder.IdentityFiles;

/// <summary>A file of identities cannot be read. The message names file, line and column, never a value.</summary>
public sealed class IdentityFileException(string message) : Exception(message);
