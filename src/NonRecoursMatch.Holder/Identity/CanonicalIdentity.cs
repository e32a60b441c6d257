using System.Buffers;

namespace NonRecoursMatch.Holder.Identity;

/// <summary>
/// The canonical texts of one person: the strong one (NIR without key) and up to two weak ones (<c>NOM|PRENOM|AAAAMMJJ</c> with the birth
/// surname, and with the usage surname when it differs). One object is reused for every row; the texts never leave the holder.
/// </summary>
public sealed class CanonicalIdentity
{
    readonly ArrayBufferWriter<byte> _strong = new(Nir.LengthWithoutKey);
    readonly ArrayBufferWriter<byte> _birth = new(128);
    readonly ArrayBufferWriter<byte> _usage = new(128);
    readonly ArrayBufferWriter<byte> _givenName = new(64);

    /// <summary>Canonical text of the NIR; empty without a token-giving NIR.</summary>
    public ReadOnlySpan<byte> Strong => _strong.WrittenSpan;

    /// <summary>Number of weak texts, 0 to 2.</summary>
    public int WeakCount => (_birth.WrittenCount > 0 ? 1 : 0) + (_usage.WrittenCount > 0 ? 1 : 0);

    /// <summary>A weak text.</summary>
    public ReadOnlySpan<byte> Weak(int index) => (index == 0 && _birth.WrittenCount > 0 ? _birth : _usage).WrittenSpan;

    /// <summary>Reads a person. Texts are UTF-8; an empty one is unknown.</summary>
    /// <param name="nir">NIR cell.</param>
    /// <param name="birthName">Birth surname.</param>
    /// <param name="usageName">Usage surname.</param>
    /// <param name="givenNames">Given names, the first one first.</param>
    /// <param name="birth">Birth date; default when unknown.</param>
    /// <param name="dayByDefault">Whether the source says that day, or day and month, were unknown (<c>type_date_naissance</c> J or O).</param>
    public void Read(ReadOnlySpan<byte> nir, ReadOnlySpan<byte> birthName, ReadOnlySpan<byte> usageName, ReadOnlySpan<byte> givenNames, BirthDate birth, bool dayByDefault)
    {
        Clear();
        _strong.Write(Nir.Read(nir).Canonical);
        if (!birth.IsComplete || (dayByDefault && birth.IsNewYear) || !NameNormaliser.AppendGivenName(givenNames, _givenName))
            return;
        Compose(birthName, birth, _birth);
        Compose(usageName, birth, _usage);
        if (_usage.WrittenSpan.SequenceEqual(_birth.WrittenSpan))
            _usage.ResetWrittenCount();
    }

    /// <summary>Overwrites what was read.</summary>
    public void Clear()
    {
        _strong.Clear();
        _birth.Clear();
        _usage.Clear();
        _givenName.Clear();
    }

    /// <summary>Always masked.</summary>
    public override string ToString() => "•••";

    void Compose(ReadOnlySpan<byte> surname, BirthDate birth, ArrayBufferWriter<byte> text)
    {
        if (!NameNormaliser.AppendSurname(surname, text))
        {
            text.Clear();
            return;
        }

        text.Write("|"u8);
        text.Write(_givenName.WrittenSpan);
        text.Write("|"u8);
        birth.Write(text.GetSpan(8));
        text.Advance(8);
    }
}
