using System.Text;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Extracts;
using NonRecoursMatch.Conventions.Territories;
using NonRecoursMatch.Operator.Intake;
using NonRecoursMatch.Operator.Partitions;
using NonRecoursMatch.Rights.Aspa;
using NonRecoursMatch.Rights.C2s;
using NonRecoursMatch.Rights.Foyers;

namespace NonRecoursMatch.Operator.Facts;

/// <summary>Receives a record with its person and its amounts.</summary>
delegate void RecordVisit(Key128 person, in RecordFacts facts, List<MonthAmount> amounts);

/// <summary>Turns the rows of one package into <see cref="RecordFacts"/> with the person that each was linked to.</summary>
sealed class RecordReader(ReceivedPackage package, string linksFolder, YearMonth month, Perimeter perimeter)
{
    readonly List<MonthAmount> _amounts = [];
    readonly CommunePlaces _communes = new(perimeter);

    bool IsFamily => package.Source.Format.Tables.Any(table => table.Role == TableRole.ParGroupe);

    bool IsLandlord => package.Source.Kind == SourceKind.Bailleur;

    /// <summary>Visits every record of a range of groups that was not removed.</summary>
    public void Read(Partition range, RecordVisit visit, CancellationToken stop)
    {
        using var benefits = IsFamily ? new DossierBenefits(package, month, range.Start) : null;
        using var leases = IsLandlord ? new LeaseHolders(package, linksFolder, range) : null;
        using var amounts = new PersonAmounts(package, month, range.Start);
        using var rows = new LinkedRows(package, linksFolder, range);
        var columns = new RecordColumns(rows.Persons);
        var holders = 0;
        Key128? current = null;
        while (rows.Next())
        {
            if (current != rows.Groupe)
            {
                stop.ThrowIfCancellationRequested();
                current = rows.Groupe;
                amounts.MoveTo(rows.Groupe);
                benefits?.MoveTo(rows.Groupe);
                holders = leases?.Count(rows.Groupe) ?? 0;
            }

            if (rows.Person is not { } person)
                continue;
            var facts = Facts(columns, rows.Row);
            (facts.Link, facts.OpposedScope, facts.Lease.Holders) = (rows.Kind, rows.OpposedScope, holders);
            benefits?.Fill(ref facts.Family);
            _amounts.Clear();
            amounts.Fill(ref facts, _amounts);
            visit(person, facts, _amounts);
        }
    }

    RecordFacts Facts(RecordColumns columns, int row)
    {
        var facts = RecordFacts.Unknown;
        facts.Source = package.Index;
        facts.Groupe = columns.Groupe.Keys[row];
        facts.Poignee = columns.Poignee.Keys[row];
        facts.BirthMonth = columns.Birth.Int32OrNull(row) ?? -1;
        facts.Left = Known(columns.Death, row) || Known(columns.Exit, row);
        if (Known(columns.Commune, row))
            FillPlace(ref facts, columns.Commune!.Text(row));
        if (IsFamily)
            FillFamily(ref facts, columns, row);
        if (columns.C2s is not null)
            FillCover(ref facts, columns, row);
        if (columns.Pension is not null)
            FillFund(ref facts, columns, row);
        if (IsLandlord)
            FillLease(ref facts, columns, row);
        return facts;
    }

    void FillPlace(ref RecordFacts facts, ReadOnlySpan<byte> commune)
    {
        Span<char> code = stackalloc char[commune.Length];
        Encoding.ASCII.GetChars(commune, code);
        facts.Zone = ZoneDe.Commune(code);
        facts.Commune = _communes.Of(code);
        facts.Border = perimeter.Border.Count > 0 && perimeter.Border.Contains(new string(code));
    }

    static void FillFamily(ref RecordFacts facts, RecordColumns columns, int row)
    {
        ref var family = ref facts.Family;
        facts.IsFamily = true;
        family.Role = Codes.Role.Of(columns.Role, row);
        family.Situation = Codes.Situation.Of(columns.Situation, row);
        family.Married = Codes.Married.Of(columns.Situation, row);
        family.Isolated = Codes.Isolated.Of(columns.Situation, row);
        family.SituationDay = columns.SituationDay?.Int32OrNull(row) ?? -1;
        family.Alternating = Codes.YesNo.Of(columns.Alternating, row) == Ternary.Yes;
        family.Nationality = Codes.Nationality.Of(columns.Nationality, row);
        family.PermitDay = columns.Permit?.Int32OrNull(row) ?? -1;
        family.Student = Codes.YesNo.Of(columns.Student, row);
        family.Apprentice = Codes.YesNo.Of(columns.Apprentice, row);
        (family.Housing, family.Collective) = Codes.Housing.Of(columns.Housing, row);
        family.Rent = Euros(columns.Rent, row);
        family.TransferDay = Known(columns.TransferTo, row) ? columns.TransferDay?.Int32OrNull(row) ?? -1 : -1;
    }

    static void FillCover(ref RecordFacts facts, RecordColumns columns, int row)
    {
        ref var cover = ref facts.Cover;
        facts.AtC2sPayer = true;
        cover.State = Codes.C2s.Of(columns.C2s, row);
        facts.IsC2sPayer = cover.State != C2sState.Unknown;
        cover.End = columns.C2sEnd?.Int32OrNull(row) ?? -1;
        cover.Claim = columns.Claim?.Int32OrNull(row) ?? -1;
        cover.Refusal = columns.Refusal?.Int32OrNull(row) ?? -1;
        cover.UnpaidUntil = columns.Unpaid?.Int32OrNull(row) ?? -1;
    }

    static void FillFund(ref RecordFacts facts, RecordColumns columns, int row)
    {
        ref var fund = ref facts.Fund;
        facts.AtFund = true;
        fund.Own = Euros(columns.Pension, row);
        fund.Total = Euros(columns.PensionTotal, row);
        fund.NetTotal = Euros(columns.PensionNetTotal, row);
        facts.IsPension = fund.Own != RecordFacts.UnknownAmount || fund.Total != RecordFacts.UnknownAmount;
        fund.Complete = fund.Total != RecordFacts.UnknownAmount && Codes.InterRegimesComplete.Of(columns.InterRegimes, row);
        fund.Situation = Codes.Situation.Of(columns.Situation, row);
        fund.Aspa = Codes.Aspa.Of(columns.Aspa, row);
        fund.FullRate = Codes.YesNo.Of(columns.FullRate, row);
        fund.ForeignCareer = Codes.YesNo.Of(columns.ForeignCareer, row);
        fund.InFrance = !Known(columns.Country, row) ? Ternary.Unknown : columns.Country!.Text(row).SequenceEqual("FR"u8) ? Ternary.Yes : Ternary.No;
        fund.Farmer = Codes.YesNo.Of(columns.Farmer, row) == Ternary.Yes;
    }

    static void FillLease(ref RecordFacts facts, RecordColumns columns, int row)
    {
        facts.IsLandlord = true;
        facts.Lease.Role = Codes.Lease.Of(columns.Role, row);
        facts.Lease.Rent = Euros(columns.Rent, row);
        facts.Lease.Aid = Euros(columns.HousingAid, row);
    }

    /// <summary>Amounts leave their holder as cents rounded to the euro.</summary>
    static int Euros(Column? column, int row) => column?.Int64OrNull(row) is { } cents ? checked((int)(cents / 100)) : RecordFacts.UnknownAmount;

    static bool Known(Column? column, int row) => column is not null && !column.IsNull(row);
}
