using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Security.Cryptography;
using AesInstructions = System.Runtime.Intrinsics.X86.Aes;

namespace NonRecoursMatch.Keys.Derivation;

/// <summary>
/// AES-128 as the keyed function behind the traits of an anchor: one key per anchor (the second half of its HMAC, which never leaves the
/// holder), many short blocks. With the processor's own instructions where there are some, else with .NET's <see cref="Aes"/>, which is also
/// the reference: both give the bytes of <c>openssl enc -aes-128-ecb</c>. Not for two threads at a time.
/// </summary>
public sealed class TraitCipher : IDisposable
{
    /// <summary>Bytes of a key and of a block.</summary>
    public const int BlockSize = 16;

    const int Rounds = 10;

    readonly Vector128<byte>[] _roundKeys = GC.AllocateArray<Vector128<byte>>(Rounds + 1, pinned: true);
    readonly Aes? _portable;

    /// <summary>A cipher without key.</summary>
    /// <param name="portable">Asks for .NET's own AES even where the processor has instructions: the reference of the tests.</param>
    public TraitCipher(bool portable = false) => _portable = portable || !AesInstructions.IsSupported ? Aes.Create() : null;

    /// <summary>Takes another key of <see cref="BlockSize"/> bytes.</summary>
    public void Rekey(ReadOnlySpan<byte> key)
    {
        if (_portable is null)
            Expand(Vector128.Create(key[..BlockSize]));
        else
            _portable.SetKey(key[..BlockSize]);
    }

    /// <summary>Encrypts whole blocks in place.</summary>
    public void Encrypt(Span<byte> blocks)
    {
        if (_portable is not null)
        {
            _portable.EncryptEcb(blocks, blocks, PaddingMode.None);
            return;
        }

        var vectors = MemoryMarshal.Cast<byte, Vector128<byte>>(blocks);
        var at = 0;
        for (; at + 8 <= vectors.Length; at += 8)
            EncryptEight(vectors.Slice(at, 8));
        for (; at < vectors.Length; at++)
            vectors[at] = EncryptOne(vectors[at]);
    }

    /// <summary>Overwrites the key.</summary>
    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(MemoryMarshal.AsBytes(_roundKeys.AsSpan()));
        _portable?.Dispose();
    }

    Vector128<byte> EncryptOne(Vector128<byte> block)
    {
        block ^= _roundKeys[0];
        for (var round = 1; round < Rounds; round++)
            block = AesInstructions.Encrypt(block, _roundKeys[round]);
        return AesInstructions.EncryptLast(block, _roundKeys[Rounds]);
    }

    /// <summary>Eight blocks side by side: the instruction takes a few cycles but one can start every cycle.</summary>
    void EncryptEight(Span<Vector128<byte>> v)
    {
        var key = _roundKeys[0];
        var (a, b, c, d, e, f, g, h) = (v[0] ^ key, v[1] ^ key, v[2] ^ key, v[3] ^ key, v[4] ^ key, v[5] ^ key, v[6] ^ key, v[7] ^ key);
        for (var round = 1; round < Rounds; round++)
        {
            key = _roundKeys[round];
            a = AesInstructions.Encrypt(a, key);
            b = AesInstructions.Encrypt(b, key);
            c = AesInstructions.Encrypt(c, key);
            d = AesInstructions.Encrypt(d, key);
            e = AesInstructions.Encrypt(e, key);
            f = AesInstructions.Encrypt(f, key);
            g = AesInstructions.Encrypt(g, key);
            h = AesInstructions.Encrypt(h, key);
        }

        key = _roundKeys[Rounds];
        v[0] = AesInstructions.EncryptLast(a, key);
        v[1] = AesInstructions.EncryptLast(b, key);
        v[2] = AesInstructions.EncryptLast(c, key);
        v[3] = AesInstructions.EncryptLast(d, key);
        v[4] = AesInstructions.EncryptLast(e, key);
        v[5] = AesInstructions.EncryptLast(f, key);
        v[6] = AesInstructions.EncryptLast(g, key);
        v[7] = AesInstructions.EncryptLast(h, key);
    }

    /// <summary>The key schedule of AES-128 (FIPS 197, 5.2); the round constant is an immediate of the instruction.</summary>
    void Expand(Vector128<byte> key)
    {
        _roundKeys[0] = key;
        _roundKeys[1] = key = Next(key, AesInstructions.KeygenAssist(key, 0x01));
        _roundKeys[2] = key = Next(key, AesInstructions.KeygenAssist(key, 0x02));
        _roundKeys[3] = key = Next(key, AesInstructions.KeygenAssist(key, 0x04));
        _roundKeys[4] = key = Next(key, AesInstructions.KeygenAssist(key, 0x08));
        _roundKeys[5] = key = Next(key, AesInstructions.KeygenAssist(key, 0x10));
        _roundKeys[6] = key = Next(key, AesInstructions.KeygenAssist(key, 0x20));
        _roundKeys[7] = key = Next(key, AesInstructions.KeygenAssist(key, 0x40));
        _roundKeys[8] = key = Next(key, AesInstructions.KeygenAssist(key, 0x80));
        _roundKeys[9] = key = Next(key, AesInstructions.KeygenAssist(key, 0x1B));
        _roundKeys[10] = Next(key, AesInstructions.KeygenAssist(key, 0x36));
    }

    static Vector128<byte> Next(Vector128<byte> key, Vector128<byte> assist)
    {
        var word = Vector128.Shuffle(assist.AsUInt32(), Vector128.Create(3u)).AsByte();
        key ^= ShiftLeft(key);
        key ^= ShiftLeft(key);
        key ^= ShiftLeft(key);
        return key ^ word;
    }

    /// <summary>Moves every 32-bit word one place up, a zero comes in.</summary>
    static Vector128<byte> ShiftLeft(Vector128<byte> key) => System.Runtime.Intrinsics.X86.Sse2.ShiftLeftLogical128BitLane(key, 4);
}
