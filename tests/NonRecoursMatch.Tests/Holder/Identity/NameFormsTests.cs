using System.Text;
using NonRecoursMatch.Holder.Identity;
using NonRecoursMatch.Holder.Identity.Names;
using NonRecoursMatch.Synthetic.Names;
using NonRecoursMatch.Tests.Conventions;

namespace NonRecoursMatch.Tests.Holder.Identity;

public class NameFormsTests
{
    [Fact]
    public void Every_surname_of_the_generator_keeps_the_form_that_the_generator_gives_it()
    {
        var names = NameTables.Rows("patronymes.csv").Select(row => row[0]).ToList();
        names.Count.ShouldBeGreaterThan(14_000);
        names.Where(name => !FormReader.Surnames(name).Full.SequenceEqual([NameKey.OfSurname(name)])).ShouldBeEmpty();
    }

    [Fact]
    public void Every_given_name_of_the_generator_keeps_the_form_that_the_generator_gives_it()
    {
        var names = NameTables.Rows("prenoms.csv").Select(row => row[2]).Distinct().ToList();
        names.Count.ShouldBeGreaterThan(1_000);
        names.Where(name => FormReader.GivenNames(name)[0] != NameKey.OfFirstName(name)).ShouldBeEmpty();
        names.Select(name => name + " Marie").Where(name => FormReader.GivenNames(name)[0] != NameKey.OfFirstName(name)).ShouldBeEmpty();
    }

    [Fact]
    public void A_word_knows_what_joins_it_to_the_one_before()
    {
        var words = new NameWords();
        words.Read("N’Diaye-Fall ‐ Sow d' Arc"u8);
        words.Count.ShouldBe(6);
        Encoding.UTF8.GetString(words.Word(1)).ShouldBe("DIAYE");
        Enumerable.Range(0, 6).Select(words.ApostropheBefore).ShouldBe([false, true, false, false, false, false]);
        Enumerable.Range(0, 6).Select(words.HyphenBefore).ShouldBe([false, false, true, true, false, false]);
    }

    [Fact]
    public void A_cell_too_long_or_not_in_UTF_8_gives_nothing()
    {
        var huge = Enumerable.Repeat((byte)'A', 10_000_000).ToArray();
        foreach (var cell in new[] { huge, huge[..(NameNormaliser.LongestName + 1)], [(byte)'A', 0xC3], [0xED, 0xA0, 0x80] })
        {
            var (surnames, givenNames) = Read(cell);
            surnames.FullCount.ShouldBe(0);
            surnames.PartCount.ShouldBe(0);
            givenNames.Slot(0).Length.ShouldBe(0);
            PlaceForms.Canonical(cell, 1950, ConventionFixture.Library.Communes, new byte[PlaceForms.LongestPlace]).ShouldBe(0);
        }
    }

    [Fact]
    public void Random_bytes_and_characters_never_throw()
    {
        var random = new Random(20261001);
        var cell = new byte[NameNormaliser.LongestName];
        for (var round = 0; round < 20_000; round++)
        {
            var bytes = cell.AsSpan(0, random.Next(cell.Length + 1));
            random.NextBytes(bytes);
            if (round % 2 == 0)
                bytes = Encoding.UTF8.GetBytes(new string([.. Enumerable.Range(0, random.Next(80)).Select(_ => (char)random.Next(round % 4 == 0 ? 0x250 : 0x10000))]));
            UseEverything(bytes);
        }
    }

    [Fact]
    public void A_character_that_no_text_may_hold_is_only_a_separator()
        => FormReader.Surnames("DURAND\uFFFEPETIT").ShouldSatisfyAllConditions(
            forms => forms.Full.ShouldBe(["DURANDPETIT"]),
            forms => forms.Parts.ShouldBe(["DURAND", "PETIT"]));

    [Fact]
    public void Clearing_leaves_no_form_and_reading_again_starts_afresh()
    {
        var (surnames, givenNames) = Read("LE GOFF-PERON"u8);
        surnames.Clear();
        givenNames.Clear();
        surnames.FullCount.ShouldBe(0);
        surnames.PartCount.ShouldBe(0);
        givenNames.Slot(0).Length.ShouldBe(0);
        surnames.Read("ESSAI"u8, default);
        Encoding.UTF8.GetString(surnames.Full(0)).ShouldBe("ESSAI");
        surnames.PartCount.ShouldBe(0);
    }

    [Fact]
    public void An_ASCII_row_allocates_nothing()
    {
        var surnames = new SurnameForms();
        var givenNames = new GivenNameForms();
        Span<byte> output = stackalloc byte[PlaceForms.LongestPlace];
        var communes = ConventionFixture.Library.Communes;
        var before = 0L;
        for (var round = 0; round < 1_000; round++)
        {
            if (round == 10)
                before = GC.GetAllocatedBytesForCurrentThread();
            surnames.Read("Le Goff-Peron nee D'Essai"u8, "ST PIERRE"u8);
            givenNames.Read("Jean-Pierre Marie, Anne"u8);
            FrenchPhonetics.Key(surnames.Full(0), output);
            PlaceForms.Canonical("75112"u8, 1950, communes, output);
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    [Fact]
    public void No_form_prints_itself()
    {
        new NameWords().ToString().ShouldBe("•••");
        new SurnameForms().ToString().ShouldBe("•••");
        new GivenNameForms().ToString().ShouldBe("•••");
    }

    static (SurnameForms Surnames, GivenNameForms GivenNames) Read(ReadOnlySpan<byte> cell)
    {
        var surnames = new SurnameForms();
        var givenNames = new GivenNameForms();
        surnames.Read(cell, cell);
        givenNames.Read(cell);
        return (surnames, givenNames);
    }

    static void UseEverything(ReadOnlySpan<byte> cell)
    {
        var (surnames, givenNames) = Read(cell);
        Span<byte> output = stackalloc byte[PlaceForms.LongestPlace];
        Span<byte> departement = stackalloc byte[PlaceForms.LongestPlace];
        FrenchPhonetics.Key(cell, output).ShouldBeLessThanOrEqualTo(FrenchPhonetics.LongestKey);
        FrenchPhonetics.Key(givenNames.Slot(0), output).ShouldBeLessThanOrEqualTo(FrenchPhonetics.LongestKey);
        for (var i = 0; i < surnames.FullCount; i++)
            FrenchPhonetics.Key(surnames.Full(i), output);
        var place = output[..PlaceForms.Canonical(cell, 1950, ConventionFixture.Library.Communes, output)];
        System.Text.Unicode.Utf8.IsValid(place).ShouldBeTrue();
        PlaceForms.Departement(place, departement);
    }
}
