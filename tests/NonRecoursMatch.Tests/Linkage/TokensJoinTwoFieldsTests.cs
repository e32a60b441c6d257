using NonRecoursMatch.Columns;
using NonRecoursMatch.Holder.Anchors;
using NonRecoursMatch.Tests.Properties.Territory;

namespace NonRecoursMatch.Tests.Linkage;

/// <summary>No token that leaves a holder stands for one field of an identity: its frequency would betray the value.</summary>
public class TokensJoinTwoFieldsTests
{
    static readonly Persona s_one = new("LE GOFF-PERON", "Jean-Paul Marie", "14/02/1986", "M", "35238", "35047", "DUVAL");
    static readonly Persona s_other = new("BAZIN-ROUSSEL", "Sylvain Kevin", "27/11/1953", "F", "29019", "56260", "CHARTIER");

    static readonly (string Field, Func<Persona, Persona, Persona> Share)[] s_fields =
    [
        ("birth surname", (to, from) => to with { Surname = from.Surname }),
        ("usage surname", (to, from) => to with { UsageName = from.UsageName }),
        ("birth surname as usage surname", (to, from) => to with { UsageName = from.Surname }),
        ("both surnames", (to, from) => to with { Surname = from.Surname, UsageName = from.UsageName }),
        ("given names", (to, from) => to with { GivenNames = from.GivenNames }),
        ("birth date", (to, from) => to with { Birth = from.Birth }),
        ("sex", (to, from) => to with { Sex = from.Sex }),
        ("birth place", (to, from) => to with { BirthPlace = from.BirthPlace }),
        ("residence", (to, from) => to with { Residence = from.Residence }),
    ];

    [Fact]
    public void Two_persons_who_share_one_field_share_no_token()
        => FieldsThatMakeAToken(s_one, s_other, (persona, handle) => MadeTokens.Of(persona, handle).All).ShouldBeEmpty();

    [Fact]
    public void Two_persons_who_share_one_field_share_no_token_whoever_they_are() => ForAnySeed.Check(60, seed =>
    {
        var random = new System.Random(seed);
        var (one, other) = Strangers.Draw(random);
        FieldsThatMakeAToken(one, other, (persona, handle) => MadeTokens.Of(persona, handle).All).ShouldBeEmpty();
    });

    [Fact]
    public void A_token_of_one_field_would_be_seen()
    {
        using var tokeniser = MadeTokens.Campaign.Tokeniser("ancre");
        FieldsThatMakeAToken(s_one, s_other, (persona, handle) => MadeTokens.Of(persona, handle).All.Append(tokeniser.Token(persona.Forms().BirthPlace))).ShouldBe(["birth place"]);
        FieldsThatMakeAToken(s_one, s_other, (persona, _) => [tokeniser.Token(persona.Forms().Surname.Full(0))]).ShouldBe(["birth surname", "both surnames"]);
    }

    [Fact]
    public void Every_real_anchor_and_identity_token_changes_with_at_least_two_fields()
    {
        var all = MadeTokens.Of(s_one).All.ToHashSet();
        MadeTokens.Of(s_one).Real.ShouldBe(AnchorTexts.Slots, "the record must show every anchor that there is");
        var touched = all.ToDictionary(token => token, _ => 0);
        foreach (var (_, share) in s_fields.Where(field => field.Field is "both surnames" or "given names" or "birth date" or "residence" or "birth place" or "sex"))
        {
            var kept = MadeTokens.Of(share(s_one, s_other)).All.ToHashSet();
            foreach (var token in all.Where(token => !kept.Contains(token)))
                touched[token]++;
        }

        touched.ShouldAllBe(token => token.Value >= 2);
    }

    /// <summary>The fields that suffice, alone, for two records to share something.</summary>
    static List<string> FieldsThatMakeAToken(Persona one, Persona other, Func<Persona, ulong, IEnumerable<Key128>> made)
    {
        var own = made(one, 1).ToHashSet();
        return [.. s_fields.Where(field => made(field.Share(other, one), 2).Any(own.Contains)).Select(field => field.Field)];
    }
}
