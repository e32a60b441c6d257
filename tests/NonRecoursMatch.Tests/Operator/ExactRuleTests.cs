using NonRecoursMatch.Columns;
using NonRecoursMatch.Operator.Linkage.Resolution;
using NonRecoursMatch.Operator.Linkage.Tokens;

namespace NonRecoursMatch.Tests.Operator;

public class ExactRuleTests
{
    static readonly Key128 s_nir = new(1, 1);
    static readonly Key128 s_otherNir = new(2, 2);

    [Fact]
    public void A_token_borne_by_one_nir_designates_that_person()
        => Said((0, 4, s_nir), (1, 7, s_nir), (2, 9, null)).ShouldBe([(2, 9, TokenSays.One, s_nir)]);

    [Fact]
    public void A_token_borne_by_two_nirs_designates_nobody()
        => Said((0, 4, s_nir), (1, 7, s_otherNir), (2, 9, null)).ShouldBe([(2, 9, TokenSays.Several, default)]);

    [Fact]
    public void A_token_borne_twice_in_one_source_designates_nobody()
        => Said((0, 4, s_nir), (2, 8, null), (2, 9, null)).ShouldBe([(2, 8, TokenSays.Several, default), (2, 9, TokenSays.Several, default)]);

    [Fact]
    public void The_same_record_twice_is_no_ambiguity()
        => Said((0, 4, s_nir), (2, 9, null), (2, 9, null)).ShouldAllBe(said => said.Person == s_nir);

    [Fact]
    public void Records_without_nir_join_the_first_of_them()
    {
        var founder = ExactRule.FoundedBy(1, Handle(3));
        Said((1, 3, null), (2, 9, null)).ShouldBe([(1, 3, TokenSays.Founded, founder), (2, 9, TokenSays.Founded, founder)]);
    }

    [Fact]
    public void A_token_borne_by_one_record_designates_nobody()
        => Said((2, 9, null)).ShouldBe([(2, 9, TokenSays.Nobody, default)]);

    [Fact]
    public void A_token_that_too_many_bear_designates_nobody()
        => Said([.. Enumerable.Range(0, TokenGroup.Most + 1).Select(source => (source, 1, (Key128?)null))]).ShouldAllBe(said => said.Says == TokenSays.Several);

    [Fact]
    public void A_founder_a_lone_record_and_another_record_never_share_a_key()
        => new[] { ExactRule.FoundedBy(1, Handle(3)), ExactRule.Alone(1, Handle(3)), ExactRule.Alone(3, Handle(1)), ExactRule.Alone(13, Handle(3)) }.Distinct().Count().ShouldBe(4);

    static List<(int Source, int Handle, TokenSays Says, Key128 Person)> Said(params (int Source, int Handle, Key128? Nir)[] bearers)
    {
        var said = new List<(int, int, TokenSays, Key128)>();
        var group = new TokenGroup();
        foreach (var (source, handle, nir) in bearers)
            group.Add(new Bearer(source, Handle(handle), nir), default);
        ExactRule.Apply(group, (bearer, says, person) => said.Add((bearer.Source, (int)bearer.Handle.Low, says, person)));
        return said;
    }

    static Key128 Handle(int number) => new(0, (ulong)number);
}
