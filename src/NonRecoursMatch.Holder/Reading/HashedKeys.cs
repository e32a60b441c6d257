namespace NonRecoursMatch.Holder.Reading;

/// <summary>
/// A set of 64-bit hashes in one array, eight bytes a slot and nothing beside. It is at most three quarters full and grows by half: 11 to 16
/// bytes a key, 160 MB for ten million, and for a moment half as much again while it grows.
/// </summary>
sealed class HashedKeys
{
    const int FirstSize = 1 << 10;

    ulong[] _slots = new ulong[FirstSize];
    int _used;

    /// <summary>Adds a hash; false when it was already there.</summary>
    public bool Add(ulong hash)
    {
        if (_used >= _slots.Length / 4 * 3)
            Grow();
        ref var slot = ref Find(hash);
        if (slot != 0)
            return false;
        slot = Stored(hash);
        _used++;
        return true;
    }

    /// <summary>Whether a hash was added.</summary>
    public bool Contains(ulong hash) => Find(hash) != 0;

    /// <summary>The slot of a hash, or the free one where it belongs. Hashes are spread evenly, so their upper bits tell where to begin.</summary>
    ref ulong Find(ulong hash)
    {
        var stored = Stored(hash);
        var at = (int)Math.BigMul(stored, (ulong)_slots.Length, out _);
        while (_slots[at] != 0 && _slots[at] != stored)
            at = at + 1 == _slots.Length ? 0 : at + 1;
        return ref _slots[at];
    }

    /// <summary>Zero marks a free slot.</summary>
    static ulong Stored(ulong hash) => hash == 0 ? 1 : hash;

    void Grow()
    {
        var before = _slots;
        _slots = new ulong[before.Length + (before.Length / 2)];
        foreach (var hash in before)
        {
            if (hash != 0)
                Find(hash) = hash;
        }
    }
}
