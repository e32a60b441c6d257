using System.Text.Json.Nodes;
using NonRecoursMatch.Cli.Texts;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Keys.Files;
using NonRecoursMatch.Operator.Lists;
using NonRecoursMatch.Operator.Reports.Outcomes;
using NonRecoursMatch.Recipient.Contacts;
using NonRecoursMatch.Recipient.FollowUps;
using NonRecoursMatch.Recipient.Measures;
using NonRecoursMatch.Recipient.Reopening;

namespace NonRecoursMatch.Cli.Running;

/// <summary>
/// Brings the answers together with what else the caller has: the lists that they are about, at their level and no further, and, at a body, its own
/// extract. Only counts are made of it.
/// </summary>
sealed class OutcomeInputs
{
    readonly ReadFollowUps _followUps;
    readonly Dictionary<(YearMonth Month, string Source, string Handle, string Benefit), ListedRight> _listed = [];
    readonly List<ListedBenefit> _rows = [];
    readonly Dictionary<DatedAnswer, string> _communes = [];
    readonly List<WatchedRow> _watched = [];
    bool _test;

    /// <summary>Starts from the follow-up and the lists.</summary>
    /// <exception cref="CliException">A list is of another agreement than the follow-up.</exception>
    public OutcomeInputs(ReadFollowUps followUps, IEnumerable<string> lists)
    {
        _followUps = followUps;
        var vocabulary = new FollowUpVocabulary(ListWords.Outcomes, ListWords.AllBenefits);
        foreach (var list in lists.Select(DeliveredManifest.Read))
        {
            RequireSame(list.Convention);
            foreach (var row in ListedBenefit.Of(list, vocabulary))
            {
                _test |= list.Test;
                _rows.Add(row);
                _listed[(row.Month, row.Source, row.Handle.ToString(), row.Benefit)] = row.Right;
            }
        }
    }

    /// <summary>Adds what a body's own extracts say: communes, and rights seen open.</summary>
    public void Look(Agreement agreement, IReadOnlyList<OwnExtract> extracts, IReadOnlyList<HolderSecret> secrets, CancellationToken stop)
    {
        RequireSame(agreement.Id);
        _test |= agreement.Test || secrets.Any(secret => secret.Test);
        foreach (var extract in extracts)
        {
            foreach (var (answer, commune) in AnswerCommunes.Of(extract, _followUps.Answers, secrets, stop))
                _communes[answer] = commune;
            _watched.AddRange(SeenOpenings.Of(extract, _rows, secrets, stop).Select(seen => new WatchedRow(seen.Benefit, seen.Months)));
        }
    }

    /// <summary>Counts it all.</summary>
    public JsonObject Report()
    {
        var report = OutcomeReport.Of([.. _followUps.Answers.Select(answer => new AnsweredRow(answer.Row.Prestation, answer.Row.Suivi, YearMonth.Of(answer.Day) - answer.Month, Segments(answer)))], _watched, _followUps.SmallCell);
        report["test"] = _test;
        return report;
    }

    Dictionary<string, string> Segments(DatedAnswer answer)
    {
        var segments = new Dictionary<string, string>(StringComparer.Ordinal) { ["source"] = answer.Row.Source };
        if (_listed.Count > 0)
        {
            var right = _listed.GetValueOrDefault((answer.Month, answer.Row.Source, answer.Row.Poignee, answer.Row.Prestation));
            segments["verdict"] = Known(right?.Verdict);
            segments["motif"] = ListWords.Reasons.GetValueOrDefault(right?.Reason ?? "", OutcomeReport.Unknown);
            segments["fourchette"] = Known(right?.Band);
        }

        if (_communes.Count > 0)
            segments["commune"] = _communes.GetValueOrDefault(answer, OutcomeReport.Unknown);
        return segments;
    }

    void RequireSame(string convention)
    {
        if (_followUps.Conventions.FirstOrDefault(other => other != convention) is { } foreign)
            throw new CliException(ExitCode.No, CliTexts.Format("Error.OtherAgreement", foreign, convention));
    }

    static string Known(string? text) => string.IsNullOrEmpty(text) ? OutcomeReport.Unknown : text;
}
