using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions;
using NonRecoursMatch.Conventions.Packages;
using NonRecoursMatch.Formats.Spools;
using NonRecoursMatch.Holder.Anchors;
using NonRecoursMatch.Holder.Identity;
using NonRecoursMatch.Holder.Reading;
using NonRecoursMatch.Keys.Derivation;
using NonRecoursMatch.Trust.Manifests;

namespace NonRecoursMatch.Holder.Pseudonymisation;

/// <summary>The anchors of one extract. They are made while a row is read, when its identity is at hand; a row that turns out not to leave takes them back.</summary>
sealed class ExtractAnchors(CampaignKey campaign, ConventionLibrary library, SortSpool spool, SortSpool opposedSpool) : IDisposable
{
    readonly AnchorMaker _maker = new(campaign, NameFrequencies.Read(library));
    readonly AnchorSheet _sheet = new(spool);
    readonly AnchorSheet _opposed = new(opposedSpool);
    readonly IdentityForms _forms = new();
    readonly PlaceCounts _places = new();
    readonly HashSet<long> _takenBack = [];
    readonly HashSet<long> _withoutNir = [];

    /// <summary>How concentrated places are.</summary>
    public Concentration Concentration => _places.Concentration();

    /// <summary>Anchors made and replaced.</summary>
    public AnchorCounts Counts => _sheet.Counts;

    /// <summary>Makes the anchors of the current row.</summary>
    public void Add(PersonColumns row, Key128 handle, Key128? nir, long line)
    {
        row.Read(_forms, library.Communes);
        _places.Add(_forms);
        _maker.Make(_forms, handle);
        _sheet.Add(_maker, handle, nir, line);
    }

    /// <summary>Makes the anchors of the current row, of a person opposed to everything: they are shipped apart.</summary>
    /// <param name="row">The row.</param>
    /// <param name="handle">A handle that never leaves: what is shipped in its place leads to no row.</param>
    /// <param name="nir">NIR token of the row, or null.</param>
    public void AddOpposed(PersonColumns row, Key128 handle, Key128? nir)
    {
        row.Read(_forms, library.Communes);
        AddOpposed(handle, nir);
    }

    /// <summary>Makes the anchors of an opposed person who has no row here.</summary>
    /// <param name="cells">What is known of the person.</param>
    /// <param name="birth">Birth date; default when unknown.</param>
    /// <param name="handle">A key that is nobody else's, and never leaves.</param>
    /// <param name="nir">NIR token of the person, or null.</param>
    public void AddOpposed(IdentityCells cells, BirthDate birth, Key128 handle, Key128? nir)
    {
        _forms.Read(cells, birth, library.Communes);
        AddOpposed(handle, nir);
    }

    /// <summary>The row of this line does not leave.</summary>
    public void TakeBack(long line) => _takenBack.Add(line);

    /// <summary>The row of this line leaves without its number, which several persons share.</summary>
    public void WithholdNir(long line) => _withoutNir.Add(line);

    /// <summary>Writes the anchors of the rows that leave, and apart from them those of the opposed.</summary>
    public void Write(PackageFiles package, CancellationToken stop)
    {
        _sheet.Write(package.Create(PackageTables.AncresFile, PackageTables.Ancres.Fields), _maker, _takenBack, _withoutNir, stop);
        WriteOpposed(package, stop);
    }

    /// <summary>Writes the anchors of the opposed alone.</summary>
    public void WriteOpposed(PackageFiles package, CancellationToken stop)
        => _opposed.Write(package.Create(PackageTables.OppositionsAncresFile, PackageTables.Ancres.Fields), _maker, new HashSet<long>(), new HashSet<long>(), stop);

    public void Dispose()
    {
        _forms.Clear();
        _maker.Dispose();
    }
    void AddOpposed(Key128 handle, Key128? nir)
    {
        _maker.Make(_forms, handle);
        _opposed.Add(_maker, _maker.Random(int.MaxValue, handle), nir, line: 0);
    }
}
