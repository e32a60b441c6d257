using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Operator.Foyers;
using NonRecoursMatch.Operator.Intake;
using NonRecoursMatch.Operator.Linkage;
using NonRecoursMatch.Operator.Lists;
using NonRecoursMatch.Operator.Lists.Revisions;
using NonRecoursMatch.Operator.Partitions;
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
    /// <summary>Where the steps of a month hand each other their partitions, until the lists are made.</summary>
    public const string WorkFolderName = "travail";

    const string Lists = "lists";

    readonly IReadOnlyList<ReceivedPackage> _packages = [.. packages.Where(package => !package.OppositionsOnly)];
    readonly IReadOnlyList<ReceivedPackage> _oppositions = [.. packages.Where(package => package.OppositionsOnly)];
    readonly MonthCircumstances _circumstances = (particular ?? MonthCircumstances.Ordinary) with { KnownOppositions = [.. packages.Where(package => package.OppositionsOnly).Select(package => package.Source.Id)] };
    readonly string _work = Path.Combine(outFolder, WorkFolderName);

    /// <summary>Runs one stage, or all of them when <paramref name="only"/> is null: steps that can be shared, among the processors of this machine.</summary>
    /// <exception cref="OperatorException">A package is not what it says, or an earlier stage is missing.</exception>
    public void Run(MatchStage? only, Action<StageDone> done, CancellationToken stop)
    {
        Prepare();
        var work = Work(durable: only is not null);
        foreach (var stage in Enum.GetValues<MatchStage>().Where(stage => only is null || stage == only))
        {
            if (stage != MatchStage.Lists)
                RunSteps(stage, work, stop);
            // Tasks that share a folder write no journal, which has one author: what they counted is reported by the one that follows them all.
            else if (only is not null)
                done(new StageDone(MatchStage.Foyers, Counted(MatchStage.Foyers, work).Balances));
            var record = stage == MatchStage.Lists ? RunLists(work, stop) : Counted(stage, work);
            done(new StageDone(stage, record.Balances));
            if (stage == MatchStage.Lists)
                Finish(work, record);
        }
    }

    /// <summary>Runs one step over one partition, for tasks of several machines that share this folder. What is done is not done again.</summary>
    /// <returns>Whether there was anything to do.</returns>
    /// <exception cref="OperatorException">A partition that it reads is lost, incomplete, altered, of another number of partitions or of other inputs.</exception>
    public bool Run(MatchStep step, Partition partition, Action<StageDone> done, CancellationToken stop)
    {
        Prepare();
        var work = Work(durable: true);
        if (work.IsDone(step, partition))
            return false;
        Task(step, work)(step, partition, stop);
        if (step == MatchStep.Resolution)
            done(new StageDone(MatchStage.Links, Counted(MatchStage.Links, work).Balances));
        return true;
    }

    /// <summary>Removes what an interrupted run had begun.</summary>
    public void Discard()
    {
        if (Directory.Exists(_work))
            Directory.Delete(_work, recursive: true);
    }

    /// <summary>Name of a stage in <c>--stage</c>.</summary>
    public static string NameOf(MatchStage stage) => stage.ToString().ToLowerInvariant();

    void Prepare()
    {
        parameters.RequireSupported(month);
        CorrectionCheck.Require(_circumstances, _packages, agreement.Thresholds.CorrectionLoss);
    }

    WorkFolder Work(bool durable) => new(_work, MatchInputs.Digest(agreement, month, parameters, packages, _circumstances), durable);

    Action<MatchStep, Partition, CancellationToken> Task(MatchStep step, WorkFolder work)
        => step < MatchStep.Records
            ? new LinkStage([.. _packages.Select(LinkSource.Of)], work) { Apart = [.. _oppositions.Select(LinkSource.Of)] }.Run
            : new FoyerStage(_circumstances.Absences.Reduce(agreement), month, parameters, _packages, work).Run;

    void RunSteps(MatchStage stage, WorkFolder work, CancellationToken stop)
    {
        foreach (var step in MatchSteps.Of(stage))
        {
            work.Remove(step);
            var task = Task(step, work);
            Workers.Run(step.IsShared() ? Partition.All(Workers.Count) : [Partition.Whole], partition => task(step, partition, stop));
            // What only this step reads has served; of persons the counts stay for the report.
            if (step is MatchStep.Resolution or MatchStep.Persons)
                work.Remove(step - 1);
        }
    }

    /// <summary>The counts of a stage, of all its partitions together.</summary>
    static StageRecord Counted(MatchStage stage, WorkFolder work)
        => stage == MatchStage.Links ? work.Require(MatchStep.Resolution).Counts.Single()
            : StageRecord.Sum(new[] { MatchStep.Persons, MatchStep.Rights }.SelectMany(step => work.Require(step).Counts));

    StageRecord RunLists(WorkFolder work, CancellationToken stop)
    {
        var rights = work.Require(MatchStep.Rights);
        var expiry = packages.Min(package => DateOnly.ParseExact(package.Manifest.ExpireLe, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        var test = packages.Any(package => package.Manifest.Test);
        return new StageRecord(new ListStage(agreement, month, _circumstances, rights, _work, Path.Combine(_work, Lists), test, expiry).Run(stop));
    }

    void Finish(WorkFolder work, StageRecord lists)
    {
        new RunReport(agreement, month, parameters, packages, _circumstances).Write(
            Path.Combine(outFolder, PreviousResult.ReportFile),
            Counted(MatchStage.Links, work),
            Counted(MatchStage.Foyers, work),
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
