using NonRecoursMatch.Recipient;
using NonRecoursMatch.Recipient.Contacts;
using NonRecoursMatch.Tests.Formats.Probes;
using NonRecoursMatch.Tests.Properties.Territory;

namespace NonRecoursMatch.Tests.Recipient;

/// <summary>What a recipient gets when it reopens its list: its own people, its own level, and nobody who is to be left in peace.</summary>
public class ContactWorkbookTests
{
    static readonly string[] s_own = ["reference", "nom", "nom_naissance", "prenom", "commune"];
    static readonly string[] s_segments = ["iris", "qpv", "logement", "publics"];
    static readonly string[] s_spoken = ["courrier", "mandataire"];
    static readonly string[] s_level = ["prestation", "verdict", "motif", "fourchette", "questions", "precautions"];

    [Fact]
    public void Each_contact_is_a_person_of_the_list_with_its_own_reference_and_rights_and_nobody_else_appears() => ForAnySeed.Check(3, seed =>
    {
        using var territory = new TinyTerritory();
        var known = Population.Fill(territory, seed, residents: 40);
        var outcome = territory.Run();
        foreach (var body in TinyAgreement.Sources)
        {
            using var reopened = Reopened.Of(territory, outcome, body);
            XlsxProbe.Faults(reopened.Workbook).ShouldBeEmpty();
            var listed = outcome.ListOf(body).GroupBy(row => row.Handle).ToDictionary(person => person.Key, person => person.ToList());
            reopened.Contacts.Select(contact => contact["poignee"]).ShouldBe(listed.Keys);
            foreach (var contact in reopened.Contacts)
            {
                territory.Handle(body, contact["reference"]).ToString().ShouldBe(contact["poignee"]);
                var person = known.First(one => one.References.GetValueOrDefault(body) == contact["reference"]).Resident;
                contact["prenom"].ShouldBe(person.GivenName);
                contact["nom"].ShouldBe(person.UsageName.Length > 0 ? person.UsageName : person.BirthName);
                foreach (var column in s_level.Where(contact.ContainsKey))
                    contact[column].Split('\n').Except(listed[contact["poignee"]].Select(row => row[column])).ShouldBeEmpty();
            }

            // I2, I3: of the others, listed elsewhere or nowhere, not a trace.
            var text = string.Join('\n', reopened.Cells) + reopened.HandOverText;
            var own = reopened.Contacts.Select(contact => contact["reference"]).ToHashSet();
            foreach (var other in known.Where(one => !own.Contains(one.References.GetValueOrDefault(body, "-"))))
                text.ShouldNotContain(other.Resident.BirthName);
            foreach (var person in known)
                reopened.HandOverText.ShouldNotContain(person.Resident.GivenName);
        }
    });

    [Theory]
    [InlineData("invitation", 0)]
    [InlineData("droit_et_question", 1)]
    public void A_workbook_has_the_columns_of_its_level(string level, int more)
    {
        using var territory = new TinyTerritory(new TinyAgreement { BailleurLevel = level, C2sOrder = "bailleur, cpam", AspaOrder = "bailleur, carsat" });
        Fill(territory);
        var outcome = territory.Run();
        using var landlord = Reopened.Of(territory, outcome, TinyAgreement.Bailleur);
        landlord.Contacts.ShouldNotBeEmpty();
        landlord.Titles.ShouldBe([.. s_own, .. s_segments[2..], .. s_spoken, .. more == 1 ? s_level.Except(["motif", "fourchette"]) : [], .. Common(landlord)]);
        string.Join('\n', landlord.Cells.Concat([landlord.HandOverText])).ShouldNotContain("€");
        if (more == 0)
            landlord.Contacts.Select(contact => contact["demarche"]).Concat(landlord.MailMerge.Select(letter => letter["objet"])).Distinct().Count().ShouldBe(2);
    }

