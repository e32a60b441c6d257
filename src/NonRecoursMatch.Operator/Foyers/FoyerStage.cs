using System.Runtime.CompilerServices;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Conventions.Extracts;
using NonRecoursMatch.Operator.Facts;
using NonRecoursMatch.Operator.Intake;
using NonRecoursMatch.Operator.Partitions;
using NonRecoursMatch.Operator.Reports;
using NonRecoursMatch.Rights.Parameters;

namespace NonRecoursMatch.Operator.Foyers;

/// <summary>
/// Stage <c>foyers</c>: brings together the records of each person, then the persons of each foyer, computes rights and writes the rights
/// found. Two shuffles between three steps, each one bucket in memory at a time.
/// </summary>
/// <param name="agreement">The agreement, with the benefits that are computed.</param>
/// <param name="month">Reference month.</param>
/// <param name="parameters">Dated parameters of the law.</param>
/// <param name="packages">Accepted packages.</param>
/// <param name="work">Where steps hand each other their partitions.</param>
sealed class FoyerStage(Agreement agreement, YearMonth month, RightsParameters parameters, IReadOnlyList<ReceivedPackage> packages, WorkFolder work)
{
    const string Records = "fiches";
    const string Persons = "personnes";
    const long RecordBytes = 120;
    const long PersonBytes = 200;

    readonly FactRanks _ranks = new(agreement, packages);

    /// <summary>Most records that there may be: what buckets are planned for.</summary>
    long Expected => packages.Sum(package => package.Persons);

    /// <summary>Runs one step of the stage over one partition.</summary>
    public void Run(MatchStep step, Partition partition, CancellationToken stop)
    {
        using var output = new PartitionOutput(work, step, partition);
        if (step == MatchStep.Records)
            SpillRecords(output, partition, stop);
        else if (step == MatchStep.Persons)
            SpillPersons(output, partition, stop);
        else
            WriteRights(output, partition, stop);
    }

    void SpillRecords(PartitionOutput output, Partition dossiers, CancellationToken stop)
    {
        var links = work.Require(MatchStep.Resolution);
        new RecordStep(packages, links.Folder, month, agreement.Perimeter, _ranks)
            .Run(dossiers, output.Spool(Records, Expected * (Unsafe.SizeOf<RecordFacts>() + RecordBytes)), stop);
        output.Publish(StageRecord.Empty);
    }

    void SpillPersons(PartitionOutput output, Partition persons, CancellationToken stop)
    {
        var records = work.Require(MatchStep.Records, persons.Count);
        var merged = new PersonStep(agreement, _ranks, Declared(), month, packages)
            .Run(records.Rows(Records, persons), output.Spool(Persons, Expected * (Unsafe.SizeOf<PersonFacts>() + PersonBytes)), stop);
        output.Publish(merged);
    }

    void WriteRights(PartitionOutput output, Partition foyers, CancellationToken stop)
    {
        var persons = work.Require(MatchStep.Persons, foyers.Count);
        output.Publish(new RightsStep(agreement, month, parameters, _ranks)
            .Run(persons.Rows(Persons, foyers), output.Table(RightsFile.Name, RightsFile.Schema), stop));
    }

    /// <summary>Absence means "no" only where every payer of the benefit sent an extract that declares itself exhaustive.</summary>
    Exhaustivity Declared()
    {
        var everyFund = agreement.Sources.Index().All(source => source.Item.Kind is SourceKind.Bailleur or SourceKind.Ccas || packages.Any(package => package.Index == source.Index));
        return new Exhaustivity(All("C2S", SourceKind.Cpam), All("ASPA", SourceKind.Carsat), everyFund);

        bool All(string benefit, SourceKind kind)
        {
            var payers = agreement.Sources.Index().Where(source => source.Item.Kind == kind || (source.Item.Kind == SourceKind.Msa && Pays(source.Item.Format, benefit))).ToList();
            return payers.Count > 0 && payers.TrueForAll(payer => packages.FirstOrDefault(package => package.Index == payer.Index)?.Manifest.ExhaustifPour.Contains(benefit) == true);
        }

        static bool Pays(ExtractFormat format, string benefit) => format.ExhaustiveFor.Any(declared => declared.Prestation == benefit);
    }
}
