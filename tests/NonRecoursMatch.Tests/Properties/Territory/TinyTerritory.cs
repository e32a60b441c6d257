using System.Security.Cryptography;
using System.Text;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Conventions.Reading;
using NonRecoursMatch.Holder.Oppositions;
using NonRecoursMatch.Holder.Pseudonymisation;
using NonRecoursMatch.Keys.Derivation;
using NonRecoursMatch.Keys.Files;
using NonRecoursMatch.Operator;
using NonRecoursMatch.Operator.Intake;
using NonRecoursMatch.Operator.Lists.Revisions;
using NonRecoursMatch.Tests.Conventions;
using NonRecoursMatch.Tests.Rights;
using NonRecoursMatch.Trust.Manifests;

namespace NonRecoursMatch.Tests.Properties.Territory;

/// <summary>
/// A territory of a few residents and five bodies, in a folder that disappears: extracts are written, pseudonymised by each body with its own
/// secret, and matched by an operator that is given the packages only, all in process.
/// </summary>
sealed class TinyTerritory : IDisposable
{
    readonly TemporaryFolder _folder = new(inMemory: true);
    Agreement? _agreement;

    public TinyTerritory(TinyAgreement? terms = null)
    {
        Terms = terms ?? new TinyAgreement();
        Extracts = new[] { TinyExtract.Caf(), TinyExtract.Cpam(), TinyExtract.Carsat(), TinyExtract.Bailleur(), TinyExtract.Ccas() }
            .ToDictionary(extract => extract.Source, StringComparer.Ordinal);
    }

    public TinyAgreement Terms { get; }

    public IReadOnlyDictionary<string, TinyExtract> Extracts { get; }

    public YearMonth Month { get; init; } = TinyAgreement.Month;

    /// <summary>Any text: another text is another root key.</summary>
    public string Root { get; init; } = "racine";

    /// <summary>Oppositions of the bodies' registers that are in force.</summary>
    public Dictionary<string, IReadOnlyList<RegisteredOpposition>> Registered { get; } = [];

    public string Packages => _folder["packages"];

    public string Holders => _folder["holders"];

    public string Output => _folder["sortie"];

    /// <summary>Where a second revision goes.</summary>
    public string SecondOutput => _folder["sortie-r2"];

    public Agreement Agreement => _agreement ??= Load();

    public TinyExtract this[string source] => Extracts[source];

    public string PackageOf(string source) => Path.Combine(Packages, source);

    /// <summary>The handle of a person at a body, from the body's own reference.</summary>
    public Key128 Handle(string source, string reference)
    {
        using var secret = SecretOf(source);
        using var handles = secret.Handles(source, Month);
        return handles.Person(Encoding.UTF8.GetBytes(reference));
    }

    /// <summary>The token of a canonical text under the campaign key.</summary>
    public Key128 Token(string kind, string canonical)
    {
        using var campaign = Campaign();
        using var tokeniser = campaign.Tokeniser(kind);
        return tokeniser.Token(Encoding.UTF8.GetBytes(canonical));
    }

    public static HolderSecret SecretOf(string source) => new(SHA256.HashData(Encoding.UTF8.GetBytes("secret " + source)), test: true);

    /// <summary>Writes and pseudonymises the extract of one body.</summary>
    public PseudonymisationResult Pseudonymise(string source)
    {
        var description = Agreement.Sources.First(candidate => candidate.Id == source);
        Extracts[source].Write(description.Folder, Terms, Month);
        return PseudonymiseAsWritten(source);
    }

    /// <summary>Pseudonymises what lies in the extract's folder.</summary>
    public PseudonymisationResult PseudonymiseAsWritten(string source)
    {
        using var campaign = Campaign();
        using var secret = SecretOf(source);
        return new Pseudonymizer(ConventionFixture.Library, Registered.GetValueOrDefault(source)).Run(
            Agreement, Agreement.Sources.First(candidate => candidate.Id == source), Month, campaign, secret,
            PackageOf(source), Path.Combine(Holders, source), null, CancellationToken.None);
    }

    /// <summary>The body sends no extract: its package is of the oppositions of its register.</summary>
    public PackageManifest ShipOppositions(string source)
    {
        Directory.Delete(PackageOf(source), recursive: true);
        using var campaign = Campaign();
        using var secret = SecretOf(source);
        return new OppositionPackage(ConventionFixture.Library).Write(
            Agreement, Agreement.Sources.First(candidate => candidate.Id == source), Month, campaign, secret, Registered.GetValueOrDefault(source) ?? [], PackageOf(source), CancellationToken.None);
    }

    /// <summary>The whole month.</summary>
    public MatchOutcome Run()
    {
        foreach (var source in TinyAgreement.Sources)
            Pseudonymise(source);
        return Match(Output);
    }

    public MatchOutcome Match(string output, MonthCircumstances? circumstances = null)
    {
        var packages = PackageIntake.Open(Agreement, Agreement.Sha256, Month, Agreement.Today(Month, TimeProvider.System), [Packages], circumstances?.Absences);
        new MatchRun(Agreement, Month, ReferenceData.Parameters, packages, output, circumstances).Run(null, _ => { }, CancellationToken.None);
        return new MatchOutcome(output);
    }

    /// <summary>A corrected month: every extract anew, beside an earlier result, without the sources declared absent.</summary>
    public MatchOutcome Revise(string previous, string output, params string[] absent)
    {
        foreach (var source in TinyAgreement.Sources)
            Pseudonymise(source);
        foreach (var source in absent.Where(Registered.ContainsKey))
            ShipOppositions(source);
        var absences = Absences.Of(Agreement, [.. absent.Select(source => new AbsentSource(source, "retard"))]);
        return Match(output, new MonthCircumstances(absences, PreviousResult.Read(previous, Agreement, Month), TinyAgreement.Sources));
    }

    public void Dispose() => _folder.Dispose();

    CampaignKey Campaign()
    {
        using var root = new RootKey(SHA256.HashData(Encoding.UTF8.GetBytes(Root)), test: true);
        return CampaignKey.Derive(root, Pseudonymizer.DomainOf(Agreement, Month));
    }

    Agreement Load()
    {
        var path = _folder["convention", AgreementLoader.FileName];
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, Terms.Text());
        return AgreementLoader.Load(path, ConventionFixture.Library);
    }
}
