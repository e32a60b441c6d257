using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Operator.Foyers;
using NonRecoursMatch.Operator.Intake;
using NonRecoursMatch.Operator.Linkage;
using NonRecoursMatch.Operator.Lists;
using NonRecoursMatch.Operator.Lists.Revisions;
using NonRecoursMatch.Operator.Reports;
using NonRecoursMatch.Operator.Reports.Html;
using NonRecoursMatch.Rights.Parameters;
using NonRecoursMatch.Trust.Manifests;

namespace NonRecoursMatch.Operator;

/// <summary>The stages of the operator, in order.</summary>
public enum MatchStage
{
    /// <summary>Oppositions out, records linked to persons.</summary>
    Links,

    /// <summary>Persons, dossiers, facts, rights.</summary>
    Foyers,

    /// <summary>One list per recipient, and the report.</summary>
    Lists,
}

/// <summary>A finished stage, for the journal and the console: counts only.</summary>
public sealed record StageDone(MatchStage Stage, IReadOnlyDictionary<string, Balance> Balances);

/// <summary>Everything that the operator does with the packages of one month. It holds no key and sees no identity.</summary>
/// <param name="agreement">The agreement.</param>
/// <param name="month">Reference month.</param>
/// <param name="parameters">Dated parameters of the law.</param>
/// <param name="packages">Accepted packages.</param>
/// <param name="outFolder">Where lists and report go.</param>
/// <param name="particular">Absent sources and earlier revision; null for a first result with every source.</param>
public sealed class MatchRun(
    Agreement agreement, YearMonth month, RightsParameters parameters, IReadOnlyList<ReceivedPackage> packages, string outFolder, MonthCircumstances? particular = null)
{
    const string Lists = "lists";

    readonly IReadOnlyList<ReceivedPackage> _packages = [.. packages.Where(package => !package.OppositionsOnly)];
    readonly IReadOnlyList<ReceivedPackage> _oppositions = [.. packages.Where(package => package.OppositionsOnly)];
    readonly MonthCircumstances _circumstances = (particular ?? MonthCircumstances.Ordinary) with { KnownOppositions = [.. packages.Where(package => package.OppositionsOnly).Select(package => package.Source.Id)] };
    readonly string _work = Path.Combine(outFolder, "travail");

    /// <summary>Runs one stage, or all of them when <paramref name="only"/> is null.</summary>
    /// <exception cref="OperatorException">A package is not what it says, or an earlier stage is missing.</exception>
    public void Run(MatchStage? only, Action<StageDone> done, CancellationToken stop)
    {
        parameters.RequireSupported(month);
        CorrectionCheck.Require(_circumstances, _packages, agreement.Thresholds.CorrectionLoss);
        foreach (var stage in Enum.GetValues<MatchStage>().Where(stage => only is null || stage == only))
        {
            var record = stage switch
            {
                MatchStage.Links => RunLinks(stop),
                MatchStage.Foyers => RunFoyers(stop),
                _ => RunLists(stop),
            };
            record.Write(_work, NameOf(stage));
            done(new StageDone(stage, record.Balances));
            if (stage == MatchStage.Lists)
                Finish(record);
        }
    }

    /// <summary>Removes what an interrupted run had begun.</summary>
    public void Discard()
    {
        if (Directory.Exists(_work))
            Directory.Delete(_work, recursive: true);
    }

    /// <summary>Name of a stage in <c>--stage</c>.</summary>
    public static string NameOf(MatchStage stage) => stage.ToString().ToLowerInvariant();

    StageRecord RunLinks(CancellationToken stop)
    {
        var report = new LinkStage([.. _packages.Select(LinkSource.Of)], _work) { Apart = [.. _oppositions.Select(LinkSource.Of)] }.Run(stop);
        return new StageRecord(report.Balances, Rapprochement: report);
    }

    StageRecord RunFoyers(CancellationToken stop)
    {
        _ = StageRecord.Read(_work, NameOf(MatchStage.Links));
        var result = new FoyerStage(_circumstances.Absences.Reduce(agreement), month, parameters, _packages, _work).Run(stop);
        var balances = new SortedDictionary<string, Balance>(StringComparer.Ordinal) { ["personnes"] = result.Persons };
        var verdicts = new SortedDictionary<string, IReadOnlyDictionary<string, long>>(StringComparer.Ordinal);
        foreach (var (sujet, counts) in result.Counts)
        {
            balances[Subjects.NameOf(sujet)] = counts.Balance;
            verdicts[Subjects.NameOf(sujet)] = counts.Verdicts;
        }

        return new StageRecord(balances, verdicts, result.Publics, result.Communes, Paires: result.Pairs);
    }

    StageRecord RunLists(CancellationToken stop)
    {
        _ = StageRecord.Read(_work, NameOf(MatchStage.Foyers));
        var expiry = packages.Min(package => DateOnly.ParseExact(package.Manifest.ExpireLe, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        var test = packages.Any(package => package.Manifest.Test);
        return new StageRecord(new ListStage(agreement, month, _circumstances, _work, Path.Combine(_work, Lists), test, expiry).Run(stop));
    }

    void Finish(StageRecord lists)
    {
        new RunReport(agreement, month, parameters, packages, _circumstances).Write(
            Path.Combine(outFolder, PreviousResult.ReportFile),
            StageRecord.Read(_work, NameOf(MatchStage.Links)),
            StageRecord.Read(_work, NameOf(MatchStage.Foyers)),
            lists);
        new HtmlReport(agreement).Write(Path.Combine(outFolder, PreviousResult.ReportFile), _circumstances.Before);
        var published = Path.Combine(outFolder, Lists);
        if (Directory.Exists(published))
            Directory.Delete(published, recursive: true);
        Directory.Move(Path.Combine(_work, Lists), published);
        // Links and rights before disclosure have served: only lists and counts remain (invariant I3).
        Directory.Delete(_work, recursive: true);
    }
}
