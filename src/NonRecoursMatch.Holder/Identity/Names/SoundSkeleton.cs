namespace NonRecoursMatch.Holder.Identity.Names;

/// <summary>Rules 7 and 8 of <see cref="FrenchPhonetics"/>: what is kept of the sounds of a word, up to the length of the key.</summary>
ref struct SoundSkeleton(Span<byte> key)
{
    readonly Span<byte> _key = key;
    bool _hasVowel;
    bool _inVowels;
    bool _lastIsReduced;

    public int Length { get; private set; }

    public void Consonant(byte sound)
    {
        var repeated = !_inVowels && Length > 0 && _key[Length - 1] == sound;
        _inVowels = false;
        _lastIsReduced = false;
        if (!repeated)
            Append(sound);
    }

    public void Vowel(byte sound)
    {
        if (_inVowels)
            return;
        _inVowels = true;
        _lastIsReduced = _hasVowel && Length < _key.Length;
        Append(!_hasVowel ? sound : sound is (byte)'O' or (byte)'U' ? (byte)'o' : (byte)'e');
        _hasVowel = true;
    }

    public void Nasal(byte sound)
    {
        if (_lastIsReduced)
            _key[Length - 1] = sound;
        else
            Append(sound);
        _hasVowel = true;
        _inVowels = true;
        _lastIsReduced = false;
    }

    void Append(byte sound)
    {
        if (Length < _key.Length)
            _key[Length++] = sound;
    }
}