    [Theory]
    [InlineData("droit_et_question")]
    [InlineData("invitation")]
    public void A_list_that_tells_more_than_its_level_is_cut_down_to_it(string level)
    {
        using var territory = new TinyTerritory();
        Fill(territory);
        var outcome = territory.Run();
        var told = outcome.ListOf(TinyAgreement.Cpam);
        told.ShouldAllBe(row => row["motif"].Length > 0);
        var manifest = Path.Combine(Path.GetDirectoryName(outcome.PathOf(TinyAgreement.Cpam))!, "manifest.json");
        File.WriteAllText(manifest, File.ReadAllText(manifest).Replace("\"complet\"", $"\"{level}\"", StringComparison.Ordinal));
        using var reopened = Reopened.Of(territory, outcome, TinyAgreement.Cpam);
        reopened.Contacts.Count.ShouldBe(told.Count);
        foreach (var column in level == "invitation" ? s_level : ["motif", "fourchette"])
        {
            reopened.Titles.ShouldNotContain(column);
            reopened.Contacts.SelectMany(contact => contact.Values).Intersect(told.Select(row => row[column]).Where(text => text.Length > 0)).ShouldBeEmpty();
        }
    }

    [Fact]
    public void The_payer_reads_reason_and_amount_of_each_right_of_a_contact()
    {
        using var territory = new TinyTerritory(new TinyAgreement { C2sOrder = "caf, cpam" });
        var resident = Resident.Of(7, 1975);
        territory[TinyAgreement.Caf].Dossier(resident);
        territory[TinyAgreement.Caf].WholeYear(resident, "SALAIRE", "350,00");
        territory[TinyAgreement.Cpam].Insured(resident);
        var outcome = territory.Run();
        using var caf = Reopened.Of(territory, outcome, TinyAgreement.Caf);
        var contact = caf.Contacts.ShouldHaveSingleItem();
        contact["prestation"].Split('\n').ShouldBe(outcome.ListOf(TinyAgreement.Caf).Select(row => row["prestation"]));
        contact["prestation"].Split('\n').Length.ShouldBeGreaterThan(1);
        caf.Titles.ShouldBe([.. s_own, .. s_segments.Intersect(caf.Titles), .. s_spoken, .. s_level, .. Common(caf)]);
        caf.Titles.ShouldContain("suivi_2");
        contact["documents"].ShouldNotBeEmpty();
        contact["donnees"].ShouldBe("octobre 2026");
    }

    [Fact]
    public void Segments_come_from_the_own_row_whatever_the_level_and_those_that_nobody_has_are_left_out()
    {
        using var territory = new TinyTerritory(new TinyAgreement { BailleurLevel = "invitation", AspaOrder = "bailleur, ccas, carsat", C2sOrder = "cpam" });
        var (tenant, visitor) = (Resident.Of(1, 1950), Resident.Of(2, 1951));
        territory[TinyAgreement.Bailleur].Tenant(tenant);
        territory[TinyAgreement.Ccas].Visitor(visitor);
        foreach (var pensioner in new[] { tenant, visitor })
            territory[TinyAgreement.Carsat].Pensioner(pensioner, "300,00");
        var outcome = territory.Run();
        // What the body reopens with may tell more of its own people than the agreement lets leave.
        var own = territory[TinyAgreement.Bailleur].Persons;
        own.Columns.AddRange(["iris", "qpv"]);
        (own.Rows[0]["iris"], own.Rows[0]["qpv"]) = ("352360102", "QN03512M");
        WriteOwn(territory);

        using var landlord = Reopened.Of(territory, outcome, TinyAgreement.Bailleur);
        s_segments.Select(column => landlord.Contacts.ShouldHaveSingleItem()[column]).ShouldBe(["352360102", "QN03512M", "locataire du parc social", "50 ans et plus, 65 ans et plus, locataires"]);
        using var ccas = Reopened.Of(territory, outcome, TinyAgreement.Ccas);
        ccas.Titles.Intersect(s_segments).ShouldBe(["publics"]);

        // A protected address is told neither by its commune nor by its neighbourhood; what is left of the column is nothing.
        own.Columns.Add("adresse_protegee");
        own.Rows[0]["adresse_protegee"] = "O";
        WriteOwn(territory);
        using var kept = Reopened.Of(territory, outcome, TinyAgreement.Bailleur);
        kept.Titles.Intersect(s_segments).ShouldBe(["logement", "publics"]);
        kept.Cells.ShouldNotContain("352360102");
    }

