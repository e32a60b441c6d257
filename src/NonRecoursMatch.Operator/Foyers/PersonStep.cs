using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Formats.Spools;
using NonRecoursMatch.Operator.Facts;
using NonRecoursMatch.Operator.Intake;
using NonRecoursMatch.Operator.Reports;
using NonRecoursMatch.Trust.Manifests;

namespace NonRecoursMatch.Operator.Foyers;

/// <summary>Merges the records of each person, and spills the persons by foyer.</summary>
sealed class PersonStep(Agreement agreement, FactRanks ranks, Exhaustivity declared, YearMonth month, IReadOnlyList<ReceivedPackage> packages)
{
    /// <summary>Name of the balance: records in, persons out.</summary>
    public const string BalanceName = "personnes";

    readonly List<RecordFacts> _records = [];
    readonly List<Holding> _holdings = [];
    readonly List<(int, Key128, MonthAmount)> _amounts = [];

    public StageRecord Run(IEnumerable<SortedRows> byPerson, SpoolWriter byFoyer, CancellationToken stop)
    {
        var (assembly, choice, shared) = (new PersonAssembly(agreement, ranks, declared, month), new AmountChoice(ranks), new SharedPersons(packages));
        var (chosen, bytes) = (new List<MonthAmount>(), new List<byte>());
        var (read, departed) = (0L, 0L);
        foreach (var bucket in byPerson)
        {
            stop.ThrowIfCancellationRequested();
            read += bucket.Count;
            for (var start = 0; start < bucket.Count;)
            {
                var end = bucket.EndOfRun(start);
                Collect(bucket, start, end);
                shared.Add(_records);
                if (assembly.Merge(bucket.Major(start), CollectionsMarshal.AsSpan(_records)) is { } person)
                {
                    chosen.Clear();
                    bytes.Clear();
                    choice.Choose(person, _amounts, chosen);
                    PersonFacts.Encode(person, _holdings, chosen, bytes);
                    byFoyer.Add(person.Foyer, person.Person, CollectionsMarshal.AsSpan(bytes));
                }
                else
                {
                    departed += _records.Count;
                }

                start = end;
            }
        }

        var drops = new SortedDictionary<string, long>(StringComparer.Ordinal) { ["deces_ou_sortie"] = departed, ["meme_personne"] = read - byFoyer.Rows - departed };
        var balances = new SortedDictionary<string, Balance>(StringComparer.Ordinal) { [BalanceName] = new(read, byFoyer.Rows, drops) };
        return new StageRecord(balances, Paires: shared.Counts);
    }

    void Collect(SortedRows bucket, int start, int end)
    {
        _records.Clear();
        _holdings.Clear();
        _amounts.Clear();
        for (var i = start; i < end; i++)
        {
            var payload = bucket.Payload(i);
            var record = MemoryMarshal.Read<RecordFacts>(payload);
            _records.Add(record);
            _holdings.Add(new Holding { Source = record.Source, Weak = record.Weak, Poignee = record.Poignee });
            foreach (var amount in MemoryMarshal.Cast<byte, MonthAmount>(payload[Unsafe.SizeOf<RecordFacts>()..]))
                _amounts.Add((record.Source, record.Groupe, amount));
        }
    }
}
