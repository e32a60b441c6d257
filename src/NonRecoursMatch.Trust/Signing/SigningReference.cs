using System.Security.Cryptography;
using System.Text;

namespace NonRecoursMatch.Trust.Signing;

/// <summary>Reads the PEM that <c>env:NAME</c> or <c>file:PATH</c> names; the caller wipes it.</summary>
static class SigningReference
{
    const UnixFileMode OthersMayUse = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;
    const int LargestFile = 1 << 16;

    public static char[] Read(string reference, string folder)
    {
        if (reference.StartsWith("env:", StringComparison.Ordinal) && reference.Length > 4)
            return Environment.GetEnvironmentVariable(reference[4..]) is { Length: > 0 } text ? text.ToCharArray() : throw Missing("the environment variable of the reference is not set");
        if (reference.StartsWith("file:", StringComparison.Ordinal) && reference.Length > 5)
            return FromFile(Path.Combine(folder, reference[5..]));
        throw new SigningRefusedException(SigningRefusal.NotAReference, "an identity is given by reference, env:NAME or file:PATH, never by value");
    }

    static char[] FromFile(string path)
    {
        var bytes = GC.AllocateArray<byte>(LargestFile, pinned: true);
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
            if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(stream.SafeFileHandle) & OthersMayUse) != 0)
                throw new SigningRefusedException(SigningRefusal.ReadableByOthers, $"{path} can be read or changed by other users: chmod 600 it, and consider the key known");
            var length = stream.ReadAtLeast(bytes, LargestFile, throwOnEndOfStream: false);
            return Encoding.ASCII.GetChars(bytes, 0, length);
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            throw Missing($"{path} does not exist or may not be read");
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }

    static SigningRefusedException Missing(string message) => new(SigningRefusal.Missing, message);
}
