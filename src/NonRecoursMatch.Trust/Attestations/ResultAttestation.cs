using System.Collections.Concurrent;
using NonRecoursMatch.Trust.Journals;
using NonRecoursMatch.Trust.Manifests;
using NonRecoursMatch.Trust.Signing;

namespace NonRecoursMatch.Trust.Attestations;

/// <summary>What a run says of itself, before its files are looked at.</summary>
/// <param name="BuildType">One of <see cref="BuildTypes"/>.</param>
/// <param name="Asked">What was asked for.</param>
/// <param name="Profil">Pseudonymisation profile.</param>
/// <param name="Normalisation">Version of the normalisation.</param>
/// <param name="Kcv">Key check value.</param>
/// <param name="Inputs">What it was made from.</param>
/// <param name="Program">The assemblies.</param>
/// <param name="Version">Version of the program.</param>
/// <param name="InvocationId">Digest of all inputs.</param>
/// <param name="StartedOn">When it began.</param>
/// <param name="Counts">Rows in, out and dropped.</param>
public sealed record AttestedRun(
    string BuildType, ExternalParameters Asked, int Profil, string Normalisation, string Kcv, IReadOnlyList<Resource> Inputs, IReadOnlyList<Resource> Program, string Version,
    string InvocationId, DateTimeOffset StartedOn, IReadOnlyDictionary<string, long> Counts);

/// <summary>Writes the closing record of a result or package: every file that it holds by digest, how it was made, signed.</summary>
public static class ResultAttestation
{
    /// <summary>Name under which the balance is given.</summary>
    public const string BalanceName = "bilan";

    /// <summary>Attests every file of a folder.</summary>
    /// <param name="folder">Where the files are now.</param>
    /// <param name="final">Where they will be: its neighbours are the chain. Null for a package, which is in none.</param>
    /// <param name="run">How they were made.</param>
    /// <param name="identity">Who signs.</param>
    /// <param name="clock">Time of signing.</param>
    /// <exception cref="IOException">A file cannot be read, or the attestation not written.</exception>
    public static void Write(string folder, string? final, AttestedRun run, SigningIdentity identity, TimeProvider clock)
    {
        var subjects = Subjects(folder);
        var now = clock.GetUtcNow();
        var byproducts = new List<Resource>();
        var journal = Path.Combine(folder, JournalState.FileName);
        if (File.Exists(journal))
            byproducts.Add(JournalState.Of(journal).Described());
        var counts = new SortedDictionary<string, long>(run.Counts.ToDictionary(), StringComparer.Ordinal);
        byproducts.Add(new Resource(BalanceName, new DigestSet(DigestOf(counts)), counts));
        var internals = new InternalParameters(run.Profil, run.Normalisation, run.Kcv, TermsOf(identity), final is null ? null : Checkpoint.Beside(final, run.Asked.Convention));
        var version = new SortedDictionary<string, string> { ["nonrecours"] = run.Version };
        var provenance = new Provenance(
            new BuildDefinition(run.BuildType, run.Asked, internals, run.Inputs),
            new RunDetails(new Builder(Builder.ThisProgram, version, run.Program), new RunMetadata(run.InvocationId, AttestationFile.Moment(run.StartedOn), AttestationFile.Moment(now)), byproducts));
        AttestationFile.Write(folder, AttestationFile.Name, subjects, provenance, identity);
    }

    /// <summary>Who signs, as stated.</summary>
    public static SignatureTerms TermsOf(SigningIdentity identity)
        => new(identity.Certificate.KeyId, identity.Certificate.Subject, identity.Ephemeral ? SignatureTerms.Ephemere : SignatureTerms.Identifiee);

    static List<Resource> Subjects(string folder)
    {
        var names = FolderFiles.Of(folder).Where(file => !file.Value && file.Key is not (JournalState.FileName or AttestationFile.Name)).Select(file => file.Key);
        var digests = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        Parallel.ForEach(names, name => digests[name] = FileEntry.Of(Path.Combine(folder, name), name, 0).Sha256);
        return [.. digests.OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => Resource.Of(file.Key, file.Value))];
    }

    static string DigestOf(SortedDictionary<string, long> counts)
        => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(StableJson.Bytes(counts)));
}
