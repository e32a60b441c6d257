using NonRecoursMatch.Columns;
using NonRecoursMatch.Operator.Facts;
using NonRecoursMatch.Rights.Aspa;
using NonRecoursMatch.Rights.C2s;

namespace NonRecoursMatch.Operator.Foyers;

/// <summary>Chooses, among the records of one person in the order of trust, those that each benefit reads.</summary>
static class PersonAssembly
{
    /// <summary>Merges the records of a person; null when a record says that the person died or left.</summary>
    /// <param name="person">Person key.</param>
    /// <param name="records">In the order of trust.</param>
    /// <param name="lastDay">Last day of the reference month, as a day number.</param>
    public static PersonFacts? Merge(Key128 person, ReadOnlySpan<RecordFacts> records, int lastDay)
    {
        var facts = new PersonFacts
        {
            Person = person,
            BirthMonth = -1,
            RsaRecord = RecordFacts.Unknown,
            C2sRecord = RecordFacts.Unknown,
            FamilyRecord = RecordFacts.Unknown,
            PensionRecord = RecordFacts.Unknown,
        };
        foreach (ref readonly var record in records)
        {
            if (record.Left)
                return null;
            facts.OpposedScope |= record.OpposedScope;
            if (facts.BirthMonth < 0)
                facts.BirthMonth = record.BirthMonth;
            ChooseRsa(ref facts, record);
            ChooseC2s(ref facts, record, lastDay);
            if (record.IsFamily && !facts.FamilyRecord.IsFamily && IsAdult(record))
                facts.FamilyRecord = record;
            if (record.IsPension)
                AddPension(ref facts.PensionRecord, record);
        }

        return facts;
    }

    /// <summary>Whether the record makes the person an applicant or partner of its dossier.</summary>
    public static bool IsAdult(in RecordFacts record) => record.Role is DossierRole.Demandeur or DossierRole.Conjoint;

    static void ChooseRsa(ref PersonFacts facts, in RecordFacts record)
    {
        if (!record.IsFamily || !record.HasRsa)
            return;
        if (!facts.RsaRecord.IsFamily || (Paid(record) && !Paid(facts.RsaRecord)))
            facts.RsaRecord = record;

        static bool Paid(in RecordFacts family)
            => family.Rsa == RsaState.Paid && family.Role is DossierRole.Demandeur or DossierRole.Conjoint or DossierRole.Enfant;
    }

    static void ChooseC2s(ref PersonFacts facts, in RecordFacts record, int lastDay)
    {
        if (!record.IsC2sPayer)
            return;
        if (!facts.C2sRecord.IsC2sPayer || (Active(record, lastDay) && !Active(facts.C2sRecord, lastDay)))
            facts.C2sRecord = record;

        static bool Active(in RecordFacts payer, int lastDay)
            => payer.C2s is C2sState.Free or C2sState.Contributive && (payer.C2sEnd < 0 || payer.C2sEnd >= lastDay);
    }

    static void AddPension(ref RecordFacts sum, in RecordFacts record)
    {
        if (!sum.IsPension)
        {
            sum = record;
            return;
        }

        sum.Weak |= record.Weak;
        sum.Mayotte |= record.Mayotte;
        if (!sum.CompleteTotal && record.CompleteTotal)
            (sum.CompleteTotal, sum.PensionTotal) = (true, record.PensionTotal);
        if (record.PensionOwn != RecordFacts.UnknownAmount)
            sum.PensionOwn = (sum.PensionOwn == RecordFacts.UnknownAmount ? 0 : sum.PensionOwn) + record.PensionOwn;
        if (sum.PensionSituation == Situation.Unknown)
            sum.PensionSituation = record.PensionSituation;
        if (Weight(record.Aspa) > Weight(sum.Aspa))
            sum.Aspa = record.Aspa;
        if (sum.FullRate == Ternary.Unknown)
            sum.FullRate = record.FullRate;
        if (sum.ForeignCareer == Ternary.Unknown)
            sum.ForeignCareer = record.ForeignCareer;
        if (sum.InFrance == Ternary.Unknown)
            sum.InFrance = record.InFrance;
    }

    /// <summary>One scheme pays ASPA: a claim or refusal that it holds is not undone by another scheme that knows nothing of it.</summary>
    static int Weight(AspaState state) => state switch
    {
        AspaState.Paid => 4,
        AspaState.Pending => 3,
        AspaState.Refused => 2,
        AspaState.None => 1,
        _ => 0,
    };
}
