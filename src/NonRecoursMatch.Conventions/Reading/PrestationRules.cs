using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Conventions.Extracts;
using NonRecoursMatch.Conventions.Faults;

namespace NonRecoursMatch.Conventions.Reading;

/// <summary>A benefit with its place in the file.</summary>
readonly record struct DraftPrestation(Prestation Prestation, YamlMap Place);

/// <summary>Which benefits are computed, and who contacts the persons found.</summary>
static class PrestationRules
{
    static readonly Dictionary<Prestation, SourceKind[]> _defaultOrder = new()
    {
        [Prestation.C2s] = [SourceKind.Cpam, SourceKind.Msa, SourceKind.Caf, SourceKind.Ccas, SourceKind.Bailleur],
        [Prestation.Aspa] = [SourceKind.Carsat, SourceKind.Msa, SourceKind.Ccas, SourceKind.Bailleur],
        [Prestation.Rsa] = [SourceKind.Caf, SourceKind.Msa, SourceKind.Ccas, SourceKind.Bailleur],
        [Prestation.Ppa] = [SourceKind.Caf, SourceKind.Msa, SourceKind.Ccas, SourceKind.Bailleur],
    };

    /// <summary>The contact order of a benefit for which the agreement says none.</summary>
    public static IReadOnlyList<SourceKind> DefaultOrder(Prestation prestation) => _defaultOrder[prestation];

    /// <summary>The benefits that are computed.</summary>
    public static IReadOnlyList<DraftPrestation> Prestations(AgreementDraft draft)
        => [.. draft.Document.Map("prestations").Entries.Select(entry => new DraftPrestation(Enum.Parse<Prestation>(entry.Key, ignoreCase: true), (YamlMap)entry.Value))];

    /// <summary>The target publics of each benefit that names some.</summary>
    public static IReadOnlyDictionary<Prestation, IReadOnlyList<string>> Publics(IReadOnlyList<DraftPrestation> prestations)
        => prestations.Where(prestation => prestation.Place.Find("publics") is YamlList)
            .ToDictionary(prestation => prestation.Prestation, prestation => (IReadOnlyList<string>)[.. prestation.Place.List("publics").Scalars.Select(word => word.Text)]);

    /// <summary>Who is believed first: the default order, but for the facts that the agreement orders itself.</summary>
    public static IReadOnlyDictionary<Fact, IReadOnlyList<SourceKind>> FactOrder(AgreementDraft draft)
    {
        var written = draft.Document.Find("ordre_des_faits") as YamlMap;
        return Enum.GetValues<Fact>().ToDictionary(
            fact => fact,
            fact => written?.Find(AgreementWords.Of(fact)) is YamlList order
                ? [.. order.Scalars.Select(word => Enum.Parse<SourceKind>(word.Text, ignoreCase: true))]
                : Agreement.DefaultFactOrder[fact]);
    }

    /// <summary>The contact order of each benefit: at least one kind of body must be among the sources, or the benefit reaches nobody.</summary>
    public static IReadOnlyDictionary<Prestation, IReadOnlyList<SourceKind>> ContactOrder(
        AgreementDraft draft, IReadOnlyList<DraftPrestation> prestations, IReadOnlyList<DraftSource> sources)
    {
        var orders = new Dictionary<Prestation, IReadOnlyList<SourceKind>>();
        foreach (var (prestation, place) in prestations)
        {
            var written = place.Find("ordre_de_contact") as YamlList;
            IReadOnlyList<SourceKind> order = written is null
                ? _defaultOrder[prestation]
                : [.. written.Scalars.Select(word => Enum.Parse<SourceKind>(word.Text, ignoreCase: true))];
            if (!sources.Any(source => order.Contains(source.Source.Kind)))
                draft.Refuse((YamlValue?)written ?? place, FaultCodes.ContactWithoutSource, AgreementWords.Of(prestation));
            orders[prestation] = order;
        }

        return orders;
    }
}
