using System.Security.Cryptography;
using System.Text;

namespace NonRecoursMatch.Keys.Files;

/// <summary>Finds a key by reference: <c>env:NAME</c> or <c>file:PATH</c>. A key is never given by value.</summary>
public static class KeyReference
{
    const UnixFileMode OthersMayUse = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;
    const int LargestFile = 1 << 16;

    /// <summary>Whether the text has the form of a reference.</summary>
    public static bool IsReference(string text)
        => (text.StartsWith("env:", StringComparison.Ordinal) && text.Length > 4) || (text.StartsWith("file:", StringComparison.Ordinal) && text.Length > 5);

    /// <summary>Opens the key.</summary>
    /// <param name="reference"><c>env:NAME</c> or <c>file:PATH</c>.</param>
    /// <param name="folder">Folder that a relative path starts from: that of the agreement.</param>
    /// <exception cref="KeyRefusedException">There is none, it is not a key, or others can read its file.</exception>
    public static KeyFile Open(string reference, string folder)
    {
        if (!IsReference(reference))
            throw new KeyRefusedException(KeyRefusal.NotAReference, "a key is given by reference, env:NAME or file:PATH, never by value");
        return reference[0] == 'e' ? FromEnvironment(reference[4..]) : FromFile(Path.Combine(folder, reference[5..]));
    }

    /// <summary>Opens a root key.</summary>
    /// <exception cref="KeyRefusedException">See <see cref="Open"/>; or it is a holder secret.</exception>
    public static RootKey OpenRoot(string reference, string folder)
    {
        using var file = Open(reference, folder);
        return file.OpenRoot();
    }

    /// <summary>Opens a holder secret.</summary>
    /// <exception cref="KeyRefusedException">See <see cref="Open"/>; or it is a root key.</exception>
    public static HolderSecret OpenSecret(string reference, string folder)
    {
        using var file = Open(reference, folder);
        return file.OpenSecret();
    }

    static KeyFile FromEnvironment(string name)
    {
        // A variable is a string by nature: it can be neither pinned nor overwritten. `file:` is the better reference.
        var text = Environment.GetEnvironmentVariable(name);
        if (string.IsNullOrEmpty(text))
            throw new KeyRefusedException(KeyRefusal.Missing, "the environment variable of the key reference is not set");
        var bytes = GC.AllocateArray<byte>(Encoding.UTF8.GetByteCount(text), pinned: true);
        try
        {
            Encoding.UTF8.GetBytes(text, bytes);
            return KeyFileJson.Read(bytes, "the environment variable of the key reference");
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }

    static KeyFile FromFile(string path)
    {
        var bytes = GC.AllocateArray<byte>(LargestFile, pinned: true);
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
            var mode = OperatingSystem.IsWindows() ? UnixFileMode.None : File.GetUnixFileMode(stream.SafeFileHandle);
            var length = stream.ReadAtLeast(bytes, LargestFile, throwOnEndOfStream: false);
            var file = KeyFileJson.Read(bytes.AsSpan(0, length), Path.GetFileName(path));
            if (file.Test || (mode & OthersMayUse) == 0)
                return file;
            file.Dispose();
            throw new KeyRefusedException(KeyRefusal.ReadableByOthers, $"{path} can be read or changed by other users: chmod 600 it, and consider the key known");
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            throw new KeyRefusedException(KeyRefusal.Missing, $"key file {path} does not exist or may not be read");
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }
}
