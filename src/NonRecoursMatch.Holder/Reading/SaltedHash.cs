using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;

namespace NonRecoursMatch.Holder.Reading;

/// <summary>
/// SipHash-2-4 under a key drawn for one reading: 64 bits stand for a key of the file, so that millions of them fit in memory and none can be
/// read back. Among ten million keys two different ones have the same hash with a probability of 3 in a million, and nobody who writes a file
/// can choose which.
/// </summary>
sealed class SaltedHash
{
    readonly ulong _first = Draw();
    readonly ulong _second = Draw();

    /// <summary>The hash of some bytes.</summary>
    public ulong Of(ReadOnlySpan<byte> text)
    {
        var state = new State(_first, _second);
        var rest = text;
        for (; rest.Length >= sizeof(ulong); rest = rest[sizeof(ulong)..])
            state.Absorb(BinaryPrimitives.ReadUInt64LittleEndian(rest));
        var last = (ulong)text.Length << 56;
        for (var i = 0; i < rest.Length; i++)
            last |= (ulong)rest[i] << (8 * i);
        state.Absorb(last);
        return state.End();
    }

    static ulong Draw() => BinaryPrimitives.ReadUInt64LittleEndian(RandomNumberGenerator.GetBytes(sizeof(ulong)));

    struct State(ulong first, ulong second)
    {
        ulong _a = first ^ 0x736f6d6570736575;
        ulong _b = second ^ 0x646f72616e646f6d;
        ulong _c = first ^ 0x6c7967656e657261;
        ulong _d = second ^ 0x7465646279746573;

        public void Absorb(ulong word)
        {
            _d ^= word;
            Round();
            Round();
            _a ^= word;
        }

        public ulong End()
        {
            _c ^= 0xFF;
            for (var i = 0; i < 4; i++)
                Round();
            return _a ^ _b ^ _c ^ _d;
        }

        void Round()
        {
            _a += _b;
            _b = BitOperations.RotateLeft(_b, 13) ^ _a;
            _a = BitOperations.RotateLeft(_a, 32);
            _c += _d;
            _d = BitOperations.RotateLeft(_d, 16) ^ _c;
            _a += _d;
            _d = BitOperations.RotateLeft(_d, 21) ^ _a;
            _c += _b;
            _b = BitOperations.RotateLeft(_b, 17) ^ _c;
            _c = BitOperations.RotateLeft(_c, 32);
        }
    }
}
