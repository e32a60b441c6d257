using System.Text;
using System.Text.Json;
using NonRecoursMatch.Cli.Comparing;
using NonRecoursMatch.Trust.Manifests;

namespace NonRecoursMatch.Tests.Linkage;

public class EvaluationTests
{
    // Five links (a1-b1 is there twice) of which three are true; six true pairs: three are missed, one of them is under review.
    const string Pairs = """
        left_id;right_id;class;weight;pass
        a1;b1;certain;31.5;exacte
        a2;b2;certain;;nir
        a3;b3;probable;7.25;tolerante
        a4;b9;probable;5;tolerante
        a8;b8;certain;12;exacte
        a1;b1;certain;31.5;exacte
        a5;b5;review;2;
        a6;b7;review;1;

        """;

    const string Truth = "right_id;left_id\nb1;a1\nb2;a2\nb3;a3\nb4;a4\nb5;a5\nb6;a6\n";

    [Fact]
    public void Figures_are_those_found_by_hand()
    {
        var document = Document(Pairs, Truth);
        Number("links").ShouldBe(5);
        Number("true_links").ShouldBe(3);
        Number("false_links").ShouldBe(2);
        Number("missed").ShouldBe(3);
        Number("precision").ShouldBe(0.6);
        Number("recall").ShouldBe(0.5);
        Number("f1").ShouldBe(0.545455);
        Figures("per_class", "certain").ShouldBe((3, 2, 1, 0.666667));
        Figures("per_class", "probable").ShouldBe((2, 1, 1, 0.5));
        Figures("per_pass", "exacte").ShouldBe((2, 1, 1, 0.5));
        Figures("per_pass", "nir").ShouldBe((1, 1, 0, 1));
        Figures("per_pass", "tolerante").ShouldBe((2, 1, 1, 0.5));
        document.GetProperty("review").GetProperty("pairs").GetInt32().ShouldBe(2);
        document.GetProperty("review").GetProperty("true_pairs").GetInt32().ShouldBe(1);

        double Number(string name) => document.GetProperty(name).GetDouble();

        (int Links, int True, int False, double Precision) Figures(string group, string name)
        {
            var figures = document.GetProperty(group).GetProperty(name);
            return (figures.GetProperty("links").GetInt32(), figures.GetProperty("true_links").GetInt32(), figures.GetProperty("false_links").GetInt32(), figures.GetProperty("precision").GetDouble());
        }
    }

    [Fact]
    public void Without_links_there_is_no_false_one_and_all_is_missed()
    {
        var document = Document("left_id;right_id;class;weight;pass\n", Truth);
        document.GetProperty("precision").GetDouble().ShouldBe(1);
        document.GetProperty("recall").GetDouble().ShouldBe(0);
        document.GetProperty("f1").GetDouble().ShouldBe(0);
        document.GetProperty("missed").GetInt32().ShouldBe(6);
    }

    [Theory]
    [InlineData("left_id;right_id\n1;2\n3\n", "line 3: 1 fields where the header has 2")]
    [InlineData("left_id;\"right_id\n1;2\n", "line 1: columns left_id and right_id are expected")]
    public void A_broken_line_of_pairs_is_named(string pairs, string line)
        => Should.Throw<LinkageFileException>(() => Document(pairs, Truth)).Message.ShouldContain(line);

    [Fact]
    public void The_pass_of_a_link_is_what_found_it_whichever_file_has_the_number()
    {
        var (known, anonymous) = (new Persona("DURAND", "Sophie", "14/02/1986", "F", "35238", "35047", Nir: "2860235238041"), new Persona("DURAND", "Sophie", "14/02/1986", "F", "35238", "35047"));
        ComparedFiles.Run([known.Row("1")], [known.Row("1")]).Lines.ShouldHaveSingleItem().Pass.ShouldBe("nir");
        ComparedFiles.Run([known.Row("1")], [anonymous.Row("1")]).Lines.ShouldHaveSingleItem().Pass.ShouldBe("exacte");
        ComparedFiles.Run([anonymous.Row("1")], [known.Row("1")]).Lines.ShouldHaveSingleItem().Pass.ShouldBe("exacte");
        ComparedFiles.Run([(anonymous with { Surname = "DURANT" }).Row("1")], [known.Row("1")]).Lines.ShouldHaveSingleItem().Pass.ShouldBe("tolerante");
    }

    [Fact]
    public void A_number_that_two_rows_of_a_file_bear_links_nobody_whichever_file_it_is()
    {
        var known = new Persona("DURAND", "Sophie", "14/02/1986", "F", "35238", "35047", Nir: "2860235238041");
        ComparedFiles.Run([known.Row("1"), known.Row("2")], [known.Row("1")]).Lines.ShouldBeEmpty();
        ComparedFiles.Run([known.Row("1")], [known.Row("1"), known.Row("2")]).Lines.ShouldBeEmpty();
    }

    static JsonElement Document(string pairs, string truth)
    {
        using var folder = new TemporaryFolder(inMemory: true);
        File.WriteAllText(folder["pairs.csv"], pairs);
        File.WriteAllText(folder["truth.csv"], truth);
        var json = Encoding.UTF8.GetString(StableJson.Bytes(Evaluation.Of(folder["pairs.csv"], folder["truth.csv"]).Document()));
        return JsonDocument.Parse(json).RootElement;
    }
}
