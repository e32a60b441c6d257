using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Conventions.Extracts;
using NonRecoursMatch.Conventions.Faults;

namespace NonRecoursMatch.Conventions.Reading;

/// <summary>A source with its place in the file.</summary>
readonly record struct DraftSource(Source Source, YamlMap Place);

/// <summary>What each body sends, on what ground, and what it may learn.</summary>
static class SourceRules
{
    /// <summary>The sources whose format is known; every other one is a fault.</summary>
    public static IReadOnlyList<DraftSource> Sources(AgreementDraft draft)
    {
        var sources = new List<DraftSource>();
        foreach (var map in draft.Document.List("sources").Items.Cast<YamlMap>())
        {
            if (Source(draft, map) is { } source)
                sources.Add(new DraftSource(source, map));
        }

        for (var i = 0; i < sources.Count; i++)
        {
            foreach (var earlier in sources.Take(i))
                Compare(draft, earlier.Source, sources[i]);
        }

        return sources;
    }

    static Source? Source(AgreementDraft draft, YamlMap map)
    {
        var kind = Enum.Parse<SourceKind>(map.Text("type"), ignoreCase: true);
        var formats = draft.Library.Formats.Values.Where(format => !format.Id.Equals(ConventionLibrary.OppositionsFormat, StringComparison.Ordinal)).ToList();
        var format = formats.Find(candidate => candidate.Id.Equals(map.Text("format"), StringComparison.Ordinal));
        if (format is null)
        {
            draft.Refuse(map.Find("format")!, FaultCodes.UnknownFormat, string.Join(", ", formats.Select(known => known.Id)));
            return null;
        }

        if (!format.Kinds.Contains(kind))
            draft.Refuse(map.Find("format")!, FaultCodes.FormatOfOtherKind, format.Id, string.Join(", ", format.Kinds.Select(AgreementWords.Of)));
        if (format.HoldsNir && map.Find("base_nir") is null)
            draft.Refuse(map, FaultCodes.NirBasisMissing, format.Id);
        if (!format.HoldsNir && map.Find("base_nir") is { } basis)
            draft.Refuse(basis, FaultCodes.NirBasisForbidden, format.Id);

        var disclosure = map.TextOrNull("divulgation") is { } level ? AgreementWords.Disclosure(level) : Default(kind);
        if (disclosure > Highest(kind))
            draft.Refuse(map.Find("divulgation")!, FaultCodes.DisclosureTooHigh, AgreementWords.Of(kind), AgreementWords.Of(Highest(kind)));

        return new Source(
            map.Text("id"), kind, map.Text("organisme"), map.Text("nom"), format, draft.Absolute(map.Text("dossier")),
            map.TextOrNull("encodage") ?? "utf-8", map.Text("base_legale"), map.TextOrNull("base_nir"), disclosure,
            draft.Reference(map.TextOrNull("secret_reference")))
        {
            HealthBasis = map.TextOrNull("base_rgpd_9_2"),
            Mapping = MappingRules.Mapping(draft, map, format),
        };
    }

    static void Compare(AgreementDraft draft, Source earlier, DraftSource later)
    {
        if (later.Source.Id.Equals(earlier.Id, StringComparison.Ordinal))
            draft.Refuse(later.Place.Find("id")!, FaultCodes.DuplicateSource, earlier.Id);
        if (later.Source.Folder.Equals(earlier.Folder, StringComparison.Ordinal))
            draft.Refuse(later.Place.Find("dossier")!, FaultCodes.SameFolder, earlier.Id);
        if (!later.Source.Body.Equals(earlier.Body, StringComparison.Ordinal))
            return;
        // One body gets one list: its sources cannot say two things about who it is or what it may learn.
        if (later.Source.Kind != earlier.Kind)
            draft.Refuse(later.Place.Find("type")!, FaultCodes.BodyOfSeveralKinds, earlier.Body, AgreementWords.Of(earlier.Kind));
        if (later.Source.Disclosure != earlier.Disclosure)
            draft.Refuse(later.Place.Find("divulgation") ?? later.Place, FaultCodes.BodyOfSeveralLevels, earlier.Body, AgreementWords.Of(earlier.Disclosure));
    }

    static DisclosureLevel Default(SourceKind kind) => kind switch
    {
        SourceKind.Bailleur => DisclosureLevel.Invitation,
        SourceKind.Ccas => DisclosureLevel.DroitEtQuestion,
        _ => DisclosureLevel.Complet,
    };

    // Amount bands are for payers of benefits only (invariant I10).
    static DisclosureLevel Highest(SourceKind kind)
        => kind is SourceKind.Bailleur or SourceKind.Ccas ? DisclosureLevel.DroitEtQuestion : DisclosureLevel.Complet;
}
