using BenchmarkDotNet.Attributes;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Holder.Anchors;
using NonRecoursMatch.Holder.Identity;
using NonRecoursMatch.Holder.Tokens;
using NonRecoursMatch.Keys.Derivation;
using NonRecoursMatch.Keys.Files;

namespace NonRecoursMatch.Benchmarks;

/// <summary>What is worked out of the identity of a row, on one core: canonical texts, forms for tolerant linkage, tokens, anchors; the mean is per row.</summary>
// In this process: the project that BenchmarkDotNet would generate has no lock file.
[InProcess]
[MemoryDiagnoser]
public class IdentityBenchmarks : IDisposable
{
    /// <summary>Rows of a batch, which fits the cache.</summary>
    public const int Rows = 1_024;

    readonly CanonicalIdentity _identity = new();
    readonly IdentityForms _forms = new();
    readonly IdentityForms[] _read = [.. Enumerable.Range(0, Rows).Select(_ => new IdentityForms())];
    readonly CampaignKey _campaign;
    readonly PersonTokeniser _tokeniser;
    readonly AnchorMaker _anchors;
    byte[][][] _cells = [];
    BirthDate[] _births = [];

    public IdentityBenchmarks()
    {
        using var root = new RootKey(new byte[KeyMaterial.Size], test: true);
        _campaign = CampaignKey.Derive(root, new CampaignDomain("mesure", YearMonth.Of(2026, 10), "243500741"));
        _tokeniser = new PersonTokeniser(_campaign);
        _anchors = new AnchorMaker(_campaign, NameFrequencies.Read(SampleTerritory.Library));
    }

    [GlobalSetup]
    public void Setup()
    {
        _cells = [.. SampleTerritory.Cells("cpam-35", "personnes", "nir", "nom_naissance", "nom_usage", "prenom1", "sexe", "commune_naissance", "commune_residence", "date_naissance").Take(Rows)];
        _births = [.. _cells.Select(row => BirthDate.TryRead(row[7], out var date) ? date : default)];
        for (var row = 0; row < Rows; row++)
            Read(_read[row], row);
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _anchors.Dispose();
        _tokeniser.Dispose();
        _campaign.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>NIR, and surname, given name and birth date as one text for each surname.</summary>
    [Benchmark(OperationsPerInvoke = Rows)]
    public void Canonical()
    {
        for (var row = 0; row < Rows; row++)
            Canonical(row);
    }

    /// <summary>The same and its tokens, one HMAC each.</summary>
    [Benchmark(OperationsPerInvoke = Rows)]
    public Key128? CanonicalAndTokens()
    {
        Key128? last = null;
        for (var row = 0; row < Rows; row++)
        {
            Canonical(row);
            last = _tokeniser.Of(_identity).Nir;
        }

        return last;
    }

    /// <summary>Names in parts, initials, places in their present code.</summary>
    [Benchmark(OperationsPerInvoke = Rows)]
    public void Forms()
    {
        for (var row = 0; row < Rows; row++)
            Read(_forms, row);
    }

    /// <summary>Sounds, anchors and traits of forms already read.</summary>
    [Benchmark(OperationsPerInvoke = Rows)]
    public Key128 Anchors()
    {
        for (var row = 0; row < Rows; row++)
            _anchors.Make(_read[row], new Key128(0, (ulong)row));
        return _anchors.Token(0);
    }

    void Canonical(int row)
    {
        var cells = _cells[row];
        _identity.Read(cells[0], cells[1], cells[2], cells[3], _births[row], dayByDefault: false);
    }

    void Read(IdentityForms forms, int row)
    {
        var cells = _cells[row];
        forms.Read(
            new IdentityCells { BirthName = cells[1], UsageName = cells[2], GivenNames = cells[3], Sex = cells[4], BirthPlace = cells[5], Residence = cells[6] },
            _births[row],
            SampleTerritory.Library.Communes);
    }
}
