using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace NonRecoursMatch.Keys.Derivation.Lanes;

/// <summary>
/// HMAC-SHA-256 of one text per lane. The states after the key's block, inner and outer, are worked out once (RFC 2104, 4). Texts of any length may
/// be mixed: a lane whose text has ended keeps its state while longer ones go on, so that lengths close to one another are the fastest.
/// </summary>
sealed class LaneHmac<TLanes, TVector> : HmacBatch
    where TLanes : struct, ILanes<TVector>
    where TVector : struct
{
    const int StateWords = LaneSha256<TLanes, TVector>.StateWords;
    const int BlockWords = LaneSha256<TLanes, TVector>.BlockWords;
    const int ScheduleWords = LaneSha256<TLanes, TVector>.ScheduleWords;
    const byte InnerPad = 0x36;
    const byte OuterPad = 0x5C;
    const uint EndMark = 0x80000000;
    const int MostVectors = (4 * StateWords) + BlockWords + ScheduleWords + 1;

    readonly LaneMemory<TVector> _memory = new(MostVectors);
    bool _disposed;

    /// <summary>Takes a key of any length.</summary>
    public LaneHmac(ReadOnlySpan<byte> key)
    {
        Span<byte> block = stackalloc byte[PaddedText.BlockSize];
        block.Clear();
        if (key.Length > block.Length)
            SHA256.HashData(key, block);
        else
            key.CopyTo(block);
        StartWith(block, InnerPad, Inner);
        StartWith(block, OuterPad, Outer);
        CryptographicOperations.ZeroMemory(block);
    }

    /// <summary>Whether nothing of the key and of the texts is left.</summary>
    public bool IsErased => !MemoryMarshal.AsBytes(_memory.Vectors).ContainsAnyExcept((byte)0);

    static int Lanes => Unsafe.SizeOf<TVector>() / sizeof(uint);

    Span<TVector> Inner => _memory.Vectors[..StateWords];

    Span<TVector> Outer => _memory.Vectors.Slice(StateWords, StateWords);

    Span<TVector> State => _memory.Vectors.Slice(2 * StateWords, StateWords);

    Span<TVector> Longer => _memory.Vectors.Slice(3 * StateWords, StateWords);

    Span<byte> Bytes => MemoryMarshal.AsBytes(_memory.Vectors.Slice(4 * StateWords, BlockWords));

    Span<TVector> Schedule => _memory.Vectors.Slice((4 * StateWords) + BlockWords, ScheduleWords);

    /// <summary>All ones in the lanes whose text has the block at hand, zero in the others.</summary>
    Span<TVector> Active => _memory.Vectors[^1..];

    /// <inheritdoc/>
    public override void Hash(ReadOnlySpan<byte> buffer, ReadOnlySpan<Range> places, Span<byte> full)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        full = full[..(places.Length * HMACSHA256.HashSizeInBytes)];
        while (!places.IsEmpty)
        {
            var count = Math.Min(Lanes, places.Length);
            HashInner(buffer, places[..count]);
            HashOuter();
            var digests = Bytes[..(count * HMACSHA256.HashSizeInBytes)];
            digests.CopyTo(full);
            places = places[count..];
            full = full[digests.Length..];
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _memory.Dispose();
        _disposed = true;
    }

    void StartWith(ReadOnlySpan<byte> keyBlock, byte pad, Span<TVector> state)
    {
        var schedule = Schedule;
        for (var i = 0; i < BlockWords; i++)
            schedule[i] = TLanes.Broadcast(BinaryPrimitives.ReadUInt32BigEndian(keyBlock[(i * sizeof(uint))..]) ^ (pad * 0x01010101u));
        LaneSha256<TLanes, TVector>.Start(state);
        LaneSha256<TLanes, TVector>.Compress(state, schedule, state);
    }

    void HashInner(ReadOnlySpan<byte> buffer, ReadOnlySpan<Range> places)
    {
        var state = State;
        var longer = Longer;
        var active = MemoryMarshal.Cast<TVector, uint>(Active);
        var blocks = Load(buffer, places, 0, active);
        LaneSha256<TLanes, TVector>.Compress(Inner, Schedule, state);
        for (var index = 1; index < blocks; index++)
        {
            Load(buffer, places, index, active);
            LaneSha256<TLanes, TVector>.Compress(state, Schedule, longer);
            for (var i = 0; i < StateWords; i++)
                state[i] = TLanes.Choose(Active[0], longer[i], state[i]);
        }
    }

    /// <summary>Puts one block of every text into the schedule. Lanes without text keep what they had, and nobody reads what comes out of them.</summary>
    /// <returns>Blocks of the longest text.</returns>
    int Load(ReadOnlySpan<byte> buffer, ReadOnlySpan<Range> places, int index, Span<uint> active)
    {
        var bytes = Bytes;
        var most = 0;
        for (var lane = 0; lane < places.Length; lane++)
        {
            var text = buffer[places[lane]];
            var blocks = PaddedText.Blocks(text.Length);
            most = Math.Max(most, blocks);
            active[lane] = index < blocks ? uint.MaxValue : 0;
            if (index < blocks)
                PaddedText.Write(text, index, bytes.Slice(lane * PaddedText.BlockSize, PaddedText.BlockSize));
        }

        var words = MemoryMarshal.Cast<TVector, uint>(Schedule)[..(BlockWords * Lanes)];
        LaneTiles.Turn(MemoryMarshal.Cast<byte, uint>(bytes), Lanes, BlockWords, words);
        return most;
    }

    /// <summary>The outer hash: one block, the inner digest and its padding.</summary>
    void HashOuter()
    {
        var schedule = Schedule;
        var state = State;
        state.CopyTo(schedule);
        schedule[StateWords] = TLanes.Broadcast(EndMark);
        schedule[(StateWords + 1)..(BlockWords - 1)].Clear();
        schedule[BlockWords - 1] = TLanes.Broadcast((uint)PaddedText.Bits(HMACSHA256.HashSizeInBytes));
        LaneSha256<TLanes, TVector>.Compress(Outer, schedule, state);
        LaneTiles.Turn(MemoryMarshal.Cast<TVector, uint>(state), StateWords, Lanes, MemoryMarshal.Cast<byte, uint>(Bytes));
    }
}
