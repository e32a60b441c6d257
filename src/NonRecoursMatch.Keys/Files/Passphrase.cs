using System.Security.Cryptography;

namespace NonRecoursMatch.Keys.Files;

/// <summary>A passphrase, given by reference (<c>env:NAME</c>, <c>file:PATH</c>) and never by value. Pinned, and overwritten on disposal.</summary>
sealed class Passphrase : IDisposable
{
    /// <summary>Fewest bytes of a passphrase that protects a new file (ANSSI, mots de passe, 2021).</summary>
    public const int LeastLength = 12;

    readonly byte[] _bytes;

    Passphrase(ReadOnlySpan<byte> bytes)
    {
        _bytes = GC.AllocateArray<byte>(bytes.Length, pinned: true);
        bytes.CopyTo(_bytes);
    }

    public ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>Reads a passphrase; a line end after it does not count.</summary>
    /// <exception cref="KeyRefusedException">It is not there, or others can read its file.</exception>
    public static Passphrase Read(string reference, string folder) => KeyReference.Read(reference, folder, "passphrase", found =>
    {
        found.RequirePrivate();
        return new Passphrase(found.Bytes.TrimEnd("\r\n"u8));
    });

    /// <summary>Refuses to protect a new file with a passphrase that is soon guessed.</summary>
    /// <exception cref="KeyRefusedException">It is too short.</exception>
    public void RequireStrong()
    {
        if (_bytes.Length < LeastLength)
            throw new KeyRefusedException(KeyRefusal.WeakPassphrase, $"a passphrase has at least {LeastLength} characters");
    }

    /// <inheritdoc/>
    public void Dispose() => CryptographicOperations.ZeroMemory(_bytes);

    /// <summary>Always masked.</summary>
    public override string ToString() => "•••";
}
