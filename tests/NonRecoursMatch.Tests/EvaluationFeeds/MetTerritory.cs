using System.Security.Cryptography;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Keys.Derivation;
using NonRecoursMatch.Keys.Files;
using NonRecoursMatch.Recipient.Contacts;
using NonRecoursMatch.Recipient.Evaluation;
using NonRecoursMatch.Recipient.FollowUps;
using NonRecoursMatch.Tests.Conventions;
using NonRecoursMatch.Tests.Properties.Territory;

namespace NonRecoursMatch.Tests.EvaluationFeeds;

/// <summary>A tiny territory whose CCAS and CPAM meet residents and note what came of it.</summary>
sealed class MetTerritory : IDisposable
{
    readonly List<DatedAnswer> _answers = [];

    public TinyTerritory Territory { get; } = new();

    /// <summary>A resident whom a body holds.</summary>
    public static Resident Of(int number) => Resident.Of(number, 1950 + (number % 40));

    /// <summary>Puts a resident into an extract, and an answer about it into the follow-up.</summary>
    public void Answer(string source, Resident resident, string outcome, string evaluation, YearMonth? month = null)
    {
        var reference = Known(source, resident);
        using var secret = TinyTerritory.SecretOf(source);
        using var handles = secret.Handles(source, month ?? TinyAgreement.Month);
        var handle = handles.Person(System.Text.Encoding.UTF8.GetBytes(reference));
        _answers.Add(new DatedAnswer(month ?? TinyAgreement.Month, new DateOnly(2026, 11, 12), new FollowUpRow(source, handle.ToString(), "C2S", outcome, "2026-11-12", evaluation)));
    }

    /// <summary>Makes the feed, as the command does.</summary>
    public EvaluationFeed Feed()
    {
        using var key = Key();
        List<OwnExtract> extracts = [];
        foreach (var source in Territory.Agreement.Sources)
        {
            Territory[source.Id].Write(source.Folder, Territory.Terms, TinyAgreement.Month);
            extracts.Add(new OwnExtract(source.Folder, source.Id, source.Format, source.Encoding));
        }

        List<HolderSecret> secrets = [TinyTerritory.SecretOf(TinyAgreement.Ccas), TinyTerritory.SecretOf(TinyAgreement.Cpam)];
        try
        {
            return EvaluationFeed.Make(Territory.Agreement, _answers, extracts, secrets, key, ConventionFixture.Library, CancellationToken.None);
        }
        finally
        {
            secrets.ForEach(secret => secret.Dispose());
        }
    }

    /// <summary>Writes the feed.</summary>
    public void Write(string folder, EvaluationProfile profile, EvaluationFeed? feed = null)
    {
        using var key = Key();
        EvaluationFiles.Write(folder, feed ?? Feed(), profile, Territory.Agreement, key, EvaluationDomain.DefaultExpiry, test: true);
    }

    /// <summary>The key of the evaluation, under the root of the campaign itself: the worst that a custodian could do.</summary>
    public CampaignKey Key()
    {
        using var root = new RootKey(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Territory.Root)), test: true);
        return CampaignKey.Derive(root, EvaluationDomain.Of(Territory.Agreement, EvaluationDomain.DefaultExpiry));
    }

    public void Dispose() => Territory.Dispose();

    string Known(string source, Resident resident)
    {
        var persons = Territory[source].Persons;
        var before = persons.Rows.Count;
        var reference = source == TinyAgreement.Ccas ? Territory[source].Visitor(resident) : Territory[source].Insured(resident);
        // The same person again: one row is enough.
        var last = persons.Rows[before];
        if (persons.Rows.Take(before).Any(row => row["prenom" + (source == TinyAgreement.Ccas ? "" : "1")] == last["prenom" + (source == TinyAgreement.Ccas ? "" : "1")]))
            persons.Rows.RemoveAt(before);
        return reference;
    }
}
