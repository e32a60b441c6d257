using System.Globalization;
using System.Text;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Conventions.Extracts;
using NonRecoursMatch.Conventions.Scaffolding;
using NonRecoursMatch.Conventions.Territories;
using NonRecoursMatch.Synthetic.Sources;

namespace NonRecoursMatch.Synthetic.Agreements;

/// <summary>Writes the <c>convention.yaml</c> of a generated territory: one named single processor, test data, every source with its legal basis.</summary>
internal static class AgreementText
{
    /// <summary>Threshold <c>marge_aspa</c>, € a month.</summary>
    public const int AspaMargin = 15;

    /// <summary>Window of the experiment, as the ministry publishes it.</summary>
    static readonly YearMonth _start = YearMonth.Of(2023, 7);
    static readonly YearMonth _end = YearMonth.Of(2026, 12);

    /// <summary>The whole file.</summary>
    public static string Of(string convention, Territory territory, SourcePlan plan, YearMonth month, KeyDomain keys, string generatedBy)
    {
        var text = new StringBuilder();
        void Line(string line) => text.Append(line).Append('\n');
        Line("# Convention d'un territoire SYNTHÉTIQUE : personnes, organismes locaux et montants inventés.");
        Line("# " + generatedBy);
        Line($"convention: {convention}");
        Line("version: 1");
        Line("test: true");
        Line($"territoire: \"{territory.Code}\"");
        Line("perimetre:");
        Line($"  niveau: {(territory.Kind switch { "commune" => "communal", "epci" => "intercommunal", _ => "departement" })}");
        Line(string.Create(CultureInfo.InvariantCulture, $"  millesime_cog: {CommuneTable.CogYear}"));
        Line("  communes: toutes");
        if (plan.Border.Count > 0)
            Line("  communes_frontalieres: [" + string.Join(", ", plan.Border.Select(code => $"\"{code}\"")) + "]");
        Fondement(Line, month);
        Line("traitement:");
        Line("  roles: unique");
        Line("  sous_traitant: \"Opérateur de démonstration (données synthétiques)\"");
        // Before the month, whichever it is: what had to be decided first.
        Line(string.Create(CultureInfo.InvariantCulture, $"  contrat_article_28: {{ reference: \"contrat fictif\", date: {month.Year}-01-01, dpo: dpo@operateur.test }}"));
        Line("responsables:");
        Line("  - nom: \"Territoire de démonstration\"");
        Line("    dpo: dpo@exemple.test");
        Line(string.Create(CultureInfo.InvariantCulture, $"aipd: {{ reference: \"analyse fictive\", date: {month.Year}-01-01 }}"));
        Line(string.Create(CultureInfo.InvariantCulture, $"information: {{ article_14: \"personnes inventées\", date: {month.Year}-01-01 }}"));
        Line($"domaine_de_cle: {{ finalite: {keys.Purpose}, profil: {keys.Profile.ToString(CultureInfo.InvariantCulture)}, normalisation: {keys.Normalisation} }}");
        Line("key_reference: file:cles/racine.json");
        Line("sources:");
        foreach (var source in plan.All)
            Source(Line, source);
        Line("prestations:");
        Line("  c2s:");
        Line("    ordre_de_contact: " + ContactOrders.Text(ContactOrders.C2s));
        Columns(Line, NeededColumns.C2s, plan);
        Line("  aspa:");
        Line("    # Choix local : ceux qui voient la personne d'abord. Les trois niveaux de divulgation apparaissent ainsi dans les listes.");
        Line("    ordre_de_contact: " + ContactOrders.Text(ContactOrders.Aspa));
        Columns(Line, NeededColumns.Aspa, plan);
        Line("  rsa:");
        Line("    ordre_de_contact: " + ContactOrders.Text(ContactOrders.Rsa));
        Columns(Line, NeededColumns.Rsa, plan);
        Line("  ppa:");
        Line("    ordre_de_contact: " + ContactOrders.Text(ContactOrders.Rsa));
        Columns(Line, NeededColumns.Rsa, plan);
        Line("conservation: { paquets_mois: 12, oppositions_mois: 24, traces_mois: 36 }");
        Line("calendrier:");
        Line("  jour_par_defaut: 10");
        Line("  jours: { " + string.Join(", ", plan.All.Where(source => source.Kind == SourceKind.Carsat).Select(source => source.Id + ": 15")) + " }");
        Line(string.Create(CultureInfo.InvariantCulture, $"seuils: {{ lignes_rejetees: 0.01, marge_aspa: {AspaMargin}, petite_cellule: 11, age_maximal_source_jours: 62 }}"));
        Line("langue: fr");
        return text.ToString();
    }

    // Only the experiment has a window; a month outside it can still be played under the general text.
    static void Fondement(Action<string> line, YearMonth month)
    {
        line("fondement:");
        if (month < _start || month > _end)
        {
            line("  texte: crpa-l114-8-ii");
            return;
        }

        line("  texte: loi-3ds-art-133");
        line("  fenetre:");
        line($"    debut: {_start}");
        line($"    fin: {_end}");
        line("    texte_de_fin: \"solidarites.gouv.fr, page du 1er juillet 2025 : expérimentation jusque fin 2026\"");
    }

    static void Source(Action<string> line, PlannedSource source)
    {
        line($"  - id: {source.Id}");
        line($"    type: {source.Kind.ToString().ToLowerInvariant()}");
        line($"    organisme: {source.Body}");
        line($"    nom: \"{source.Name}\"");
        line($"    format: {source.Format}");
        line($"    dossier: extraits/{source.Id}");
        line("    encodage: utf-8");
        line("    base_legale: \"CRPA, art. L. 114-8, II\"");
        if (source.HoldsNir)
            line("    base_nir: \"décret n° 2019-341 du 19 avril 2019, art. 2, A\"");
        line($"    divulgation: {source.Disclosure}");
        line($"    secret_reference: file:cles/secret-{source.Id}.json");
    }

    static void Columns(Action<string> line, IReadOnlyList<(string Format, (string Table, string[] Columns)[] Tables)> columns, SourcePlan plan)
    {
        line("    colonnes:");
        foreach (var (format, tables) in columns.Where(row => plan.All.Any(source => source.Format == row.Format)))
        {
            line($"      {format}:");
            foreach (var (table, names) in tables)
                line($"        {table}: [{string.Join(", ", names)}]");
        }
    }
}
