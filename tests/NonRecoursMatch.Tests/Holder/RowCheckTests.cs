using NonRecoursMatch.Holder.Validation;

namespace NonRecoursMatch.Tests.Holder;

/// <summary>What cells and rows must be to one another, at its limits; <c>pseudonymize</c> leaves out the rows that <c>validate</c> names.</summary>
public sealed class RowCheckTests : IDisposable
{
    readonly HolderFixture _caf = new();

    public void Dispose() => _caf.Dispose();

    [Theory]
    [InlineData("DEM", "01/10/2010", false)]
    [InlineData("DEM", "01/11/2010", true)]
    [InlineData("CJT", "00/00/2012", false)]
    [InlineData("ENF", "30/11/2000", false)]
    [InlineData("ENF", "01/10/2000", true)]
    [InlineData("AUT", "01/01/1930", false)]
    public void An_age_is_reckoned_in_whole_years_at_the_reference_month(string role, string birth, bool odd)
    {
        _caf.Row("personnes", ("role", role), ("date_naissance", birth)).Write();
        Codes().ShouldBe(odd ? ["ligne.age.role"] : []);
    }

    [Theory]
    [InlineData("00/08/1955", false)]
    [InlineData("31/07/1955", true)]
    [InlineData("00/00/1950", false)]
    public void An_event_is_compared_with_the_month_of_birth(string death, bool wrong)
    {
        _caf.Row("personnes", ("date_deces", death)).Write();
        Codes().ShouldBe(wrong ? ["ligne.dates.avant_naissance"] : []);
    }

    [Theory]
    [InlineData("01/03/2026", false)]
    [InlineData("28/02/2026", true)]
    [InlineData("00/02/2026", false)]
    [InlineData("", false)]
    public void An_end_may_be_the_day_of_its_beginning(string end, bool wrong)
    {
        _caf.Row("personnes").Row("prestations", ("date_fin", end)).Write();
        Codes().ShouldBe(wrong ? ["ligne.dates.ordre"] : []);
    }

    [Theory]
    [InlineData("-100000", true)]
    [InlineData("-100000,01", false)]
    [InlineData("1000000,00", true)]
    [InlineData("1000000,01", false)]
    public void Bounds_belong_to_the_range(string amount, bool inside)
    {
        _caf.Row("personnes").Row("ressources", ("montant", amount)).Write();
        Codes().ShouldBe(inside ? [] : ["champ.nombre.hors_bornes"]);
    }

    [Fact]
    public void A_key_with_an_unknown_part_is_equal_to_nothing()
    {
        _caf.Row("personnes").Row("ressources", ("nature", ""), ("montant", "")).Row("ressources", ("nature", ""), ("montant", "")).Write();
        Codes().ShouldBeEmpty();
    }

    [Fact]
    public void A_repeated_key_is_named_on_its_later_line_and_its_row_is_left_out()
    {
        for (var i = 0; i < 2000; i++)
            _caf.Row("ressources", ("matricule", $"{i:0000000}"));
        for (var i = 0; i < 2000; i++)
            _caf.Row("personnes", ("matricule", $"{i:0000000}"));
        _caf.Row("ressources", ("matricule", "0000007")).Tolerant().Write();
        var group = _caf.Validate().Groups.ShouldHaveSingleItem();
        group.Code.ShouldBe(AnomalyCodes.CleRepetee);
        group.First.ShouldHaveSingleItem().Line.ShouldBe(2002);
        var balance = _caf.Pseudonymise().Manifest.Bilan["ressources"];
        balance.Closes.ShouldBeTrue();
        _caf.Read("ressources.col").Count.ShouldBe(2000);
    }

    [Fact]
    public void A_row_about_nobody_is_named_in_whatever_order_the_files_are_read()
    {
        _caf.Row("personnes").Row("ressources").Row("ressources", ("rang", "2")).Row("prestations").Row("prestations", ("matricule", "0099999")).Write();
        var groups = _caf.Validate().Groups;
        groups.Select(group => (group.Code.Code, group.Table, group.First[0].Line)).ShouldBe([("lot.reference.inconnue", "prestations", 3), ("lot.reference.inconnue", "ressources", 3)]);
        var files = new[] { "ressources", "prestations", "personnes" }.Select(_caf.PathOf).ToList();
        var report = new ExtractValidator(_caf.Agreement, HolderFixture.Library).Validate(_caf.Source, files, HolderFixture.Month, null, CancellationToken.None);
        report.Groups.Select(group => group.Count).ShouldBe([1, 1]);
        report.Tables.Select(table => table.Table).ShouldBe(["ressources", "prestations", "personnes"]);
        report.Tables.Select(table => table.Rejected).ShouldBe([1, 1, 0]);
    }

    [Fact]
    public void A_person_whose_row_is_wrong_is_still_a_person()
    {
        _caf.Row("personnes", ("role", "PAPA")).Row("ressources").Row("prestations").Write();
        Codes().ShouldBe(["champ.code.inconnu"]);
    }

    [Fact]
    public void Without_the_table_of_persons_nobody_is_missed()
    {
        _caf.Row("ressources").Write();
        var report = new ExtractValidator(_caf.Agreement, HolderFixture.Library).Validate(_caf.Source, [_caf.PathOf("ressources")], HolderFixture.Month, null, CancellationToken.None);
        report.Groups.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(10, 8, false)]
    [InlineData(10, 7, true)]
    [InlineData(10, 30, false)]
    public void A_table_may_lose_a_fifth_of_its_rows(int before, int now, bool dropped)
    {
        for (var i = 0; i < now; i++)
            _caf.Row("personnes", ("matricule", $"{i:0000000}"));
        _caf.Write(sidecar => sidecar.Replace($"\"lignes\": {now},", $"\"lignes\": {now}, \"lignes_mois_precedent\": {before},", StringComparison.Ordinal));
        Codes().ShouldBe(dropped ? ["fichier.baisse"] : []);
    }

    List<string> Codes() => [.. _caf.Validate().Groups.Select(group => group.Code.Code)];
}
