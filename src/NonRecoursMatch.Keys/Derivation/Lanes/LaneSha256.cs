using System.Runtime.CompilerServices;

namespace NonRecoursMatch.Keys.Derivation.Lanes;

/// <summary>
/// The compression function of SHA-256 (FIPS 180-4, 6.2.2) on one block of every lane: each message has one lane of every vector, and the
/// instructions are those of a single message. The idea is that of Intel's white paper "Processing Multiple Buffers in Parallel to Increase
/// Performance on Intel Architecture Processors" (2010).
/// </summary>
static class LaneSha256<TLanes, TVector>
    where TLanes : struct, ILanes<TVector>
    where TVector : struct
{
    /// <summary>Words of a state.</summary>
    public const int StateWords = 8;

    /// <summary>Words of a block.</summary>
    public const int BlockWords = 16;

    /// <summary>Words of a message schedule: the block first, then what is worked out from it.</summary>
    public const int ScheduleWords = 64;

    /// <summary>Puts the state before any block.</summary>
    public static void Start(Span<TVector> state)
    {
        for (var i = 0; i < StateWords; i++)
            state[i] = TLanes.Broadcast(Sha256Constants.Start[i]);
    }

    /// <summary>Adds a block to a state.</summary>
    /// <param name="from">The state, <see cref="StateWords"/> vectors.</param>
    /// <param name="schedule">The block in its first <see cref="BlockWords"/> vectors; the other words are overwritten.</param>
    /// <param name="to">Receives the new state; may be <paramref name="from"/>.</param>
    public static void Compress(ReadOnlySpan<TVector> from, Span<TVector> schedule, Span<TVector> to)
    {
        schedule = schedule[..ScheduleWords];
        FillSchedule(schedule);
        to = to[..StateWords];
        from = from[..StateWords];
        var (a, b, c, d, e, f, g, h) = (from[0], from[1], from[2], from[3], from[4], from[5], from[6], from[7]);
        for (var t = 0; t < ScheduleWords; t += StateWords)
        {
            var words = schedule.Slice(t, StateWords);
            var constants = Sha256Constants.Rounds.Slice(t, StateWords);
            Round(a, b, c, ref d, e, f, g, ref h, words[0], constants[0]);
            Round(h, a, b, ref c, d, e, f, ref g, words[1], constants[1]);
            Round(g, h, a, ref b, c, d, e, ref f, words[2], constants[2]);
            Round(f, g, h, ref a, b, c, d, ref e, words[3], constants[3]);
            Round(e, f, g, ref h, a, b, c, ref d, words[4], constants[4]);
            Round(d, e, f, ref g, h, a, b, ref c, words[5], constants[5]);
            Round(c, d, e, ref f, g, h, a, ref b, words[6], constants[6]);
            Round(b, c, d, ref e, f, g, h, ref a, words[7], constants[7]);
        }

        to[0] = TLanes.Add(from[0], a);
        to[1] = TLanes.Add(from[1], b);
        to[2] = TLanes.Add(from[2], c);
        to[3] = TLanes.Add(from[3], d);
        to[4] = TLanes.Add(from[4], e);
        to[5] = TLanes.Add(from[5], f);
        to[6] = TLanes.Add(from[6], g);
        to[7] = TLanes.Add(from[7], h);
    }

    static void FillSchedule(Span<TVector> schedule)
    {
        // The last two words stay in registers: read back from memory, they would be waited for.
        var (before, last) = (schedule[BlockWords - 2], schedule[BlockWords - 1]);
        for (var t = BlockWords; t < ScheduleWords; t += 2)
        {
            before = Word(schedule[t - 16], schedule[t - 15], schedule[t - 7], before);
            last = Word(schedule[t - 15], schedule[t - 14], schedule[t - 6], last);
            schedule[t] = before;
            schedule[t + 1] = last;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TVector Word(TVector sixteenBefore, TVector fifteenBefore, TVector sevenBefore, TVector twoBefore)
    {
        var near = TLanes.Parity(TLanes.RotateRight(twoBefore, 17), TLanes.RotateRight(twoBefore, 19), TLanes.ShiftRight(twoBefore, 10));
        var far = TLanes.Parity(TLanes.RotateRight(fifteenBefore, 7), TLanes.RotateRight(fifteenBefore, 18), TLanes.ShiftRight(fifteenBefore, 3));
        return TLanes.Add(TLanes.Add(TLanes.Add(sixteenBefore, sevenBefore), far), near);
    }

    /// <summary>One round. Instead of moving the eight words by one place each, the next round is given them in another order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Round(TVector a, TVector b, TVector c, ref TVector d, TVector e, TVector f, TVector g, ref TVector h, TVector word, uint constant)
    {
        var sumOfE = TLanes.Parity(TLanes.RotateRight(e, 6), TLanes.RotateRight(e, 11), TLanes.RotateRight(e, 25));
        var sumOfA = TLanes.Parity(TLanes.RotateRight(a, 2), TLanes.RotateRight(a, 13), TLanes.RotateRight(a, 22));
        var early = TLanes.Add(TLanes.Add(word, TLanes.Broadcast(constant)), h);
        var first = TLanes.Add(TLanes.Add(early, TLanes.Choose(e, f, g)), sumOfE);
        d = TLanes.Add(d, first);
        h = TLanes.Add(TLanes.Add(first, TLanes.Majority(a, b, c)), sumOfA);
    }
}
