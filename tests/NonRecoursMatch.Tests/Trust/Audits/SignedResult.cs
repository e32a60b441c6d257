using System.Text;
using NonRecoursMatch.Trust.Attestations;
using NonRecoursMatch.Trust.Audits;
using NonRecoursMatch.Trust.Journals;
using NonRecoursMatch.Trust.Manifests;
using NonRecoursMatch.Trust.Purges;
using NonRecoursMatch.Trust.Signing;

namespace NonRecoursMatch.Tests.Trust.Audits;

/// <summary>A small attested result in a folder that disappears: two packages, a list, a journal.</summary>
sealed class SignedResult : IDisposable
{
    readonly Support.TemporaryFolder _folder = new(inMemory: true);

    public SignedResult(SigningIdentity? identity = null, string month = "2026-10")
    {
        Identity = identity ?? SigningIdentity.Open(null, ".", FixedClock.November);
        Write(Folder, month, Identity, FixedClock.November);
    }

    public string Folder => _folder["octobre"];

    public SigningIdentity Identity { get; }

    public string Attestation => this[AttestationFile.Name];

    public string this[string name] => Path.Combine(Folder, name);

    /// <summary>A file beside the result.</summary>
    public string Beside(string name) => _folder[name];

    public IReadOnlyList<AuditDifference> Differences(TrustAnchor? anchor = null) => new FolderAudit(Folder, anchor).Run().Differences;

    /// <summary>Signs other bytes in place of the statement, or makes it state something else.</summary>
    public void Restate(string before, string after)
    {
        var (statement, _) = DsseEnvelope.Open(File.ReadAllBytes(Attestation));
        var text = Encoding.UTF8.GetString(statement);
        text.ShouldContain(before);
        File.WriteAllBytes(Attestation, DsseEnvelope.Seal(Encoding.UTF8.GetBytes(text.Replace(before, after, StringComparison.Ordinal)), Identity));
    }

    /// <summary>Closes the month: its packages go, with the proof.</summary>
    public void Purge()
    {
        var today = new DateOnly(2026, 11, 30);
        PackagePurge.Apply(Folder, "redon", "2026-10", PackagePurge.Find(Folder, [], today, close: true, DateOnly.MaxValue), today, close: true, Identity, FixedClock.November);
    }

    /// <summary>Writes a result and attests it.</summary>
    public static void Write(string folder, string month, SigningIdentity identity, TimeProvider clock)
    {
        using (var journal = Journal.Open(Path.Combine(folder, JournalState.FileName), clock))
        {
            foreach (var source in new[] { "caf-35", "ccas" })
            {
                var package = Path.Combine(folder, "packages", source);
                Directory.CreateDirectory(package);
                File.WriteAllText(Path.Combine(package, "personnes.col"), $"tokens of {source} in {month}");
                var persons = FileEntry.Of(Path.Combine(package, "personnes.col"), "personnes.col", 1);
                ManifestFile.Write(package, Manifest(source, month, persons));
                journal.Append("paquet.recu", new JournalData().Code("source", source).Digest(persons.Name, persons.Sha256));
            }

            journal.Append("mois.fin", new JournalData().Count("sources", 2));
        }

        Directory.CreateDirectory(Path.Combine(folder, "lists", "ccas"));
        File.WriteAllText(Path.Combine(folder, "lists", "ccas", "liste.csv"), "poignee\r\n");
        var run = new AttestedRun(
            BuildTypes.Mois, new ExternalParameters("redon", month, Test: true, "roles_non_separes", 1, []), 1, "n2", "0011223344556677", [Resource.Of("convention.yaml", new string('c', 64))],
            [Resource.Of("nonrecours.dll", new string('d', 64))], "0.1.0", new string('e', 64), clock.GetUtcNow(), new Dictionary<string, long> { ["listes/ccas/lignes_sorties"] = 0 });
        ResultAttestation.Write(folder, folder, run, identity, clock);
    }

    public void Dispose()
    {
        Identity.Dispose();
        _folder.Dispose();
    }

    static PackageManifest Manifest(string source, string month, FileEntry file) => new()
    {
        Convention = "redon",
        ConventionSha256 = new string('c', 64),
        Territoire = "243500741",
        Mois = month,
        Finalite = "information_droits",
        Source = source,
        Format = "caf/allocataires@1",
        Profil = 1,
        Normalisation = "n2",
        Kcv = "0011223344556677",
        Test = true,
        DateDonnees = "2026-11-02",
        ExpireLe = "2027-10-31",
        Fichiers = [file],
        Bilan = new Dictionary<string, Balance> { ["personnes"] = new(1, 1, new Dictionary<string, long>()) },
        Oppositions = 0,
    };
}
