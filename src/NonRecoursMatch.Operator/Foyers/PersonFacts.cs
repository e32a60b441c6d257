using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Operator.Facts;

namespace NonRecoursMatch.Operator.Foyers;

/// <summary>
/// One person, all records together, in the order of trust: what C2S and ASPA read, and who holds the person. Spilled as raw bytes followed
/// by the holdings.
/// </summary>
struct PersonFacts
{
    public Key128 Person;
    public int OpposedScope;
    public int BirthMonth;

    /// <summary>Records chosen for C2S; <see cref="RecordFacts.IsFamily"/> and <see cref="RecordFacts.IsC2sPayer"/> say whether there is one.</summary>
    public RecordFacts RsaRecord;
    public RecordFacts C2sRecord;

    /// <summary>Record of the dossier in which the person is an adult.</summary>
    public RecordFacts FamilyRecord;

    /// <summary>Pension records merged into one.</summary>
    public RecordFacts PensionRecord;

    /// <summary>Bytes of a person with its holdings.</summary>
    public static byte[] Encode(in PersonFacts person, List<Holding> holdings)
        => [.. MemoryMarshal.AsBytes(new ReadOnlySpan<PersonFacts>(in person)), .. MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(holdings))];

    /// <summary>Reads back what <see cref="Encode"/> wrote.</summary>
    public static (PersonFacts Person, Holding[] Holdings) Decode(ReadOnlySpan<byte> bytes)
    {
        return (MemoryMarshal.Read<PersonFacts>(bytes), MemoryMarshal.Cast<byte, Holding>(bytes[Unsafe.SizeOf<PersonFacts>()..]).ToArray());
    }
}
