using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Conventions.Extracts;
using NonRecoursMatch.Formats.ColumnFiles;
using NonRecoursMatch.Formats.Spools;
using NonRecoursMatch.Operator.Facts;
using NonRecoursMatch.Operator.Intake;
using NonRecoursMatch.Rights.Parameters;
using NonRecoursMatch.Trust.Manifests;

namespace NonRecoursMatch.Operator.Foyers;

/// <summary>
/// Stage <c>foyers</c>: brings together the records of each person, then the persons of each dossier, computes rights and writes the rights
/// found. Two shuffles, each one partition in memory at a time.
/// </summary>
sealed class FoyerStage(Agreement agreement, YearMonth month, RightsParameters parameters, IReadOnlyList<ReceivedPackage> packages, string workFolder)
{
    static readonly SourceKind[] s_trust = [SourceKind.Caf, SourceKind.Msa, SourceKind.Cpam, SourceKind.Carsat, SourceKind.Bailleur, SourceKind.Ccas];

    /// <summary>Writes <see cref="RightsFile"/> and returns the balances of the stage and of each benefit.</summary>
    public FoyerResult Run(CancellationToken stop)
    {
        var expected = packages.Sum(package => package.Persons) * (Unsafe.SizeOf<RecordFacts>() + 36L);
        using var byPerson = new SortSpool(Path.Combine(workFolder, "fiches"), expected);
        var records = SpillRecords(byPerson, stop);
        using var byFoyer = new SortSpool(Path.Combine(workFolder, "personnes"), records * (Unsafe.SizeOf<PersonFacts>() + 100L));
        var persons = SpillPersons(byPerson, byFoyer, stop);

        using var rights = new ColumnFileWriter(Path.Combine(workFolder, RightsFile.Name), RightsFile.Schema);
        var evaluation = new RightsEvaluation(agreement, month, parameters, row =>
        {
            RightsFile.Append(rights.Batch, row);
            rights.RowDone();
        });
        foreach (var partition in byFoyer.LoadAll())
        {
            stop.ThrowIfCancellationRequested();
            for (var start = 0; start < partition.Count; start = partition.EndOfRun(start))
                ExamineFoyer(partition, start, partition.EndOfRun(start), evaluation);
        }

        evaluation.Complete();
        rights.Complete();
        return new FoyerResult(persons, evaluation.Counts);
    }

    long SpillRecords(SortSpool byPerson, CancellationToken stop)
    {
        var ranked = packages.OrderBy(package => Array.IndexOf(s_trust, package.Source.Kind)).ThenBy(package => package.Index).ToList();
        for (var trust = 0; trust < ranked.Count; trust++)
        {
            var order = new Key128(0, (ulong)trust);
            new RecordReader(ranked[trust], workFolder, month).Read(
                (person, facts) => byPerson.Add(person, order, MemoryMarshal.AsBytes(new ReadOnlySpan<RecordFacts>(in facts))), stop);
        }

        return byPerson.Rows;
    }

    Balance SpillPersons(SortSpool byPerson, SortSpool byFoyer, CancellationToken stop)
    {
        long departed = 0;
        var records = new List<RecordFacts>();
        var holdings = new List<Holding>();
        var lastDay = month.LastDay.DayNumber;
        foreach (var partition in byPerson.LoadAll())
        {
            stop.ThrowIfCancellationRequested();
            for (var start = 0; start < partition.Count;)
            {
                var end = partition.EndOfRun(start);
                records.Clear();
                holdings.Clear();
                for (var i = start; i < end; i++)
                {
                    var record = MemoryMarshal.Read<RecordFacts>(partition.Payload(i));
                    records.Add(record);
                    holdings.Add(new Holding { Source = record.Source, Weak = record.Weak, Poignee = record.Poignee });
                }

                if (PersonAssembly.Merge(partition.Major(start), CollectionsMarshal.AsSpan(records), lastDay) is { } person)
                    byFoyer.Add(person.FamilyRecord.IsFamily ? person.FamilyRecord.Groupe : person.Person, person.Person, PersonFacts.Encode(person, holdings));
                else
                    departed += records.Count;
                start = end;
            }
        }

        return new Balance(byPerson.Rows, byFoyer.Rows, new SortedDictionary<string, long>(StringComparer.Ordinal)
        {
            ["deces_ou_sortie"] = departed,
            ["meme_personne"] = byPerson.Rows - byFoyer.Rows - departed,
        });
    }

    static void ExamineFoyer(SortedRows partition, int start, int end, RightsEvaluation evaluation)
    {
        var members = new (PersonFacts Person, Holding[] Holdings)[end - start];
        for (var i = start; i < end; i++)
            members[i - start] = PersonFacts.Decode(partition.Payload(i));
        foreach (var (person, holdings) in members)
            evaluation.Add(new Examined(person, holdings, PartnerOf(person, members)));
    }

    static PersonFacts? PartnerOf(in PersonFacts person, (PersonFacts Person, Holding[] Holdings)[] members)
    {
        if (!person.FamilyRecord.IsFamily)
            return null;
        foreach (var (other, _) in members)
        {
            if (other.FamilyRecord.IsFamily && other.FamilyRecord.Role != person.FamilyRecord.Role)
                return other;
        }

        return null;
    }
}

/// <summary>What the stage <c>foyers</c> leaves besides the rights.</summary>
sealed record FoyerResult(Balance Persons, IReadOnlyDictionary<Prestation, OutcomeCounts> Counts);
