using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions;
using NonRecoursMatch.Conventions.Packages;
using NonRecoursMatch.Holder.Anchors;
using NonRecoursMatch.Holder.Tokens;
using NonRecoursMatch.Keys.Derivation;
using NonRecoursMatch.Keys.Files;
using NonRecoursMatch.Operator.Linkage.Pairs;
using NonRecoursMatch.Tests.Conventions;

namespace NonRecoursMatch.Tests.Linkage;

/// <summary>All that a record ships of its identity.</summary>
/// <param name="Anchors">Its anchors, padding included.</param>
/// <param name="Real">How many of them come from the identity.</param>
/// <param name="Identity">Its identity tokens.</param>
sealed record MadeTokens(IReadOnlyList<MadeTokens.Anchor> Anchors, int Real, IReadOnlyList<Key128> Identity)
{
    public static ConventionLibrary Library => ConventionFixture.Library;

    public static NameFrequencies Frequencies { get; } = NameFrequencies.Read(Library);

    public static CampaignKey Campaign { get; } = CampaignOf(new CampaignDomain("essai", YearMonth.Of(2026, 10), "243500741"));

    public IEnumerable<Key128> All => Anchors.Select(anchor => anchor.Token).Concat(Identity);

    public static CampaignKey CampaignOf(CampaignDomain domain)
    {
        using var root = new RootKey(new byte[32], test: true);
        return CampaignKey.Derive(root, domain);
    }

    public static MadeTokens Of(Persona persona, ulong handle = 1, CampaignKey? campaign = null)
    {
        using var maker = new AnchorMaker(campaign ?? Campaign, Frequencies);
        using var tokeniser = new PersonTokeniser(campaign ?? Campaign);
        maker.Make(persona.Forms(), new Key128(0, handle));
        var anchors = Enumerable.Range(0, AnchorTexts.Slots).Select(slot => new Anchor(maker.Token(slot), [.. maker.Traits(slot), maker.NameClass])).ToList();
        return new MadeTokens(anchors, maker.Real, tokeniser.Of(persona.Canonical()).Weak);
    }

    /// <summary>The agreement of two persons under the first anchor that they share.</summary>
    public static Agreement Compare(Persona one, Persona other)
    {
        var (left, right) = (Of(one, 1), Of(other, 2));
        foreach (var anchor in left.Anchors)
        {
            if (right.Anchors.FirstOrDefault(own => own.Token == anchor.Token) is { } shared)
                return Comparison.Of(anchor.Record, shared.Record);
        }

        throw new ArgumentException("they share no anchor");
    }

    /// <summary>An anchor.</summary>
    /// <param name="Token">Its token.</param>
    /// <param name="Record">Traits and class under it.</param>
    internal sealed record Anchor(Key128 Token, byte[] Record)
    {
        public ReadOnlySpan<byte> Traits => Record.AsSpan(0, TraitSlots.Size);
    }
}
