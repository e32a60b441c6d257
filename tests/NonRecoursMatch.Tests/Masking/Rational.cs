using System.Numerics;

namespace NonRecoursMatch.Tests.Masking;

/// <summary>An exact fraction in lowest terms.</summary>
readonly struct Rational(long value) : IEquatable<Rational>
{
    readonly long _denominatorLessOne = 0;
    readonly long _numerator = value;

    Rational(long numerator, long denominator)
        : this(numerator)
    {
        var common = (long)BigInteger.GreatestCommonDivisor(numerator, denominator) * Math.Sign(denominator);
        (_numerator, _denominatorLessOne) = (numerator / common, (denominator / common) - 1);
    }

    long Denominator => _denominatorLessOne + 1;

    public int Sign => Math.Sign(_numerator);

    public bool IsZero => _numerator == 0;

    /// <summary>The greatest integer that is not above it.</summary>
    public long Floor => (_numerator / Denominator) - (_numerator % Denominator < 0 ? 1 : 0);

    public static Rational operator -(Rational one) => new(-one._numerator, one.Denominator);

    public static Rational operator -(Rational one, Rational other)
        => one.Denominator == 1 && other.Denominator == 1 ? new(checked(one._numerator - other._numerator))
            : new(checked((one._numerator * other.Denominator) - (other._numerator * one.Denominator)), checked(one.Denominator * other.Denominator));

    public static Rational operator *(Rational one, Rational other)
        => one.Denominator == 1 && other.Denominator == 1 ? new(checked(one._numerator * other._numerator))
            : new(checked(one._numerator * other._numerator), checked(one.Denominator * other.Denominator));

    public static Rational operator /(Rational one, Rational other) => new(checked(one._numerator * other.Denominator), checked(one.Denominator * other._numerator));

    public static bool operator <(Rational one, Rational other) => (one - other).Sign < 0;

    public static bool operator >(Rational one, Rational other) => (one - other).Sign > 0;

    public bool Equals(Rational other) => _numerator == other._numerator && _denominatorLessOne == other._denominatorLessOne;

    public override bool Equals(object? obj) => obj is Rational other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(_numerator, _denominatorLessOne);
}
