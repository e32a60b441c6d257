using System.Buffers;
using NonRecoursMatch.Holder.Identity.Names;

namespace NonRecoursMatch.Holder.Identity;

/// <summary>
/// The canonical texts of one person: the strong one (NIR without key) and up to two weak ones (<c>NOM|PRENOM|AAAAMMJJ</c> with each full form
/// of the surnames: birth name, then usage name when it differs). One object is reused for every row; the texts never leave the holder.
/// </summary>
public sealed class CanonicalIdentity
{
    readonly ArrayBufferWriter<byte> _strong = new(Nir.LengthWithoutKey);
    readonly ArrayBufferWriter<byte>[] _weak = [new(128), new(128)];
    readonly SurnameForms _surnames = new();
    readonly GivenNameForms _givenNames = new();

    /// <summary>Canonical text of the NIR; empty without a token-giving NIR.</summary>
    public ReadOnlySpan<byte> Strong => _strong.WrittenSpan;

    /// <summary>Number of weak texts, 0 to 2.</summary>
    public int WeakCount { get; private set; }

    /// <summary>A weak text.</summary>
    public ReadOnlySpan<byte> Weak(int index) => _weak[index].WrittenSpan;

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
        if (!birth.IsComplete || (dayByDefault && birth.IsNewYear))
            return;
        _givenNames.Read(givenNames);
        if (_givenNames.Slot(0).IsEmpty)
            return;
        _surnames.Read(birthName, usageName);
        for (var i = 0; i < _surnames.FullCount; i++)
            Compose(_surnames.Full(i), birth, _weak[i]);
        WeakCount = _surnames.FullCount;
    }

    /// <summary>Overwrites what was read.</summary>
    public void Clear()
    {
        _strong.Clear();
        foreach (var text in _weak)
            text.Clear();
        WeakCount = 0;
        _surnames.Clear();
        _givenNames.Clear();
    }

    /// <summary>Always masked.</summary>
    public override string ToString() => "•••";

    void Compose(ReadOnlySpan<byte> surname, BirthDate birth, ArrayBufferWriter<byte> text)
    {
        text.Write(surname);
        text.Write("|"u8);
        text.Write(_givenNames.Slot(0));
        text.Write("|"u8);
        birth.Write(text.GetSpan(8));
        text.Advance(8);
    }
}
