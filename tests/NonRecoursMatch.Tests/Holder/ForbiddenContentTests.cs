namespace NonRecoursMatch.Tests.Holder;

/// <summary>Health words, codes of diseases and sentences are named; names are not taken for them, however long.</summary>
public sealed class ForbiddenContentTests : IDisposable
{
    readonly HolderFixture _caf = new();

    public void Dispose() => _caf.Dispose();

    [Theory]
    [InlineData("nom_usage", "Diabète de type 2", "champ.sante.mot")]
    [InlineData("prenom1", "EPILEPSIE", "champ.sante.mot")]
    [InlineData("prenom1", "Épilepsie", "champ.sante.mot")]
    [InlineData("nom_usage", "MODELE (hospitalisée)", "champ.sante.mot")]
    [InlineData("nom_usage", "F32.1", "champ.sante.code")]
    [InlineData("nom_usage", "MODELE E11.65", "champ.sante.code")]
    [InlineData("role", "schizophrénie", "champ.sante.mot")]
    [InlineData("role", "est partie sans laisser une adresse", "champ.texte.phrase")]
    [InlineData("nom_usage", "Suite à son divorce, ne vit plus avec ses enfants", "champ.texte.phrase")]
    [InlineData("role", "PAPA", "champ.code.inconnu")]
    public void What_no_cell_may_hold_has_its_own_code(string column, string value, string code)
    {
        _caf.Row("personnes", (column, value)).Write();
        _caf.Validate().Groups.ShouldHaveSingleItem().Code.Code.ShouldBe(code);
    }

    [Theory]
    [InlineData("DE LA FONTAINE DE SAINT-EXUPÉRY")]
    [InlineData("MARIA DA CONCEIÇÃO FERREIRA DOS SANTOS DE ALMEIDA E SILVA")]
    [InlineData("DEPRESLE")]
    [InlineData("D'ASTHMENIL")]
    [InlineData("NGUYEN THI NE")]
    [InlineData("J.-P. A12")]
    [InlineData("M.")]
    [InlineData("×")]
    public void A_name_is_a_name(string name)
    {
        _caf.Row("personnes", ("nom_usage", name)).Write();
        _caf.Validate().Groups.ShouldBeEmpty();
    }

    [Fact]
    public void No_family_or_given_name_of_the_published_lists_is_taken_for_anything_else()
    {
        var rows = Names("patronymes.csv", 0).Concat(Names("prenoms.csv", 2)).Distinct().ToList();
        rows.Count.ShouldBeGreaterThan(15_000);
        foreach (var (name, at) in rows.Select((name, at) => (name, at)))
            _caf.Row("personnes", ("matricule", $"{at:0000000}"), ("nom_usage", name), ("prenom1", name));
        _caf.Write();
        _caf.Validate().Groups.Select(group => $"{group.Code} {group.First[0].Form} {group.First[0].Line}").ShouldBeEmpty();
    }

    [Fact]
    public void One_name_that_begins_like_a_formula_is_a_name()
    {
        _caf.Row("personnes", ("nom_usage", "-")).Row("personnes", ("matricule", "0000001"), ("nom_usage", "MODELE")).Write();
        _caf.Validate().Groups.ShouldBeEmpty();
    }

    [Fact]
    public void A_windows_1252_cell_is_read_in_its_own_encoding()
    {
        _caf.Row("personnes", ("prenom1", "Diabète")).Write();
        File.WriteAllBytes(_caf.PathOf("personnes"), System.Text.Encoding.Latin1.GetBytes(File.ReadAllText(_caf.PathOf("personnes"))));
        _caf.Source = _caf.Source with { Encoding = "windows-1252" };
        _caf.Validate().Groups.ShouldHaveSingleItem().Code.Code.ShouldBe("champ.sante.mot");
    }

    static IEnumerable<string> Names(string file, int column)
        => File.ReadLines(Repository.Path("conventions", "pseudonymisation", "noms", file)).Skip(1).Select(line => line.Split(';')[column]);
}
