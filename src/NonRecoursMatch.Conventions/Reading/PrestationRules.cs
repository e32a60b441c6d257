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
    };

    /// <summary>The benefits that this version computes; another one is a fault, so that nobody waits for a list that will not come.</summary>
    public static IReadOnlyList<DraftPrestation> Prestations(AgreementDraft draft)
    {
        var prestations = new List<DraftPrestation>();
        foreach (var (name, value) in draft.Document.Map("prestations").Entries)
        {
            var prestation = Enum.Parse<Prestation>(name, ignoreCase: true);
            if (_defaultOrder.ContainsKey(prestation))
                prestations.Add(new DraftPrestation(prestation, (YamlMap)value));
            else
                draft.Refuse(value, FaultCodes.NotComputedYet, name, string.Join(", ", _defaultOrder.Keys.Select(AgreementWords.Of)));
        }

        return prestations;
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