    static void WriteOwn(TinyTerritory territory)
        => territory[TinyAgreement.Bailleur].Write(territory.Agreement.Sources.First(source => source.Id == TinyAgreement.Bailleur).Folder, territory.Terms, TinyAgreement.Month);

    [Fact]
    public void Who_must_not_be_written_to_gets_no_letter_and_a_mandataire_or_the_parents_are_spoken_to()
    {
        using var territory = new TinyTerritory();
        Fill(territory);
        var rows = territory[TinyAgreement.Cpam].Persons;
        rows.Columns.AddRange(["adresse_protegee", "contact_mandataire"]);
        rows.Rows[0]["adresse_protegee"] = "O";
        rows.Rows[1]["contact_mandataire"] = "O";
        using var cpam = Reopened.Of(territory, territory.Run(), TinyAgreement.Cpam);
        string Of(int row, string column) => cpam.Contacts.First(contact => contact["prenom"] == rows.Rows[row]["prenom1"])[column];
        Of(0, "courrier").ShouldBe("ne pas écrire (adresse protégée)");
        Of(0, "commune").ShouldBeEmpty();
        Of(2, "commune").ShouldBe("35236");
        Of(1, "mandataire").ShouldBe("s'adresser au mandataire");
        cpam.MailMerge.Select(letter => letter["nom_complet"]).ShouldNotContain(name => name.Contains(rows.Rows[0]["prenom1"], StringComparison.Ordinal));
        cpam.MailMerge.Count.ShouldBe(cpam.Contacts.Count - 1);
        cpam.MailMerge.ShouldContain(letter => letter["enveloppe"].StartsWith("Mandataire de ", StringComparison.Ordinal) && letter["nom_complet"].Contains(rows.Rows[1]["prenom1"], StringComparison.Ordinal));
        cpam.Counts.NotToWrite.ShouldBe(1);
    }

    [Fact]
    public void Others_of_the_household_are_named_on_request_only_and_from_the_own_extract()
    {
        using var territory = new TinyTerritory(new TinyAgreement { C2sOrder = "caf, cpam" });
        var (resident, partner) = (Resident.Of(1, 1975), Resident.Of(2, 1976));
        territory[TinyAgreement.Caf].Dossier(resident, "2", situation: "MAR");
        territory[TinyAgreement.Caf].Partner(resident, partner);
        territory[TinyAgreement.Cpam].Insured(resident);
        var outcome = territory.Run();
        using (var alone = Reopened.Of(territory, outcome, TinyAgreement.Caf))
            alone.Cells.ShouldNotContain(cell => cell.Contains(partner.GivenName, StringComparison.Ordinal));
        using var asked = Reopened.Of(territory, outcome, TinyAgreement.Caf, household: true);
        asked.Contacts.ShouldHaveSingleItem()["foyer"].ShouldBe($"{partner.GivenName} {partner.BirthName}");
    }

