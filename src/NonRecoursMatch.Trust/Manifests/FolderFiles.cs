using System.IO.Enumeration;

namespace NonRecoursMatch.Trust.Manifests;

/// <summary>What lies in a folder that comes from somebody else: no name and no link in it may make us read outside.</summary>
static class FolderFiles
{
    /// <summary>Whether a stated name stays in the folder: relative, <c>/</c> between parts, no <c>.</c> or <c>..</c>, no control character.</summary>
    public static bool IsPlain(string name)
        => !Path.IsPathRooted(name) && !name.Contains('\\', StringComparison.Ordinal) && !name.Any(char.IsControl)
            && Array.TrueForAll(name.Split('/'), part => part is not ("" or "." or ".."));

    /// <summary>Files of the folder, at any depth, and whether each is a link; links to folders are listed as such and not followed.</summary>
    public static Dictionary<string, bool> Of(string folder)
    {
        var entries = new FileSystemEnumerable<(string Name, bool IsLink)>(
            folder,
            (ref FileSystemEntry entry) => (
                Path.GetRelativePath(folder, entry.ToFullPath()).Replace(Path.DirectorySeparatorChar, '/'),
                IsLink(ref entry)),
            new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false })
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory || IsLink(ref entry),
            ShouldRecursePredicate = (ref FileSystemEntry entry) => !IsLink(ref entry),
        };
        return entries.ToDictionary(entry => entry.Name, entry => entry.IsLink, StringComparer.Ordinal);
    }

    static bool IsLink(ref FileSystemEntry entry) => entry.Attributes.HasFlag(FileAttributes.ReparsePoint);
}
