using NonRecoursMatch.Cli.Running;
using NonRecoursMatch.Cli.Texts;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Trust.Attestations;
using NonRecoursMatch.Trust.Audits;

namespace NonRecoursMatch.Cli.Terminals;

/// <summary>The answer of <c>audit verify</c> for people: what was checked, then every difference with its file and reason.</summary>
sealed class AuditText(Terminal screen)
{
    /// <summary>Writes it to stdout.</summary>
    public void Write(ResultsAudit audit)
    {
        foreach (var result in audit.Results)
        {
            Say(result.Folder);
            if (result.Attested is { } attested)
                Signed(attested);
            Say("  " + CliTexts.Format("Audit.Checked", result.Files, result.JournalLines, result.Purged));
            foreach (var difference in result.Differences)
                Say("  " + Sentence(difference));
        }

        if (audit.Results.Count > 1 && audit.Chain.Count == 0)
            Say(CliTexts.Get("Audit.ChainHolds"));
        foreach (var difference in audit.Chain)
            Say(Sentence(difference));
        Say(audit.Intact ? CliTexts.Get("Audit.Intact") : CliTexts.Format("Audit.Differs", audit.Chain.Count + audit.Results.Sum(result => result.Differences.Count)));
        Say(CliTexts.Get(audit.Trusted ? "Audit.Trusted" : "Audit.IntegrityOnly"));
    }

    void Signed(Attested<Provenance> attested)
    {
        var definition = attested.Statement.Predicate.BuildDefinition;
        var asked = definition.ExternalParameters;
        Say("  " + CliTexts.Format("Audit.Of", asked.Convention, YearMonth.TryParse(asked.Mois, out var month) ? CliTexts.Month(month) : asked.Mois, asked.Source ?? $"r{asked.Revision}"));
        Say("  " + CliTexts.Format("Audit.Signed", attested.Signer.Subject, attested.Statement.Predicate.SignedAt, attested.Signer.KeyId));
        if (definition.InternalParameters.Signature.Portee == SignatureTerms.Ephemere)
            Say("  " + CliTexts.Get("Audit.Ephemeral"));
        if (definition.InternalParameters.Chaine is { } place)
            Say("  " + CliTexts.Format("Audit.Rank", place.Rang, attested.Sha256));
    }

    static string Sentence(AuditDifference difference)
    {
        var reason = CliTexts.Get("Audit.Fault." + difference.Fault);
        return difference.Line is { } line ? CliTexts.Format("Audit.DifferenceAtLine", difference.File, line, reason) : CliTexts.Format("Audit.Difference", difference.File, reason);
    }

    // Names come from a folder that nothing vouches for yet: no control character reaches the terminal.
    void Say(string line) => screen.Output.WriteLine(string.Concat(line.Select(character => char.IsControl(character) ? '?' : character)));
}
