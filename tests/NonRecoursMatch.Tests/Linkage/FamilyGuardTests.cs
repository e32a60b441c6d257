using NonRecoursMatch.Operator.Linkage.Model;

namespace NonRecoursMatch.Tests.Linkage;

/// <summary>Relatives are alike: whatever the weight, they are a question for a human.</summary>
public class FamilyGuardTests
{
    static readonly Persona s_base = new("DURAND", "Sophie", "14/02/1986", "F", "35238", "35047");

    [Fact]
    public void Nothing_holds_back_the_same_person() => Check(s_base).ShouldBe(GuardReason.None);

    [Fact]
    public void Twins_differ_by_their_given_names()
    {
        Check(s_base with { GivenNames = "Marcelle" }).ShouldBe(GuardReason.GivenName);
        Check(s_base with { GivenNames = "Marcel", Sex = "M" }).ShouldBe(GuardReason.GivenName);
        Check(s_base with { GivenNames = "Solange" }).ShouldBe(GuardReason.GivenName, "the same initial is not a given name");
        Check(s_base with { GivenNames = "" }).ShouldBe(GuardReason.GivenName);
    }

    [Fact]
    public void Twins_of_compound_given_names_are_two_persons()
        => GuardOf(s_base with { GivenNames = "Jean-Paul" }, s_base with { GivenNames = "Jean-Marc" }).ShouldBe(GuardReason.GivenName);

    [Fact]
    public void Parent_and_child_of_one_name_differ_by_their_birth_dates()
    {
        Check(s_base with { Birth = "27/11/1958" }).ShouldBe(GuardReason.Birth);
        Check(s_base with { Birth = "14/11/1958" }).ShouldBe(GuardReason.Birth);
        Check(s_base with { Birth = "" }).ShouldBe(GuardReason.Birth);
        Check(s_base with { Birth = "00/00/1986" }).ShouldBe(GuardReason.Birth);
        Check(s_base with { Birth = "01/01/1986" }).ShouldBe(GuardReason.Birth);
    }

    [Fact]
    public void A_slip_in_the_birth_date_needs_a_place_that_is_the_same()
    {
        Check(s_base with { Birth = "15/02/1986" }).ShouldBe(GuardReason.None);
        Check(s_base with { Birth = "15/02/1986", BirthPlace = "29019" }).ShouldBe(GuardReason.None, "the residence is the same");
        Check(s_base with { Birth = "15/02/1986", BirthPlace = "29019", Residence = "29019" }).ShouldBe(GuardReason.Birth);
        Check(s_base with { Birth = "15/02/1986", BirthPlace = "", Residence = "" }).ShouldBe(GuardReason.None, "nothing contradicts");
        var swapped = s_base with { Birth = "05/02/1986", Residence = "", BirthPlace = "29019" };
        GuardOf(swapped, swapped with { Birth = "02/05/1986" }).ShouldBe(GuardReason.None);
        GuardOf(swapped, swapped with { Birth = "02/05/1986", BirthPlace = "35238" }).ShouldBe(GuardReason.Birth);
    }

    [Fact]
    public void The_first_of_january_needs_a_place_too()
    {
        var unknownDay = s_base with { Birth = "01/01/1986" };
        GuardOf(unknownDay, unknownDay).ShouldBe(GuardReason.None);
        GuardOf(unknownDay, unknownDay with { BirthPlace = "29019", Residence = "29019" }).ShouldBe(GuardReason.Birth);
    }

    [Fact]
    public void A_name_taken_at_marriage_needs_everything_else_to_be_the_same()
    {
        var married = s_base with { Surname = "LEROUX" };
        Check(married).ShouldBe(GuardReason.None);
        Check(married with { UsageName = "DURAND" }).ShouldBe(GuardReason.None, "the birth name is known");
        Check(married with { Residence = "29019" }).ShouldBe(GuardReason.None, "one place is enough");
        Check(married with { Residence = "29019", BirthPlace = "35047" }).ShouldBe(GuardReason.Surname, "the département is not the place");
        Check(married with { BirthPlace = "", Residence = "" }).ShouldBe(GuardReason.Surname);
        Check(married with { Sex = "M" }).ShouldBe(GuardReason.Surname);
        Check(married with { Birth = "15/02/1986" }).ShouldBe(GuardReason.Surname);
        Check(married with { GivenNames = "Sofie" }).ShouldBe(GuardReason.Surname);
        Check(s_base with { Surname = "" }).ShouldBe(GuardReason.Surname, "an unknown surname is not a changed one");
    }

    [Fact]
    public void Another_surname_where_one_place_is_unknown_is_taken_for_one_changed_at_marriage_if_the_other_place_is_the_same()
        => Check(s_base with { Surname = "LEROUX", Residence = "" }).ShouldBe(GuardReason.None);

    [Fact]
    public void A_profile_that_the_files_open_is_no_reason_any_more()
    {
        var twins = MadeTokens.Compare(s_base, s_base with { GivenNames = "Marcelle" });
        FamilyGuard.Strict.Check(twins).ShouldBe(GuardReason.GivenName);
        new FamilyGuard(new HashSet<int> { FamilyGuard.ProfileOf(twins) }).Check(twins).ShouldBe(GuardReason.None);
    }

    [Fact]
    public void Brother_and_sister_of_one_unisex_name_differ_by_their_sex()
    {
        Check(s_base with { Sex = "M" }).ShouldBe(GuardReason.None, "a mistyped sex alone is an error of one file");
        Check(s_base with { Sex = "M", Birth = "15/02/1986" }).ShouldBe(GuardReason.Sex);
        Check(s_base with { Sex = "M", Surname = "DURANT-MOREL" }).ShouldNotBe(GuardReason.None);
    }

    [Fact]
    public void A_surname_and_a_given_name_in_each_other_s_place_are_no_reason()
        => Check(s_base with { Surname = "SOPHIE", GivenNames = "Durand" }).ShouldBe(GuardReason.None);

    static GuardReason Check(Persona other) => GuardOf(s_base, other);

    static GuardReason GuardOf(Persona one, Persona other) => FamilyGuard.Suspect(MadeTokens.Compare(one, other));
}
