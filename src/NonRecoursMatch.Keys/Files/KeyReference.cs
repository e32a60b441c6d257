using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace NonRecoursMatch.Keys.Files;

/// <summary>
/// Finds what is secret by reference: <c>env:NAME</c> or <c>file:PATH</c>, never by value. The two halves of a key are one reference, with a comma
/// between them: <c>file:A.json,file:B.json</c>.
/// </summary>
public static partial class KeyReference
{
    const UnixFileMode OthersMayUse = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;
    const int LargestFile = 1 << 16;

    /// <summary>Whether the text has the form of a reference.</summary>
    public static bool IsReference(string text)
        => (text.StartsWith("env:", StringComparison.Ordinal) && text.Length > 4) || (text.StartsWith("file:", StringComparison.Ordinal) && text.Length > 5);

    /// <summary>The references of the halves, or the reference alone.</summary>
    internal static string[] Halves(string reference) => BetweenHalves().Split(reference);

    /// <summary>The file that a reference names, or null for a variable.</summary>
    internal static string? PathOf(string reference, string folder)
        => reference.StartsWith("file:", StringComparison.Ordinal) ? Path.GetFullPath(Path.Combine(folder, reference[5..])) : null;

    /// <summary>Reads what a reference names, and overwrites it once <paramref name="use"/> has what it needs.</summary>
    /// <param name="reference"><c>env:NAME</c> or <c>file:PATH</c>.</param>
    /// <param name="folder">Folder that a relative path starts from.</param>
    /// <param name="what">What is looked for, for messages.</param>
    /// <param name="use">Takes what was found; must not keep its bytes.</param>
    /// <exception cref="KeyRefusedException">There is none.</exception>
    internal static T Read<T>(string reference, string folder, string what, Func<Found, T> use)
    {
        if (!IsReference(reference))
            throw new KeyRefusedException(KeyRefusal.NotAReference, $"a {what} is given by reference, env:NAME or file:PATH, never by value");
        return PathOf(reference, folder) is { } path ? FromFile(path, what, use) : FromEnvironment(reference[4..], what, use);
    }

    static T FromEnvironment<T>(string name, string what, Func<Found, T> use)
    {
        // A variable is a string by nature: it can be neither pinned nor overwritten. `file:` is the better reference.
        var text = Environment.GetEnvironmentVariable(name);
        if (string.IsNullOrEmpty(text))
            throw new KeyRefusedException(KeyRefusal.Missing, $"the environment variable of the {what} reference is not set");
        var bytes = GC.AllocateArray<byte>(Encoding.UTF8.GetByteCount(text), pinned: true);
        try
        {
            Encoding.UTF8.GetBytes(text, bytes);
            return use(new Found(bytes, $"the environment variable of the {what} reference", othersMayRead: false));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }

    static T FromFile<T>(string path, string what, Func<Found, T> use)
    {
        var bytes = GC.AllocateArray<byte>(LargestFile, pinned: true);
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
            var mode = OperatingSystem.IsWindows() ? UnixFileMode.None : File.GetUnixFileMode(stream.SafeFileHandle);
            var length = stream.ReadAtLeast(bytes, LargestFile, throwOnEndOfStream: false);
            return use(new Found(bytes.AsSpan(0, length), path, (mode & OthersMayUse) != 0));
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            throw new KeyRefusedException(KeyRefusal.Missing, $"{what} file {path} does not exist or may not be read");
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }

    [GeneratedRegex(",(?=env:|file:)", RegexOptions.CultureInvariant)]
    private static partial Regex BetweenHalves();

    /// <summary>What a reference led to.</summary>
    /// <param name="bytes">Its content.</param>
    /// <param name="origin">Where it is, for messages.</param>
    /// <param name="othersMayRead">Whether other users of the machine can read or change it.</param>
    internal readonly ref struct Found(ReadOnlySpan<byte> bytes, string origin, bool othersMayRead)
    {
        /// <summary>Its content.</summary>
        public ReadOnlySpan<byte> Bytes { get; } = bytes;

        /// <summary>Where it is, for messages.</summary>
        public string Origin { get; } = origin;

        /// <summary>Refuses what other users of the machine can read or change.</summary>
        public void RequirePrivate()
        {
            if (othersMayRead)
                throw new KeyRefusedException(KeyRefusal.ReadableByOthers, $"{Origin} can be read or changed by other users: chmod 600 it, and consider what it holds known");
        }
    }
}
