using System.Globalization;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Conventions.Territories;

namespace NonRecoursMatch.Conventions.Scaffolding;

/// <summary>
/// A new agreement from the answers to the questions that a jurist asks: who, where, on what ground, what leaves whom, for whom, how long. What nobody
/// answers is left as a <see cref="Gap"/>; a legal ground, a document or a date is never proposed as if it had been decided.
/// </summary>
public static class AgreementScaffold
{
    const string None = "aucune";

    /// <summary>The text of <c>convention.yaml</c>.</summary>
    public static string Text(IAnswers answers, ConventionLibrary library)
    {
        var writer = new AgreementWriter(answers);
        writer.Line("# Préparée par « nonrecours convention new ». Les places « À COMPLÉTER » restent à décider ; « nonrecours convention check » les montre, et rien ne");
        writer.Line("# tourne tant qu'il en reste. « nonrecours convention show » donne la version à relire avant de signer.");
        Territory(writer, library);
        Ground(writer);
        var roles = Roles(writer);
        Controllers(writer);
        Documents(writer, library.KeyDomain);
        if (roles == "unique")
            writer.Quoted("", "key_reference", AnswerForm.Reference, "file:cles/racine.json");
        var sources = ScaffoldSources.Write(writer, library, roles);
        if (roles == "separes" && sources.Count > 0)
            Certificates(writer, sources);
        ScaffoldPrestations.Write(writer, sources);
        Limits(writer);
        return writer.Text;
    }

    static void Territory(AgreementWriter writer, ConventionLibrary library)
    {
        var given = writer.Ask("territoire", AnswerForm.Free("243500741", text => library.Territories.Find(text)?.IsEstablished == true));
        var territory = given is null ? null : library.Territories.Find(given);
        writer.Quoted("convention", "convention", writer.Ask("convention", AnswerForm.Identifier, territory is null ? null : "tznr-" + territory.Code!.ToLowerInvariant()));
        writer.Line("version: 1");
        writer.Quoted("territoire", "territoire", territory?.Code);
        writer.Line("perimetre:");
        writer.Plain("  niveau", "territoire", territory?.Kind switch { null => null, "commune" => "communal", "epci" => "intercommunal", _ => "departement" });
        writer.Line(string.Create(CultureInfo.InvariantCulture, $"  millesime_cog: {CommuneTable.CogYear}"));
        var communes = writer.Ask("perimetre.communes", AnswerForm.Communes, "toutes")!;
        writer.Line("  communes: " + Codes(communes));
        var border = writer.Ask("perimetre.communes_frontalieres", AnswerForm.Free("aucune | toutes | 35268 ; 56216", text => text == None || AnswerForm.Communes.Accepts(text)), None)!;
        if (border != None)
            writer.Line("  communes_frontalieres: " + Codes(border));
    }

    static string Codes(string communes) => communes == "toutes" ? communes : AgreementWriter.Flow(AnswerForm.List(communes).Select(AgreementWriter.Quote));

    static void Ground(AgreementWriter writer)
    {
        writer.Line("fondement:");
        if (writer.Plain("  ", "fondement.texte", AnswerForm.OneOf(Fondement.Experiment, "crpa-l114-8-ii")) != Fondement.Experiment)
            return;
        writer.Line("  fenetre:");
        writer.Plain("    ", "fondement.fenetre.debut", AnswerForm.Month);
        writer.Plain("    ", "fondement.fenetre.fin", AnswerForm.Month);
        writer.Quoted("    ", "fondement.fenetre.texte_de_fin", AnswerForm.Free("décret n° 2023-602 du 13 juillet 2023, art. 1", text => text.Length >= 10));
    }

    static string? Roles(AgreementWriter writer)
    {
        writer.Line("traitement:");
        var roles = writer.Plain("  ", "traitement.roles", AnswerForm.OneOf("separes", "unique"));
        if (roles is null)
            return null;
        writer.Quoted("  ", roles == "unique" ? "traitement.sous_traitant" : "traitement.operateur", AnswerForm.Text);
        writer.Line("  # Sans objet, et à retirer, si l'un des responsables tient lui-même ce rôle (RGPD, art. 28).");
        writer.Line("  contrat_article_28:");
        Document(writer, "    ", "traitement.contrat_article_28");
        writer.Quoted("    ", "traitement.contrat_article_28.dpo", AnswerForm.Address);
        return roles;
    }

    static void Controllers(AgreementWriter writer)
    {
        var names = writer.Ask("responsables", AnswerForm.TextList);
        if (names is null)
        {
            writer.Quoted("responsables", "responsables", null);
            return;
        }

        writer.Line("responsables:");
        var list = AnswerForm.List(names);
        for (var i = 0; i < list.Count; i++)
        {
            writer.Line("  - nom: " + AgreementWriter.Quote(list[i]));
            writer.Quoted("    ", string.Create(CultureInfo.InvariantCulture, $"responsables.{i + 1}.dpo"), AnswerForm.Address);
        }

        if (list.Count < 2)
            return;
        writer.Line("accord_article_26:");
        Document(writer, "  ", "accord_article_26");
        writer.Quoted("  ", "accord_article_26.point_de_contact", AnswerForm.Address);
    }

    static void Documents(AgreementWriter writer, KeyDomain keys)
    {
        writer.Line("aipd:");
        Document(writer, "  ", "aipd");
        writer.Line("information:");
        writer.Quoted("  ", "information.article_14", AnswerForm.Text);
        writer.Plain("  ", "information.date", AnswerForm.Day);
        writer.Line("# Ce pour quoi ce programme dérive des clés : conventions/pseudonymisation/profile-1.yaml.");
        writer.Line(string.Create(CultureInfo.InvariantCulture, $"domaine_de_cle: {{ finalite: {keys.Purpose}, profil: {keys.Profile}, normalisation: {keys.Normalisation} }}"));
    }

    static void Certificates(AgreementWriter writer, IReadOnlyList<ScaffoldSource> sources)
    {
        writer.Line("# Ce que montre « openssl x509 -noout -fingerprint -sha256 -in certificat.pem », reçu de chacun par une autre voie.");
        writer.Line("certificats:");
        foreach (var body in sources.Select(source => source.Body).Distinct(StringComparer.Ordinal).Prepend(Safeguards.Operator))
        {
            writer.Line($"  {body}:");
            writer.Quoted("    ", $"certificats.{body}.signature", AnswerForm.Fingerprint);
            writer.Quoted("    ", $"certificats.{body}.scellement", AnswerForm.Fingerprint);
        }
    }

    static void Limits(AgreementWriter writer)
    {
        writer.Line("# Au plus, CRPA, art. R. 114-9-7.");
        writer.Line("conservation:");
        writer.Plain("  ", "conservation.paquets_mois", AnswerForm.Number(1, 12), "12");
        writer.Plain("  ", "conservation.oppositions_mois", AnswerForm.Number(12, 24), "24");
        writer.Line("  traces_mois: 36");
        writer.Line("calendrier:");
        writer.Plain("  ", "calendrier.jour_par_defaut", AnswerForm.Number(1, 31), "10");
        writer.Line("seuils:");
        writer.Plain("  ", "seuils.petite_cellule", AnswerForm.Number(11, 1000), "11");
        writer.Plain("", "langue", AnswerForm.OneOf("fr", "en"), "fr");
    }

    static void Document(AgreementWriter writer, string indent, string id)
    {
        writer.Quoted(indent, id + ".reference", AnswerForm.Text);
        writer.Plain(indent, id + ".date", AnswerForm.Day);
    }
}
