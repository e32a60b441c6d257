using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Packages;
using NonRecoursMatch.Keys.Derivation;

namespace NonRecoursMatch.Holder.Anchors;

/// <summary>
/// Makes the anchors of a record and, under each, its traits. The anchor token is the first half of an HMAC; the second half, which never leaves,
/// is the AES key that turns trait blocks into 16-bit values. Always <see cref="AnchorTexts.Slots"/> of them: those that the identity does not
/// have are random under the campaign key. One per thread.
/// </summary>
public sealed class AnchorMaker : IDisposable
{
    const int Block = TraitCipher.BlockSize;
    const int PadBlocks = (TraitSlots.Size + Block - 1) / Block;

    readonly NameFrequencies _frequencies;
    readonly Tokeniser _anchors;
    readonly TraitCipher _cipher = new();
    readonly TraitCipher _padding = new();
    readonly AnchorTexts _texts = new();
    readonly SoundKeys _sounds = new();
    readonly TraitBlocks _blocks = new();
    readonly byte[] _full = GC.AllocateArray<byte>(AnchorTexts.Slots * HMACSHA256.HashSizeInBytes, pinned: true);
    readonly byte[] _work = new byte[TraitSlots.Count * Block];
    readonly byte[] _replaced = new byte[TraitSlots.Size + 1];
    readonly Key128[] _tokens = new Key128[AnchorTexts.Slots];
    readonly byte[] _traits = new byte[AnchorTexts.Slots * TraitSlots.Size];

    /// <summary>A maker under one campaign key.</summary>
    public AnchorMaker(CampaignKey campaign, NameFrequencies frequencies)
    {
        _frequencies = frequencies;
        _anchors = campaign.Tokeniser(PseudonymProfile.Ancre);
        using var padding = campaign.Tokeniser(PseudonymProfile.Remplissage);
        Span<byte> key = stackalloc byte[HMACSHA256.HashSizeInBytes];
        padding.Expand("remplissage"u8, key);
        _padding.Rekey(key);
        CryptographicOperations.ZeroMemory(key);
    }

    /// <summary>How many of the anchors come from the identity; the others are random.</summary>
    public int Real { get; private set; }

    /// <summary>Class of the frequency of surname and given name together, 0 (most common) to 15 (rarest).</summary>
    public byte NameClass { get; private set; }

    /// <summary>The token of an anchor.</summary>
    public Key128 Token(int slot) => _tokens[slot];

    /// <summary>The traits under an anchor, <see cref="TraitSlots.Size"/> bytes.</summary>
    public ReadOnlySpan<byte> Traits(int slot) => _traits.AsSpan(slot * TraitSlots.Size, TraitSlots.Size);

    /// <summary>Letter of the combination of an anchor.</summary>
    public byte Letter(int slot) => _texts[slot][0];

    /// <summary>Makes the anchors of one record.</summary>
    /// <param name="identity">Its identity.</param>
    /// <param name="handle">Its handle.</param>
    public void Make(IdentityForms identity, Key128 handle)
    {
        _sounds.Fill(identity);
        _texts.Fill(identity, _sounds);
        _blocks.Fill(identity, _sounds, handle);
        NameClass = _frequencies.ClassOf(identity);
        Real = _texts.Count;
        _anchors.ExpandMany(_texts.Buffer, _texts.Places, _full);
        for (var slot = 0; slot < AnchorTexts.Slots; slot++)
        {
            if (slot >= Real)
            {
                Pad(slot, handle);
                continue;
            }

            var full = _full.AsSpan(slot * HMACSHA256.HashSizeInBytes, HMACSHA256.HashSizeInBytes);
            _tokens[slot] = Key128.Read(full);
            _cipher.Rekey(full[Block..]);
            _blocks.Blocks.CopyTo(_work);
            _cipher.Encrypt(_work);
            Put(slot, Block);
        }
    }

    /// <summary>A random anchor of a record: the same for the same record and slot, and nobody else's.</summary>
    /// <param name="slot">Slot, or the number of an anchor that is replaced.</param>
    /// <param name="handle">Handle of the record.</param>
    public Key128 Random(int slot, Key128 handle)
    {
        Span<byte> block = stackalloc byte[Block];
        BinaryPrimitives.WriteInt64LittleEndian(block, slot);
        BinaryPrimitives.WriteUInt64LittleEndian(block[8..], handle.Low);
        _padding.Encrypt(block);
        return Key128.Read(block);
    }

    /// <summary>Traits that belong to nobody, with what is missing in <paramref name="record"/> missing and its class; valid until the next call.</summary>
    /// <param name="record">Traits and class of the record.</param>
    /// <param name="token">Its random anchor.</param>
    public ReadOnlySpan<byte> RandomTraits(ReadOnlySpan<byte> record, Key128 token)
    {
        FillRandom(_replaced, token);
        var values = MemoryMarshal.Cast<byte, ushort>(_replaced.AsSpan(0, TraitSlots.Size));
        var known = MemoryMarshal.Cast<byte, ushort>(record[..TraitSlots.Size]);
        for (var i = 0; i < values.Length; i++)
            values[i] = known[i] == TraitSlots.Missing ? TraitSlots.Missing : Math.Max(values[i], (ushort)1);
        _replaced[^1] = record[TraitSlots.Size];
        return _replaced;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _anchors.Dispose();
        _cipher.Dispose();
        _padding.Dispose();
        _blocks.Clear();
        _texts.Clear();
        CryptographicOperations.ZeroMemory(_full);
        CryptographicOperations.ZeroMemory(_work);
    }

    void Pad(int slot, Key128 handle)
    {
        _tokens[slot] = Random(slot, handle);
        FillRandom(_work, _tokens[slot]);
        Put(slot, sizeof(ushort));
    }

    /// <summary>Bytes that belong to a random anchor and to nothing else.</summary>
    void FillRandom(Span<byte> output, Key128 token)
    {
        Span<byte> random = stackalloc byte[PadBlocks * Block];
        for (var i = 0; i < PadBlocks; i++)
        {
            token.Write(random[(i * Block)..]);
            random[i * Block] ^= (byte)(i + 1);
        }

        _padding.Encrypt(random);
        random[..TraitSlots.Size].CopyTo(output);
    }

    /// <summary>Keeps two bytes of each trait; what is missing shows as missing under random anchors as well.</summary>
    void Put(int slot, int stride)
    {
        var values = MemoryMarshal.Cast<byte, ushort>(_traits.AsSpan(slot * TraitSlots.Size, TraitSlots.Size));
        for (var i = 0; i < values.Length; i++)
        {
            var value = BinaryPrimitives.ReadUInt16LittleEndian(_work.AsSpan(i * stride));
            values[i] = _blocks.IsMissing(i) ? TraitSlots.Missing : Math.Max(value, (ushort)1);
        }
    }
}
