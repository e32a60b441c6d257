using System.Globalization;
using System.Text;
using NonRecoursMatch.Holder.Identity;

namespace NonRecoursMatch.Tests.Holder;

public class CanonicalIdentityTests
{
    [Theory]
    [InlineData("LE GOFF", "LEGOFF")]
    [InlineData("Le Goff-Péron", "LEGOFFPERON")]
    [InlineData("D'Hervé", "DHERVE")]
    [InlineData("D’HERVÉ", "DHERVE")]
    [InlineData("LEFÈVRE ŒUVRÉ", "LEFEVREOEUVRE")]
    [InlineData("Lætitia", "LAETITIA")]
    [InlineData("Iñigo Çelik", "INIGOCELIK")]
    [InlineData("KAYA-YILDIRIM", "KAYAYILDIRIM")]
    [InlineData("Ｓｍｉｔｈ", "SMITH")]
    [InlineData("Παπαδόπουλος", "ΠΑΠΑΔΟΠΟΥΛΟΣ")]
    [InlineData("", "")]
    [InlineData("  ", "")]
    [InlineData("SNP", "")]
    [InlineData("S.N.P.", "")]
    [InlineData("X", "")]
    [InlineData("inconnu", "")]
    [InlineData("Mme", "")]
    [InlineData("-'.", "")]
    public void A_surname_is_normalised(string surname, string expected)
        => Weak(surname, "", "ANNE", "09/08/1955").ShouldBe(expected.Length == 0 ? [] : [$"{expected}|ANNE|19550809"]);

    [Theory]
    [InlineData("Jean-Pierre Marie", "JEANPIERRE")]
    [InlineData("  Zoë", "ZOE")]
    [InlineData("Marie\u00A0Anne", "MARIE")]
    [InlineData("Marie\u202FAnne", "MARIE")]
    [InlineData("N'Golo", "NGOLO")]
    [InlineData("SNP", "")]
    [InlineData("X", "")]
    public void The_first_given_name_is_normalised(string given, string expected)
        => Weak("ESSAI", "", given, "09/08/1955").ShouldBe(expected.Length == 0 ? [] : [$"ESSAI|{expected}|19550809"]);

    [Fact]
    public void A_different_usage_name_gives_a_second_text_and_an_equal_one_does_not()
    {
        Weak("ESSAI", "MODELE", "ANNE", "09/08/1955").ShouldBe(["ESSAI|ANNE|19550809", "MODELE|ANNE|19550809"]);
        Weak("ESSAI", "Éssaï", "ANNE", "09/08/1955").ShouldBe(["ESSAI|ANNE|19550809"]);
        Weak("SNP", "MODELE", "ANNE", "09/08/1955").ShouldBe(["MODELE|ANNE|19550809"]);
    }

    [Theory]
    [InlineData("00/08/1955", false)]
    [InlineData("00/00/1955", false)]
    [InlineData("00/00/0000", false)]
    [InlineData("01/01/1955", true)]
    public void An_incomplete_or_default_birth_date_gives_no_weak_text(string date, bool byDefault) => Weak("ESSAI", "", "ANNE", date, byDefault).ShouldBeEmpty();

    [Fact]
    public void The_first_of_January_counts_when_the_source_does_not_say_it_is_a_default()
        => Weak("ESSAI", "", "ANNE", "01/01/1955").ShouldBe(["ESSAI|ANNE|19550101"]);

    [Theory]
    [InlineData("31/02/1955")]
    [InlineData("29/02/1955")]
    [InlineData("00/13/1955")]
    [InlineData("15/00/1955")]
    [InlineData("15/08/0000")]
    [InlineData("15/08/1055")]
    [InlineData("1/8/1955")]
    [InlineData("1955-08-09")]
    [InlineData("")]
    public void An_impossible_date_is_refused(string date) => BirthDate.TryRead(Encoding.UTF8.GetBytes(date), out _).ShouldBeFalse();

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("fr-FR")]
    [InlineData("")]
    public void The_culture_of_the_machine_changes_nothing(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        Weak("Yildirim-Éric", "", "ilias", "09/08/1955").ShouldBe(["YILDIRIMERIC|ILIAS|19550809"]);
        CultureInfo.CurrentCulture = before;
    }

    [Fact]
    public void Identity_types_never_print_themselves()
    {
        BirthDate.TryRead("09/08/1955"u8, out var date);
        date.ToString().ShouldBe("•••");
        new CanonicalIdentity().ToString().ShouldBe("•••");
    }

    static List<string> Weak(string birthName, string usageName, string given, string date, bool byDefault = false)
    {
        var identity = new CanonicalIdentity();
        BirthDate.TryRead(Encoding.UTF8.GetBytes(date), out var birth);
        identity.Read(default, Encoding.UTF8.GetBytes(birthName), Encoding.UTF8.GetBytes(usageName), Encoding.UTF8.GetBytes(given), birth, byDefault);
        return [.. Enumerable.Range(0, identity.WeakCount).Select(i => Encoding.UTF8.GetString(identity.Weak(i)))];
    }
}