    [Theory]
    [InlineData("toutes", true, false)]
    [InlineData("toutes", false, true)]
    [InlineData("C2S", false, false)]
    [InlineData("ASPA", false, false)]
    public void Who_opposed_since_the_package_was_made_is_not_contacted(string scope, bool byReference, bool withNir)
    {
        using var territory = new TinyTerritory();
        var resident = Fill(territory)[0];
        var outcome = territory.Run();
        var cpam = territory[TinyAgreement.Cpam];
        if (byReference)
            cpam.Oppose(resident.Nir + "|1", scope);
        else
            cpam.Oppose(resident, scope, withNir);
        File.WriteAllBytes(Path.Combine(territory.Agreement.Sources.First(source => source.Id == TinyAgreement.Cpam).Folder, "oppositions.csv"), cpam.Oppositions.Bytes());
        using var reopened = Reopened.Of(territory, outcome, TinyAgreement.Cpam);
        reopened.Cells.Any(cell => cell.Contains(resident.GivenName, StringComparison.Ordinal)).ShouldBe(scope == "ASPA");
        reopened.Counts.Held.GetValueOrDefault(HoldCause.Opposition).ShouldBe(scope == "ASPA" ? 0 : 1);
        reopened.Waiting.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("=HYPERLINK(1)")]
    [InlineData("+33")]
    [InlineData("-2")]
    [InlineData("@SUM(A1)")]
    public void A_cell_of_the_own_extract_is_no_formula_even_after_it_was_saved_as_CSV(string name)
    {
        ContactSheet.Guarded(name).ShouldBe("'" + name);
        ContactSheet.Guarded("Jean-Louis").ShouldBe("Jean-Louis");
        ContactSheet.Guarded("").ShouldBe("");
    }

    [Fact]
    public void A_table_that_does_not_open_or_was_altered_is_refused()
    {
        using var territory = new TinyTerritory();
        Fill(territory);
        var outcome = territory.Run();
        Refused(RecipientRefusal.HandleTable, () => Reopened.Of(territory, outcome, TinyAgreement.Cpam, secret: TinyTerritory.SecretOf("autre")));
        Refused(RecipientRefusal.HandleTable, () => Reopened.Of(territory, outcome, TinyAgreement.Cpam, table: Reopened.TableOf(territory, TinyAgreement.Caf)));
        var table = Reopened.TableOf(territory, TinyAgreement.Cpam);
        var bytes = File.ReadAllBytes(table);
        bytes[^1] ^= 1;
        File.WriteAllBytes(table, bytes);
        Refused(RecipientRefusal.HandleTable, () => Reopened.Of(territory, outcome, TinyAgreement.Cpam));
        File.WriteAllBytes(table, bytes[..^9]);
        Refused(RecipientRefusal.HandleTable, () => Reopened.Of(territory, outcome, TinyAgreement.Cpam));
    }

    [Fact]
    public void A_handle_that_is_not_the_bodys_own_is_named_and_nothing_is_reopened()
    {
        using var territory = new TinyTerritory();
        Fill(territory);
        var outcome = territory.Run();
        // Another table of the same body and month: it opens, and lacks all but one person.
        using var other = new TinyTerritory();
        other[TinyAgreement.Cpam].Insured(Resident.Of(1, 1949));
        other.Pseudonymise(TinyAgreement.Cpam);
        var message = Refused(RecipientRefusal.ForeignHandle, () => Reopened.Of(territory, outcome, TinyAgreement.Cpam, table: Reopened.TableOf(other, TinyAgreement.Cpam))).Message;
        outcome.ListOf(TinyAgreement.Cpam).ShouldContain(row => message.Contains(row.Handle, StringComparison.Ordinal));
        message.ShouldContain("(5)");
    }

    [Fact]
    public void A_list_that_was_altered_or_is_past_its_last_day_is_refused()
    {
        using var territory = new TinyTerritory();
        Fill(territory);
        var outcome = territory.Run();
        Refused(RecipientRefusal.Expired, () => Reopened.Of(territory, outcome, TinyAgreement.Cpam, today: new DateOnly(2040, 1, 1)));
        File.AppendAllText(outcome.PathOf(TinyAgreement.Cpam), "\r\n");
        Refused(RecipientRefusal.AlteredList, () => Reopened.Of(territory, outcome, TinyAgreement.Cpam));
    }

