using NonRecoursMatch.Synthetic.Records;

namespace NonRecoursMatch.Synthetic.Truth;

/// <summary>
/// Who is removed for having objected, on true identities: first at the body that was told, then everywhere. Written from the stated rule, not
/// from the engine: a few records at a time, quadratic and plain.
/// </summary>
internal static class OppositionRule
{
    /// <summary>Sets the masks that a body sees among its own records, and returns the tokens that it ships.</summary>
    public static Tokens AtBody(IReadOnlyList<HeldRecord> own, IReadOnlyList<Opposition> oppositions)
    {
        var told = new Tokens();
        foreach (var opposition in oppositions)
        {
            var named = own.FirstOrDefault(held => ReferenceEquals(held.Record, opposition.Record));
            if (named is not null)
                told.Add(named.Nir, named.Tokens, opposition.Mask);
            else
                told.Add(opposition.Source.HoldsNir ? opposition.Person.Nir : null, opposition.Person.Tokens(), opposition.Mask);
        }

        var shipped = new Tokens();
        shipped.AddAll(told);
        foreach (var held in own)
        {
            held.Mask = told.MaskOf(held) | oppositions.Where(opposition => ReferenceEquals(opposition.Record, held.Record)).Aggregate(0, (mask, opposition) => mask | opposition.Mask);
            if (held.Mask != 0)
                shipped.Add(held.Nir, held.Tokens, held.Mask);
        }

        return shipped;
    }

    /// <summary>
    /// Spreads shipped tokens over the records that left their bodies: NIR of records that bear an opposed identity, identities of records that
    /// bear an opposed NIR, then records without NIR. A record with another NIR is never reached by the second step.
    /// </summary>
    public static void Spread(IReadOnlyList<HeldRecord> records, Tokens opposed)
    {
        foreach (var held in records.Where(held => held.Nir is not null))
            opposed.Add(held.Nir, [], opposed.WeakMaskOf(held));
        var identities = records.Where(held => held.Nir is not null).Select(held => (held.Tokens, Mask: opposed.NirMaskOf(held))).ToList();
        foreach (var (tokens, mask) in identities)
            opposed.Add(null, tokens, mask);
        foreach (var held in records)
            held.Mask = held.Nir is not null ? opposed.NirMaskOf(held) : opposed.WeakMaskOf(held);
    }

    /// <summary>Opposed tokens with the benefits objected to.</summary>
    internal sealed class Tokens
    {
        readonly Dictionary<string, int> _nir = new(StringComparer.Ordinal);
        readonly Dictionary<ulong, int> _weak = [];

        /// <summary>Adds the tokens of one person.</summary>
        public void Add(string? nir, IEnumerable<ulong> weak, int mask)
        {
            if (mask == 0)
                return;
            if (nir is not null)
                _nir[nir] = _nir.GetValueOrDefault(nir) | mask;
            foreach (var token in weak)
                _weak[token] = _weak.GetValueOrDefault(token) | mask;
        }

        /// <summary>Adds the tokens of another body.</summary>
        public void AddAll(Tokens other)
        {
            foreach (var (nir, mask) in other._nir)
                Add(nir, [], mask);
            foreach (var (token, mask) in other._weak)
                Add(null, [token], mask);
        }

        /// <summary>Mask by NIR.</summary>
        public int NirMaskOf(HeldRecord held) => held.Nir is { } nir ? _nir.GetValueOrDefault(nir) : 0;

        /// <summary>Mask by identity.</summary>
        public int WeakMaskOf(HeldRecord held) => held.Tokens.Aggregate(0, (mask, token) => mask | _weak.GetValueOrDefault(token));

        /// <summary>Mask by either.</summary>
        public int MaskOf(HeldRecord held) => NirMaskOf(held) | WeakMaskOf(held);
    }
}
