using System.Globalization;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Conventions.Extracts;
using NonRecoursMatch.Operator.Foyers;
using NonRecoursMatch.Operator.Lists;
using NonRecoursMatch.Rights.Mensuel;
using NonRecoursMatch.Rights.Verdicts;

namespace NonRecoursMatch.Tests.Operator;

/// <summary>Invariant I10: a recipient learns at most its disclosure level.</summary>
public class DisclosedColumnsTests
{
    static readonly ListTexts s_texts = new(CultureInfo.GetCultureInfo("fr"));

    static readonly RightRow[] s_rows = [.. from sujet in Enum.GetValues<Sujet>()
                                         from verdict in new[] { Outcome.Certain, Outcome.Presume, Outcome.AVerifier }
                                         from euros in new[] { 0, 42, 250, 900 }
                                         from questions in new[] { Questions.None, Questions.AvecQui | Questions.TauxPlein, (Questions)((1 << 19) - 1) }
                                         select new RightRow(3, new Key128(1, 2), sujet, verdict, euros, Motif.Rsa, questions, (Cautions)63)];

    [Fact]
    public void An_invitation_is_the_same_for_everybody()
        => s_rows.ShouldAllBe(row => Cells(DisclosureLevel.Invitation, row).SequenceEqual(new[] { "bailleur-1", "00000000000000010000000000000002", "Proposer un rendez-vous droits" }));

    [Fact]
    public void The_middle_level_says_neither_reason_nor_amount()
    {
        foreach (var row in s_rows)
        {
            var cells = Cells(DisclosureLevel.DroitEtQuestion, row);
            cells.ShouldNotContain(s_texts.Motif(row.Motif));
            if (row.AmountEuros > 0)
                cells.ShouldNotContain(s_texts.Band(row.AmountEuros));
            Cells(DisclosureLevel.DroitEtQuestion, row with { AmountEuros = row.AmountEuros + 300 }).ShouldBe(cells);
        }
    }

    [Fact]
    public void An_amount_is_told_as_a_band_only()
    {
        foreach (var row in s_rows)
            Cells(DisclosureLevel.Complet, row with { AmountEuros = 201 }).ShouldBe(Cells(DisclosureLevel.Complet, row with { AmountEuros = 399 }));
    }

    [Fact]
    public void Recipients_never_read_the_words_of_suspicion()
    {
        string[] forbidden = ["certain", "signalé", "non-recours", "anomalie", "fraude"];
        foreach (var language in new[] { "fr", "en" })
        {
            var texts = new ListTexts(CultureInfo.GetCultureInfo(language));
            foreach (var row in s_rows)
            {
                var words = string.Join(' ', new DisclosedColumns(DisclosureLevel.Complet, texts, test: true).Cells(row, Body(SourceKind.Caf)));
                foreach (var word in forbidden)
                    words.ShouldNotContain(word, Case.Insensitive);
            }
        }
    }

    [Fact]
    public void A_row_made_with_a_test_key_says_so()
    {
        var columns = new DisclosedColumns(DisclosureLevel.Invitation, s_texts, test: true);
        columns.Names[^1].ShouldBe("avertissement");
        columns.Cells(new RightRow(0, default, Sujet.C2s, Outcome.Certain, 0, default, default, default), Body(SourceKind.Bailleur))[^1].ShouldBe("TEST");
    }

    [Fact]
    public void Only_the_payer_of_a_benefit_reads_its_reason_and_its_amount()
    {
        var row = new RightRow(3, new Key128(1, 2), Sujet.Rsa, Outcome.Presume, 250, Motif.Rsa, Questions.None, Cautions.None);
        Cells(DisclosureLevel.Complet, row, SourceKind.Caf).ShouldContain(s_texts.Motif(Motif.Rsa));
        var other = Cells(DisclosureLevel.Complet, row, SourceKind.Carsat);
        other.ShouldNotContain(s_texts.Motif(Motif.Rsa));
        other.ShouldNotContain(s_texts.Band(250));
        other.ShouldContain(s_texts.Sujet(Sujet.Rsa));
    }

    static Source Body(SourceKind kind) => new("bailleur-1", kind, "corps", "", null!, "", "utf-8", "", null, DisclosureLevel.Invitation, null);

    static string[] Cells(DisclosureLevel level, in RightRow row, SourceKind kind = SourceKind.Caf)
    {
        var columns = new DisclosedColumns(level, s_texts, test: false);
        var cells = columns.Cells(row, Body(kind));
        cells.Length.ShouldBe(columns.Names.Count);
        return cells;
    }
}
