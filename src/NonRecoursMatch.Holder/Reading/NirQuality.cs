using NonRecoursMatch.Holder.Identity;
using NonRecoursMatch.Trust.Manifests;

namespace NonRecoursMatch.Holder.Reading;

/// <summary>Counts the NIR of an extract by what they are worth, for the manifest: counts only.</summary>
sealed class NirQuality
{
    readonly SortedDictionary<string, long> _counts = new(StringComparer.Ordinal);

    /// <summary>The counts, by the names of <see cref="NumberCounts"/>.</summary>
    public IReadOnlyDictionary<string, long> Counts => _counts;

    /// <summary>Counts a cell.</summary>
    public void Add(Nir nir, BirthPlaceKind place, NirCoherence coherence)
    {
        Add(NameOf(nir.Class));
        if (!nir.GivesToken)
            return;
        Add(NumberCounts.PseudoMois, nir.HasPseudoMonth);
        Add(NumberCounts.Corse, place == BirthPlaceKind.Corsica);
        Add(NumberCounts.OutreMer, place == BirthPlaceKind.Overseas);
        Add(NumberCounts.Etranger, place == BirthPlaceKind.Abroad);
        Add(NumberCounts.SexeIncoherent, coherence.Sex == false);
        Add(NumberCounts.DateIncoherente, coherence.Date == false);
        Add(NumberCounts.CommuneIncoherente, coherence.Place == false);
    }

    /// <summary>Counts a number that several persons share.</summary>
    public void AddCollision() => Add(NumberCounts.Collisions);

    static string NameOf(NirClass quality) => quality switch
    {
        NirClass.Absent => NumberCounts.Absent,
        NirClass.Valid => NumberCounts.Valide,
        NirClass.KeyAbsent => NumberCounts.CleAbsente,
        NirClass.KeyWrong => NumberCounts.CleFausse,
        NirClass.Provisional => NumberCounts.Provisoire,
        _ => NumberCounts.Malforme,
    };

    void Add(string name, bool counts = true)
    {
        if (counts)
            _counts[name] = _counts.GetValueOrDefault(name) + 1;
    }
}
