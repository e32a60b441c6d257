using NonRecoursMatch.Columns;
using NonRecoursMatch.Operator.Linkage;

namespace NonRecoursMatch.Tests.Operator;

public class WeakLinkRuleTests
{
    static readonly Key128 s_nir = new(1, 1);
    static readonly Key128 s_otherNir = new(2, 2);

    [Fact]
    public void A_token_borne_by_one_nir_designates_that_person()
        => Candidates(new(0, 4, s_nir), new(1, 7, s_nir), new(2, 9, null)).ShouldBe([(2, 9, s_nir)]);

    [Fact]
    public void A_token_borne_by_two_nirs_designates_nobody()
        => Candidates(new(0, 4, s_nir), new(1, 7, s_otherNir), new(2, 9, null)).ShouldBe([(2, 9, null)]);

    [Fact]
    public void A_token_borne_twice_in_one_source_designates_nobody()
        => Candidates(new(0, 4, s_nir), new(2, 8, null), new(2, 9, null)).ShouldBe([(2, 8, null), (2, 9, null)]);

    [Fact]
    public void The_same_record_twice_is_no_ambiguity()
        => Candidates(new(0, 4, s_nir), new(2, 9, null), new(2, 9, null)).ShouldAllBe(found => found.Person == s_nir);

    [Fact]
    public void Records_without_nir_join_the_first_of_them()
    {
        var founder = WeakLinkRule.FoundedBy(1, 3);
        Candidates(new(1, 3, null), new(2, 9, null)).ShouldBe([(1, 3, founder), (2, 9, founder)]);
    }

    [Fact]
    public void A_token_borne_by_one_record_designates_nobody()
    {
        var said = new List<TokenSays>();
        WeakLinkRule.Apply([new Bearer(2, 9, null)], (_, says, _) => said.Add(says));
        said.ShouldBe([TokenSays.Nobody]);
    }

    [Fact]
    public void A_founder_a_lone_record_and_another_row_never_share_a_key()
        => new[] { WeakLinkRule.FoundedBy(1, 3), WeakLinkRule.Alone(1, 3), WeakLinkRule.Alone(3, 1), WeakLinkRule.Alone(13, 3) }.Distinct().Count().ShouldBe(4);

    static List<(int Source, int Row, Key128? Person)> Candidates(params Bearer[] bearers)
    {
        var found = new List<(int, int, Key128?)>();
        WeakLinkRule.Apply(bearers, (bearer, says, person) => found.Add((bearer.Source, bearer.Row, says == TokenSays.One ? person : null)));
        return found;
    }
}