    [Fact]
    public void An_extract_of_another_body_or_without_a_person_of_the_list_is_refused()
    {
        using var territory = new TinyTerritory();
        Fill(territory);
        var outcome = territory.Run();
        var folder = territory.Agreement.Sources.First(source => source.Id == TinyAgreement.Cpam).Folder;
        var persons = File.ReadAllLines(Path.Combine(folder, "personnes.csv"));
        File.WriteAllLines(Path.Combine(folder, "personnes.csv"), persons[..^1]);
        Refused(RecipientRefusal.Extract, () => Reopened.Of(territory, outcome, TinyAgreement.Cpam));
        File.WriteAllText(Path.Combine(folder, "extrait.json"), File.ReadAllText(Path.Combine(folder, "extrait.json")).Replace("2026-10", "2026-09", StringComparison.Ordinal));
        Refused(RecipientRefusal.Mismatch, () => Reopened.Of(territory, outcome, TinyAgreement.Cpam));
    }

    [Fact]
    public void A_list_without_anybody_gives_a_workbook_without_anybody()
    {
        using var territory = new TinyTerritory();
        Fill(territory);
        using var reopened = Reopened.Of(territory, territory.Run(), TinyAgreement.Ccas);
        XlsxProbe.Faults(reopened.Workbook).ShouldBeEmpty();
        reopened.Contacts.ShouldBeEmpty();
        reopened.Counts.Contacts.ShouldBe(0);
    }

    [Fact]
    public void A_minor_is_spoken_to_through_its_parents()
    {
        using var territory = new TinyTerritory();
        var child = Resident.Of(3, 2015);
        territory[TinyAgreement.Caf].Dossier(child, "2");
        territory[TinyAgreement.Cpam].Insured(child);
        using var reopened = Reopened.Of(territory, territory.Run(), TinyAgreement.Cpam);
        reopened.Contacts.ShouldHaveSingleItem()["mandataire"].ShouldBe("personne mineure : s'adresser aux parents");
        reopened.MailMerge.ShouldHaveSingleItem()["enveloppe"].ShouldBe($"Aux parents de {child.GivenName} {child.BirthName}");
    }

    [Fact]
    public void The_same_inputs_give_the_same_workbook()
    {
        using var territory = new TinyTerritory();
        Fill(territory);
        var outcome = territory.Run();
        using var first = Reopened.Of(territory, outcome, TinyAgreement.Cpam);
        using var second = Reopened.Of(territory, outcome, TinyAgreement.Cpam);
        File.ReadAllBytes(second.Workbook).ShouldBe(File.ReadAllBytes(first.Workbook));
    }

    /// <summary>Residents of whom CPAM, and the landlord and CARSAT for some agreements, are told.</summary>
    internal static IReadOnlyList<Resident> Fill(TinyTerritory territory)
    {
        List<Resident> residents = [.. Enumerable.Range(1, 6).Select(number => Resident.Of(number, 1948 + number))];
        foreach (var resident in residents)
        {
            territory[TinyAgreement.Caf].Dossier(resident, "2");
            territory[TinyAgreement.Cpam].Insured(resident);
            territory[TinyAgreement.Bailleur].Tenant(resident);
        }

        return residents;
    }

    static IEnumerable<string> Common(Reopened reopened)
    {
        var answers = reopened.Titles.Where(title => title.StartsWith("suivi", StringComparison.Ordinal));
        return ["documents", "demarche", "donnees", "contacte_avant", .. answers, "contacte_le", "evaluation", "commentaire", "source", "poignee", "avertissement"];
    }

    static RecipientException Refused(RecipientRefusal refusal, Func<Reopened> reopen)
    {
        var refused = Should.Throw<RecipientException>(() => reopen().Dispose());
        refused.Refusal.ShouldBe(refusal);
        return refused;
    }
}
