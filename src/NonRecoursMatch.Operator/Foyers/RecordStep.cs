using System.Runtime.InteropServices;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Conventions.Territories;
using NonRecoursMatch.Formats.Spools;
using NonRecoursMatch.Operator.Facts;
using NonRecoursMatch.Operator.Intake;
using NonRecoursMatch.Operator.Partitions;

namespace NonRecoursMatch.Operator.Foyers;

/// <summary>Spills the records of a range of dossiers, with their amounts, by person.</summary>
sealed class RecordStep(IReadOnlyList<ReceivedPackage> packages, string linksFolder, YearMonth month, Perimeter perimeter, FactRanks ranks)
{
    public void Run(Partition dossiers, SpoolWriter byPerson, CancellationToken stop)
    {
        var bytes = new List<byte>();
        foreach (var package in packages)
        {
            // Records of one person come in the order of belief in birth facts, then of the agreement, however dossiers are shared among tasks.
            var order = new Key128((ulong)ranks.Of(Fact.Birth, package.Index), (ulong)package.Index);
            new RecordReader(package, linksFolder, month, perimeter).Read(
                dossiers,
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
}
