using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Conventions.Extracts;
using NonRecoursMatch.Formats.ColumnFiles;
using NonRecoursMatch.Formats.Spools;
using NonRecoursMatch.Operator.Facts;
using NonRecoursMatch.Operator.Intake;
using NonRecoursMatch.Rights.Mensuel;
using NonRecoursMatch.Rights.Parameters;
using NonRecoursMatch.Trust.Manifests;

namespace NonRecoursMatch.Operator.Foyers;

/// <summary>
/// Stage <c>foyers</c>: brings together the records of each person, then the persons of each foyer, computes rights and writes the rights
/// found. Two shuffles, each one partition in memory at a time.
/// </summary>
sealed class FoyerStage(Agreement agreement, YearMonth month, RightsParameters parameters, IReadOnlyList<ReceivedPackage> packages, string workFolder)
{
    const long RecordBytes = 120;
    const long PersonBytes = 200;

    readonly FactRanks _ranks = new(agreement, packages);
    readonly SharedPersons _shared = new(packages);

    /// <summary>Writes <see cref="RightsFile"/> and returns the balances of the stage and of each benefit.</summary>
    public FoyerResult Run(CancellationToken stop)
    {
        var expected = packages.Sum(package => package.Persons) * (Unsafe.SizeOf<RecordFacts>() + RecordBytes);
        using var byPerson = new SortSpool(Path.Combine(workFolder, "fiches"), expected);
        SpillRecords(byPerson, stop);
        using var byFoyer = new SortSpool(Path.Combine(workFolder, "personnes"), byPerson.Rows * (Unsafe.SizeOf<PersonFacts>() + PersonBytes));
        var persons = SpillPersons(byPerson, byFoyer, stop);

        using var rights = new ColumnFileWriter(Path.Combine(workFolder, RightsFile.Name), RightsFile.Schema);
        var evaluation = new RightsEvaluation(agreement, month, parameters, row =>
        {
            RightsFile.Append(rights.Batch, row);
            rights.RowDone();
        });
        var foyers = new FoyerAssembly(_ranks, month, evaluation.Add);
        var members = new List<(PersonFacts, Membre)>();
        foreach (var partition in byFoyer.LoadAll())
        {
            stop.ThrowIfCancellationRequested();
            for (var start = 0; start < partition.Count; start = partition.EndOfRun(start))
            {
                members.Clear();
                for (var i = start; i < partition.EndOfRun(start); i++)
                {
                    var person = PersonFacts.Decode(partition.Payload(i), out var holdings, out var amounts);
                    members.Add((person, MembreMaker.Make(evaluation.Hold(holdings, person.OpposedScope, person.Commune), person, amounts, month)));
                }

                foyers.Make(members);
                evaluation.Settle();
            }
        }

        evaluation.Complete();
        rights.Complete();
        return new FoyerResult(persons, evaluation.Counts, evaluation.Publics, evaluation.Communes, _shared.Counts);
    }

    void SpillRecords(SortSpool byPerson, CancellationToken stop)
    {
        var bytes = new List<byte>();
        foreach (var package in packages)
        {
            var order = new Key128(0, (ulong)_ranks.Of(Fact.Birth, package.Index));
            new RecordReader(package, workFolder, month, agreement.Perimeter).Read(
                (Key128 person, in RecordFacts facts, List<MonthAmount> amounts) =>
                {
                    bytes.Clear();
                    bytes.AddRange(MemoryMarshal.AsBytes(new ReadOnlySpan<RecordFacts>(in facts)));
                    bytes.AddRange(MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(amounts)));
                    byPerson.Add(person, order, CollectionsMarshal.AsSpan(bytes));
                },
                stop);
        }
    }

    Balance SpillPersons(SortSpool byPerson, SortSpool byFoyer, CancellationToken stop)
    {
        long departed = 0;
        var (assembly, choice) = (new PersonAssembly(agreement, _ranks, Declared(), month), new AmountChoice(_ranks));
        var (records, holdings, all, chosen, bytes) = (new List<RecordFacts>(), new List<Holding>(), new List<(int, Key128, MonthAmount)>(), new List<MonthAmount>(), new List<byte>());
        foreach (var partition in byPerson.LoadAll())
        {
            stop.ThrowIfCancellationRequested();
            for (var start = 0; start < partition.Count;)
            {
                var end = partition.EndOfRun(start);
                Collect(partition, start, end, records, holdings, all);
                _shared.Add(records);
                if (assembly.Merge(partition.Major(start), CollectionsMarshal.AsSpan(records)) is { } person)
                {
                    chosen.Clear();
                    bytes.Clear();
                    choice.Choose(person, all, chosen);
                    PersonFacts.Encode(person, holdings, chosen, bytes);
                    byFoyer.Add(person.Foyer, person.Person, CollectionsMarshal.AsSpan(bytes));
                }
                else
                {
                    departed += records.Count;
                }

                start = end;
            }
        }

        return new Balance(byPerson.Rows, byFoyer.Rows, new SortedDictionary<string, long>(StringComparer.Ordinal)
        {
            ["deces_ou_sortie"] = departed,
            ["meme_personne"] = byPerson.Rows - byFoyer.Rows - departed,
        });
    }

    static void Collect(SortedRows partition, int start, int end, List<RecordFacts> records, List<Holding> holdings, List<(int, Key128, MonthAmount)> all)
    {
        records.Clear();
        holdings.Clear();
        all.Clear();
        for (var i = start; i < end; i++)
        {
            var payload = partition.Payload(i);
            var record = MemoryMarshal.Read<RecordFacts>(payload);
            records.Add(record);
            holdings.Add(new Holding { Source = record.Source, Weak = record.Weak, Poignee = record.Poignee });
            foreach (var amount in MemoryMarshal.Cast<byte, MonthAmount>(payload[Unsafe.SizeOf<RecordFacts>()..]))
                all.Add((record.Source, record.Groupe, amount));
        }
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

/// <summary>What the stage <c>foyers</c> leaves besides the rights.</summary>
sealed record FoyerResult(
    Balance Persons, IReadOnlyDictionary<Sujet, OutcomeCounts> Counts, IReadOnlyDictionary<string, long> Publics, IReadOnlyDictionary<string, long> Communes,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, long>> Pairs);
