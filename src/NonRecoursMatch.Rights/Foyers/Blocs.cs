// A block of rows that one instruction computes: the steps that go from foyer to foyer are written on it as they would be on one amount.
global using Bloc = System.Numerics.Vector<double>;

using System.Numerics;

namespace NonRecoursMatch.Rights.Foyers;

/// <summary>Conditions over blocks of rows.</summary>
static class Blocs
{
    /// <summary>Born so late that no age is ever reached: what stands for a person that does not exist.</summary>
    public const double Jamais = double.PositiveInfinity;

    /// <summary><paramref name="alors"/> in the rows where the condition holds, <paramref name="sinon"/> in the others.</summary>
    public static Bloc Si(Vector<long> condition, Bloc alors, Bloc sinon) => Vector.ConditionalSelect(condition, alors, sinon);

    /// <summary>1 in the rows where the condition holds, 0 in the others.</summary>
    public static Bloc Oui(Vector<long> condition) => Vector.ConditionalSelect(condition, Bloc.One, Bloc.Zero);

    /// <summary>The rows that are not 0.</summary>
    public static Vector<long> Vrai(Bloc rows) => Vector.GreaterThan(rows, Bloc.Zero);

    /// <summary>The rows that reach <paramref name="least"/>.</summary>
    public static Vector<long> AuMoins(Bloc rows, double least) => Vector.GreaterThanOrEqual(rows, new Bloc(least));

    /// <summary>The same amount in every row.</summary>
    public static Bloc Partout(double amount) => new(amount);
}
