using System.Security.Cryptography;
using System.Text;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Keys.Files;

namespace NonRecoursMatch.Keys.Derivation;

/// <summary>
/// Makes the handles and group ids of one source and month: HMAC-SHA-256 under <c>HKDF-Expand(holder secret, source "|" month)</c>, first
/// sixteen bytes. A person's reference is preceded by <c>p|</c> and a group's by <c>g|</c>, so the two never collide. Not for two threads at a time.
/// </summary>
public sealed class HandleMaker : IDisposable
{
    readonly IncrementalHash _hmac;

    internal HandleMaker(ReadOnlySpan<byte> secret, string source, YearMonth month)
    {
        var bytes = GC.AllocateArray<byte>(KeyMaterial.Size, pinned: true);
        try
        {
            HKDF.Expand(HashAlgorithmName.SHA256, secret, bytes, Encoding.UTF8.GetBytes($"{source}|{month}"));
            _hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, bytes);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }

    /// <summary>The handle of a person, from the body's own reference in UTF-8.</summary>
    public Key128 Person(ReadOnlySpan<byte> reference) => Make("p|"u8, reference);

    /// <summary>The id of a dossier, lease or household, from the body's own reference in UTF-8.</summary>
    public Key128 Group(ReadOnlySpan<byte> reference) => Make("g|"u8, reference);

    /// <inheritdoc/>
    public void Dispose() => _hmac.Dispose();

    Key128 Make(ReadOnlySpan<byte> prefix, ReadOnlySpan<byte> reference)
    {
        Span<byte> full = stackalloc byte[HMACSHA256.HashSizeInBytes];
        _hmac.AppendData(prefix);
        _hmac.AppendData(reference);
        _hmac.GetHashAndReset(full);
        return Key128.Read(full);
    }
}
