using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Operator.Facts;
using NonRecoursMatch.Rights.Mensuel;

namespace NonRecoursMatch.Operator.Foyers;

/// <summary>
/// One person, all records together: what the rules read, in the agreement's order of belief. Spilled as raw bytes followed by its holdings and
/// its amounts.
/// </summary>
struct PersonFacts
{
    public Key128 Person;
    public int OpposedScope;
    public int BirthMonth;
    public Origine Origin;

    /// <summary>Dossier, lease or C2S foyer of the person, or the person.</summary>
    public Key128 Foyer;

    /// <summary>Record of the dossier; <see cref="RecordFacts.IsFamily"/> says whether there is one.</summary>
    public RecordFacts Dossier;

    /// <summary>RSA that C2S reads.</summary>
    public EtatDroit Rsa;
    public int RsaSince;
    public bool TwoDossiers;
    public bool WeakFamily;

    /// <summary>C2S at its payer; unknown state without one.</summary>
    public CoverFacts Cover;
    public bool WeakCover;
    public bool AbsentMeansNoC2s;

    /// <summary>Pension records merged into one.</summary>
    public bool HasPension;
    public FundFacts Fund;
    public bool WeakPension;
    public bool AbsentMeansNoAspa;
    public bool Farmer;

    /// <summary>The lease of which the person is a holder.</summary>
    public LeaseFacts Lease;
    public bool AtLandlord;
    public int LandlordSource;
    public bool KnownToNoFund;

    /// <summary>Where the person lives, outside a dossier.</summary>
    public Rights.Foyers.Zone Zone;
    public bool Border;

    /// <summary>Commune of the dossier, else the first that is known.</summary>
    public int Commune;

    int _holdings;

    /// <summary>Appends a person with its holdings and amounts to <paramref name="bytes"/>.</summary>
    public static void Encode(PersonFacts person, List<Holding> holdings, List<MonthAmount> amounts, List<byte> bytes)
    {
        person._holdings = holdings.Count;
        bytes.AddRange(MemoryMarshal.AsBytes(new ReadOnlySpan<PersonFacts>(in person)));
        bytes.AddRange(MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(holdings)));
        bytes.AddRange(MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(amounts)));
    }

    /// <summary>Reads back what <see cref="Encode"/> wrote. Amounts are valid as long as <paramref name="bytes"/>.</summary>
    public static PersonFacts Decode(ReadOnlySpan<byte> bytes, out Holding[] holdings, out ReadOnlySpan<MonthAmount> amounts)
    {
        var person = MemoryMarshal.Read<PersonFacts>(bytes);
        var rest = bytes[Unsafe.SizeOf<PersonFacts>()..];
        var length = person._holdings * Unsafe.SizeOf<Holding>();
        holdings = MemoryMarshal.Cast<byte, Holding>(rest[..length]).ToArray();
        amounts = MemoryMarshal.Cast<byte, MonthAmount>(rest[length..]);
        return person;
    }
}
