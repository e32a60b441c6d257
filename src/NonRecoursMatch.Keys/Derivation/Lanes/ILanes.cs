using System.Diagnostics.CodeAnalysis;

namespace NonRecoursMatch.Keys.Derivation.Lanes;

/// <summary>The operations of SHA-256 (FIPS 180-4, 4.1.2) on one 32-bit word of as many messages as <typeparamref name="TVector"/> has lanes.</summary>
/// <typeparam name="TVector">One word per lane.</typeparam>
interface ILanes<TVector>
    where TVector : struct
{
    /// <summary>The same word in every lane.</summary>
    static abstract TVector Broadcast(uint word);

    /// <summary>Sum modulo 2^32.</summary>
    static abstract TVector Add(TVector x, TVector y);

    /// <summary>ROTR, by 1 to 31 bits.</summary>
    static abstract TVector RotateRight(TVector x, [ConstantExpected] byte count);

    /// <summary>SHR, by 1 to 31 bits.</summary>
    static abstract TVector ShiftRight(TVector x, [ConstantExpected] byte count);

    /// <summary>Exclusive or of three words.</summary>
    static abstract TVector Parity(TVector x, TVector y, TVector z);

    /// <summary>Ch: bits of <paramref name="y"/> where <paramref name="x"/> has a one, of <paramref name="z"/> elsewhere.</summary>
    static abstract TVector Choose(TVector x, TVector y, TVector z);

    /// <summary>Maj: every bit as in at least two of the three words.</summary>
    static abstract TVector Majority(TVector x, TVector y, TVector z);
}
