using System.Buffers.Binary;
using System.Security.Cryptography;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Packages;
using NonRecoursMatch.Keys.Derivation;

namespace NonRecoursMatch.Holder.Anchors;

/// <summary>
/// The traits of one identity before any key: for each of <see cref="TraitSlots"/> a block of sixteen bytes, its domain and its text (or the first
/// fifteen bytes of the text's SHA-256 when it is longer). A slot of variants that has none holds a block that nobody else has, made from the handle.
/// The blocks hold identity values: they are encrypted under every anchor and never stored.
/// </summary>
public sealed class TraitBlocks
{
    const int Block = TraitCipher.BlockSize;
    const byte Unique = 0xFF;
    const byte Digest = 0x80;
    const int DeletionLetters = TraitSlots.DeletionCount - 1;

    readonly byte[] _blocks = new byte[TraitSlots.Count * Block];
    readonly bool[] _missing = new bool[TraitSlots.Count];
    Key128 _handle;

    /// <summary>The blocks, <see cref="TraitSlots.Count"/> of them.</summary>
    public ReadOnlySpan<byte> Blocks => _blocks;

    /// <summary>Whether the trait of a slot is unknown.</summary>
    public bool IsMissing(int slot) => _missing[slot];

    /// <summary>Fills the blocks.</summary>
    /// <param name="identity">The identity.</param>
    /// <param name="sounds">Its phonetic keys.</param>
    /// <param name="handle">Handle of the row: makes the blocks of absent variants its own.</param>
    public void Fill(IdentityForms identity, SoundKeys sounds, Key128 handle)
    {
        _handle = handle;
        FillNames(identity, sounds);
        var birth = identity.Birth;
        Number(TraitSlots.Year, 'y', birth.Year);
        Number(TraitSlots.Month, 'm', birth.Month);
        Number(TraitSlots.Day, 'd', birth.Day);
        var both = birth is { Month: > 0, Day: > 0 };
        Number(TraitSlots.DayMonth, 'x', both ? (Math.Min(birth.Day, birth.Month) * 100) + Math.Max(birth.Day, birth.Month) : 0);
        Number(TraitSlots.NewYear, 'j', both && birth.IsNewYear ? 1 : 0);
        Scalar(TraitSlots.BirthPlace, 'p', identity.BirthPlace);
        Span<byte> departement = stackalloc byte[8];
        Scalar(TraitSlots.BirthDepartement, 'q', departement[..Identity.PlaceForms.Departement(identity.BirthPlace, departement)]);
        Scalar(TraitSlots.Residence, 'r', identity.Residence);
        Scalar(TraitSlots.Sex, 's', identity.Sex == 0 ? default : [identity.Sex]);
    }

    /// <summary>Overwrites the blocks.</summary>
    public void Clear() => Array.Clear(_blocks);

    /// <summary>Always masked.</summary>
    public override string ToString() => "•••";

    void FillNames(IdentityForms identity, SoundKeys sounds)
    {
        var (surname, given) = (identity.Surname, identity.GivenNames);
        Scalar(TraitSlots.SurnameFull, 'n', surname.FullCount > 0 ? surname.Full(0) : default);
        Variant(TraitSlots.SurnameFull + 1, 'n', surname.FullCount > 1 ? surname.Full(1) : default);
        for (var i = 0; i < TraitSlots.SurnamePartCount; i++)
            Variant(TraitSlots.SurnamePart + i, 'n', i < surname.PartCount ? surname.Part(i) : default);
        for (var i = 0; i < TraitSlots.SurnameSoundCount; i++)
            Variant(TraitSlots.SurnameSound + i, 'o', sounds.Surname(i));
        for (var i = 0; i < TraitSlots.SurnameFullCount; i++)
            Deletions(TraitSlots.SurnameDeletions + (i * TraitSlots.DeletionCount), i < surname.FullCount ? surname.Full(i) : default);

        Scalar(TraitSlots.GivenName, 'n', given.Slot(0));
        for (var i = 1; i < TraitSlots.GivenNameCount; i++)
            Variant(TraitSlots.GivenName + i, 'n', given.Slot(i));
        for (var i = 0; i < TraitSlots.GivenNameSoundCount; i++)
            Variant(TraitSlots.GivenNameSound + i, 'o', sounds.GivenName(i));
        Deletions(TraitSlots.GivenNameDeletions, given.Slot(0));
        Scalar(TraitSlots.Initial, 'i', given.Slot(0).IsEmpty ? default : given.Slot(0)[..1]);
    }

    /// <summary>The first nine letters of the name and every way of dropping one: two names one insertion, deletion, substitution or swap apart share one.</summary>
    void Deletions(int slot, ReadOnlySpan<byte> name)
    {
        Span<byte> shorter = stackalloc byte[DeletionLetters];
        var letters = name[..Math.Min(name.Length, DeletionLetters)];
        Variant(slot, 'e', letters);
        for (var i = 0; i < DeletionLetters; i++)
        {
            // Too short a name would be everybody's neighbour; of a double letter one is dropped once, or two equal values would tell that there is one.
            if (i >= letters.Length || letters.Length < 3 || (i > 0 && letters[i] == letters[i - 1]))
            {
                Variant(slot + 1 + i, 'e', default);
                continue;
            }

            letters[..i].CopyTo(shorter);
            letters[(i + 1)..].CopyTo(shorter[i..]);
            Variant(slot + 1 + i, 'e', shorter[..(letters.Length - 1)]);
        }
    }

    void Number(int slot, char domain, int value)
    {
        Span<byte> text = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(text, value);
        Scalar(slot, domain, value == 0 ? default : text);
    }

    void Scalar(int slot, char domain, ReadOnlySpan<byte> text)
    {
        _missing[slot] = text.IsEmpty;
        Variant(slot, domain, text);
    }

    void Variant(int slot, char domain, ReadOnlySpan<byte> text)
    {
        var block = _blocks.AsSpan(slot * Block, Block);
        block.Clear();
        if (text.IsEmpty)
        {
            block[0] = Unique;
            block[1] = (byte)slot;
            BinaryPrimitives.WriteUInt64LittleEndian(block[8..], _handle.Low);
        }
        else if (text.Length < Block)
        {
            block[0] = (byte)domain;
            text.CopyTo(block[1..]);
        }
        else
        {
            Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
            SHA256.HashData(text, digest);
            block[0] = (byte)(domain | Digest);
            digest[..(Block - 1)].CopyTo(block[1..]);
        }
    }
}
