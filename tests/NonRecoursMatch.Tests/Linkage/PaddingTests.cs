using NonRecoursMatch.Conventions.Packages;
using NonRecoursMatch.Holder.Anchors;

namespace NonRecoursMatch.Tests.Linkage;

public class PaddingTests
{
    static readonly Persona s_full = new("LE GOFF-PERON", "Jean-Paul Marie", "14/02/1986", "M", "35238", "35047", "DUVAL");

    static readonly Persona[] s_personas =
    [
        s_full,
        s_full with { UsageName = "" },
        s_full with { UsageName = "LE GOFF-PERON" },
        s_full with { Birth = "" },
        s_full with { Birth = "00/02/1986" },
        s_full with { Birth = "00/00/1986" },
        s_full with { Surname = "", UsageName = "" },
        s_full with { GivenNames = "" },
        s_full with { Residence = "", BirthPlace = "", Sex = "" },
        new("MARTIN", "Martin Martin", "11/11/1911", UsageName: "MARTIN"),
        new("MARTIN", "Paul Martin", "11/11/1911", UsageName: "PAUL"),
        new("NGUYEN", "阮", "01/01/2001"),
        new(),
    ];

    [Fact]
    public void Every_record_ships_the_same_number_of_distinct_anchors()
    {
        foreach (var (index, persona) in s_personas.Index())
            MadeTokens.Of(persona).Anchors.Select(anchor => anchor.Token).Distinct().Count().ShouldBe(AnchorTexts.Slots, $"persona {index}");
    }

    [Fact]
    public void An_empty_identity_ships_random_anchors_only()
    {
        var made = MadeTokens.Of(new Persona());
        made.Real.ShouldBe(0);
        made.Identity.ShouldBeEmpty();
    }

    [Fact]
    public void Traits_under_two_anchors_are_never_the_same_sequence()
    {
        // A persona without any trait has the same "missing" everywhere, and random variants that differ.
        foreach (var (index, persona) in s_personas.Index())
            MadeTokens.Of(persona).Anchors.Select(anchor => Convert.ToHexString(anchor.Traits)).ShouldBeUnique($"persona {index}");
    }

    [Fact]
    public void Two_records_of_one_identity_share_its_anchors_and_none_of_the_random_ones()
    {
        foreach (var persona in s_personas)
        {
            var (one, other) = (MadeTokens.Of(persona, 1), MadeTokens.Of(persona, 2));
            other.Anchors.Take(other.Real).Select(anchor => anchor.Token).ShouldBe(one.Anchors.Take(one.Real).Select(anchor => anchor.Token));
            var known = one.Anchors.Select(anchor => anchor.Token).ToHashSet();
            other.Anchors.Skip(other.Real).ShouldAllBe(anchor => !known.Contains(anchor.Token));
        }
    }

    [Fact]
    public void The_same_record_gives_the_same_bytes()
    {
        foreach (var persona in s_personas)
        {
            var (one, again) = (MadeTokens.Of(persona, 7), MadeTokens.Of(persona, 7));
            again.All.ShouldBe(one.All);
            again.Anchors.SelectMany(anchor => anchor.Record).ShouldBe(one.Anchors.SelectMany(anchor => anchor.Record));
        }
    }

    [Fact]
    public void A_random_anchor_has_the_same_missing_traits_as_a_real_one()
    {
        foreach (var persona in s_personas)
            MadeTokens.Of(persona).Anchors.Select(Missing).Distinct().Count().ShouldBe(1);
    }

    static string Missing(MadeTokens.Anchor anchor)
    {
        var values = System.Runtime.InteropServices.MemoryMarshal.Cast<byte, ushort>(anchor.Traits).ToArray();
        return string.Join(',', values.Index().Where(value => value.Item == TraitSlots.Missing).Select(value => value.Index));
    }
}
