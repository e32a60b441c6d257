using NonRecoursMatch.Conventions.Packages;
using NonRecoursMatch.Holder.Identity.Names;

namespace NonRecoursMatch.Holder.Anchors;

/// <summary>The distinct phonetic keys of an identity's names, worked out once per row.</summary>
public sealed class SoundKeys
{
    const int LongestKey = 16;
    const int Given = TraitSlots.SurnameSoundCount;

    readonly byte[] _keys = new byte[(TraitSlots.SurnameSoundCount + TraitSlots.GivenNameSoundCount) * LongestKey];
    readonly int[] _lengths = new int[TraitSlots.SurnameSoundCount + TraitSlots.GivenNameSoundCount];

    /// <summary>Number of keys that come from full surnames; those of parts follow.</summary>
    public int FullSurnames { get; private set; }

    /// <summary>A key of the surnames; empty past the last.</summary>
    public ReadOnlySpan<byte> Surname(int index) => Key(index);

    /// <summary>The key of the first (0) or second (1) given name; empty without one.</summary>
    public ReadOnlySpan<byte> GivenName(int index) => Key(Given + index);

    /// <summary>Works out the keys.</summary>
    public void Fill(IdentityForms identity)
    {
        Array.Clear(_lengths);
        var count = 0;
        for (var i = 0; i < identity.Surname.FullCount; i++)
            count = Add(identity.Surname.Full(i), 0, count);
        FullSurnames = count;
        for (var i = 0; i < identity.Surname.PartCount && count < TraitSlots.SurnameSoundCount; i++)
            count = Add(identity.Surname.Part(i), 0, count);
        if (!identity.GivenNames.Slot(0).IsEmpty)
            Add(identity.GivenNames.Slot(0), Given, 0);
        if (!identity.GivenNames.Slot(2).IsEmpty)
            Add(identity.GivenNames.Slot(2), Given, 1);
    }

    /// <summary>Always masked.</summary>
    public override string ToString() => "•••";

    int Add(ReadOnlySpan<byte> name, int first, int count)
    {
        var place = _keys.AsSpan((first + count) * LongestKey, LongestKey);
        var length = FrenchPhonetics.Key(name, place);
        for (var i = 0; i < count; i++)
        {
            if (Key(first + i).SequenceEqual(place[..length]))
                return count;
        }

        _lengths[first + count] = length;
        return length > 0 ? count + 1 : count;
    }

    ReadOnlySpan<byte> Key(int index) => _keys.AsSpan(index * LongestKey, _lengths[index]);
}
