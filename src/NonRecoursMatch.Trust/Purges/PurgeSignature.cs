using NonRecoursMatch.Trust.Attestations;
using NonRecoursMatch.Trust.Audits;
using NonRecoursMatch.Trust.Journals;
using NonRecoursMatch.Trust.Manifests;
using NonRecoursMatch.Trust.Signing;

namespace NonRecoursMatch.Trust.Purges;

/// <summary>Signs the proof of deletion of a result: <c>purge.intoto.json</c> beside <c>purge.json</c>.</summary>
public static class PurgeSignature
{
    /// <summary>Whether the proof, if there is one, is signed as it stands.</summary>
    public static bool IsCurrent(string result)
    {
        if (!File.Exists(Path.Combine(result, PurgeRecord.FileName)))
            return true;
        try
        {
            return AttestationFile.Read<PurgeStatement>(result, PurgeStatement.FileName, anchor: null).Statement.Subject is [var proof] && proof == Proof(result);
        }
        catch (AuditException)
        {
            return false;
        }
    }

    /// <summary>Signs the proof.</summary>
    /// <exception cref="JournalBrokenException">The journal was altered.</exception>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    public static void Write(string result, PurgeRecord record, SigningIdentity identity, TimeProvider clock)
    {
        var attestation = Path.Combine(result, AttestationFile.Name);
        var statement = new PurgeStatement(
            record.Convention, record.Mois, JournalState.Of(Path.Combine(result, JournalState.FileName)).Described(), ResultAttestation.TermsOf(identity), AttestationFile.Moment(clock.GetUtcNow()),
            File.Exists(attestation) ? FileEntry.Of(attestation, AttestationFile.Name, 0).Sha256 : null);
        AttestationFile.Write(result, PurgeStatement.FileName, [Proof(result)], statement, identity);
    }

    static Resource Proof(string result)
        => Resource.Of(PurgeRecord.FileName, FileEntry.Of(Path.Combine(result, PurgeRecord.FileName), PurgeRecord.FileName, 0).Sha256);
}
