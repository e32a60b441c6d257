using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Conventions.Reading;

namespace NonRecoursMatch.Conventions.Scaffolding;

/// <summary>The benefits of a new agreement: who contacts the persons, and the columns that each benefit needs of the formats at hand.</summary>
static class ScaffoldPrestations
{
    /// <summary>Asks which benefits there are, then who contacts for each.</summary>
    public static void Write(AgreementWriter writer, IReadOnlyList<ScaffoldSource> sources)
    {
        var named = writer.Ask("prestations", AnswerForm.SomeOf([.. Enum.GetValues<Prestation>().Select(AgreementWords.Of)]));
        // Without sources nobody could be asked to contact anybody.
        if (named is null || sources.Count == 0)
        {
            writer.Quoted("prestations", "prestations", null);
            return;
        }

        writer.Line("prestations:");
        foreach (var word in AnswerForm.List(named))
            Prestation(writer, word, sources);
    }

    static void Prestation(AgreementWriter writer, string word, IReadOnlyList<ScaffoldSource> sources)
    {
        var prestation = Enum.Parse<Prestation>(word, ignoreCase: true);
        var kinds = PrestationRules.DefaultOrder(prestation).Where(kind => sources.Any(source => source.Kind == kind)).Select(AgreementWords.Of).ToList();
        writer.Line($"  {word}:");
        var order = writer.Ask($"prestations.{word}.ordre_de_contact", AnswerForm.SomeOf([.. sources.Select(source => AgreementWords.Of(source.Kind)).Distinct(StringComparer.Ordinal)]), kinds.Count == 0 ? null : string.Join(" ; ", kinds));
        writer.Plain("    ordre_de_contact", $"prestations.{word}.ordre_de_contact", order is null ? null : AgreementWriter.Flow(AnswerForm.List(order)));
        writer.Line("    # Ce que la prestation demande, et rien d'autre : toute colonne de plus est à justifier, toute colonne retirée rend des situations indécises.");
        writer.Line("    colonnes:");
        foreach (var (format, tables) in NeededColumns.Of(prestation).Where(row => sources.Any(source => source.Format == row.Format)))
        {
            writer.Line($"      {format}:");
            foreach (var (table, columns) in tables)
                writer.Line($"        {table}: {AgreementWriter.Flow(columns)}");
        }
    }
}
