using System.Globalization;
using System.Text;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Conventions.Faults;

namespace NonRecoursMatch.Conventions.Rendering;

/// <summary>An agreement for people who sign it: what leaves whom, to whom, for what, for how long (<c>convention show</c>).</summary>
public static class AgreementSummary
{
    /// <summary>The text, with LF line ends and no colour.</summary>
    public static string Text(Agreement agreement, CultureInfo culture)
    {
        var text = new StringBuilder();
        void Line(string key, params object[] arguments) => text.Append(Texts.Format(key, culture, arguments)).Append('\n');
        void Item(string key, params object[] arguments)
        {
            text.Append("    ");
            Line(key, arguments);
        }

        void Title(string key)
        {
            text.Append('\n');
            Line(key);
        }

        Line("show.title", agreement.Id, agreement.Version);
        if (agreement.Test)
            Line("show.test");
        Line("show.territory", agreement.Territory.Name, agreement.Territory.Code ?? "");
        Line("show.perimeter", agreement.Level, agreement.Perimeter.Communes.Count, agreement.Perimeter.CogYear);
        var quartiers = agreement.Perimeter.Quartiers;
        if (quartiers is not null)
            Line("show.quartiers", string.Join(", ", quartiers.Codes.Select(division => $"{division.Key} {string.Join(' ', division.Value.Order(StringComparer.Ordinal))}")));
        if (agreement.Perimeter.Border.Count > 0)
            Line("show.border", agreement.Perimeter.Border.Count);
        Line("show.ground", agreement.Fondement.Texte);
        if (agreement.Fondement is { WindowStart: { } start, WindowEnd: { } end })
            Line("show.window", start, end, agreement.Fondement.WindowEndText ?? "");
        if (agreement.SingleProcessor is { } processor)
            Line("show.processor", processor);
        else
            Line("show.separate");
        foreach (var controller in agreement.Controllers)
            Line("show.controller", controller.Name, controller.Dpo);

        Title("show.sources");
        foreach (var source in agreement.Sources)
        {
            Line("show.source", source.Name, source.Id, source.Format.Id, agreement.Calendar.Days.TryGetValue(source.Id, out var day) ? day : agreement.Calendar.DefaultDay);
            Item("show.legal", source.LegalBasis);
            Item("show.filter", source.Format.Filter);
            if (source.Format.ExhaustiveFor.Count > 0)
                Item("show.exhaustive", string.Join(", ", source.Format.ExhaustiveFor.Select(item => $"{item.Prestation} ({item.Population})")));
            else
                Item("show.notexhaustive");
            if (source.NirBasis is { } nir)
                Item("show.nir", nir);
            else
                Item("show.nonir");
            if (source.HealthBasis is { } health)
                Item("show.health", health);
            foreach (var table in agreement.TablesOf(source.Format))
                Item("show.leaves", table.Name, string.Join(", ", agreement.ColumnsOf(source.Format, table)));
            if (quartiers is not null)
                Item("show.decides", string.Join(", ", quartiers.ColumnsOf(source.Format)));
            Item("show.stays");
            foreach (var line in MappingLines.Of(source, culture))
                text.Append("    ").Append(line).Append('\n');
        }

        Title("show.recipients");
        foreach (var body in agreement.Sources.DistinctBy(source => source.Body))
            Line("show.recipient", body.Name, Texts.Get("show.level." + AgreementWords.Of(body.Disclosure), culture));
        foreach (var prestation in agreement.Prestations)
        {
            Line("show.order", AgreementWords.Of(prestation).ToUpperInvariant(), string.Join(", ", agreement.ContactOrder[prestation].Select(AgreementWords.Of)));
            if (agreement.Publics.TryGetValue(prestation, out var publics))
                Item("show.publics", string.Join(", ", publics));
        }

        Title("show.retention");
        Line("show.retention.packages", agreement.Retention.PackagesMonths);
        Line("show.retention.oppositions", agreement.Retention.OppositionsMonths);
        Line("show.retention.traces", agreement.Retention.TracesMonths);
        var thresholds = agreement.Thresholds;
        Line("show.thresholds", thresholds.RejectedRows.ToString("P1", culture), thresholds.AspaMargin, thresholds.SmallCell, thresholds.SourceMaximumAgeDays, thresholds.CorrectionLoss.ToString("P0", culture));
        Line("show.sha256", agreement.Sha256);
        return text.ToString();
    }
}
