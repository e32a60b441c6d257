using NonRecoursMatch.Columns;
using NonRecoursMatch.Operator.Intake;
using NonRecoursMatch.Rights.Foyers;
using NonRecoursMatch.Rights.Mensuel;

namespace NonRecoursMatch.Operator.Facts;

/// <summary>Benefits of a family dossier, in so far as the rules read them.</summary>
enum BenefitCode : byte
{
    /// <summary>None that a rule reads.</summary>
    Other,

    /// <summary>RSA.</summary>
    Rsa,

    /// <summary>PPA.</summary>
    Ppa,

    /// <summary>APL, ALS, ALF.</summary>
    HousingAid,

    /// <summary>AAH.</summary>
    Aah,

    /// <summary>AF.</summary>
    Af,

    /// <summary>CF.</summary>
    Cf,

    /// <summary>ASF.</summary>
    Asf,

    /// <summary>PAJE base allowance.</summary>
    PajeBase,

    /// <summary>PreParE.</summary>
    Prepare,
}

/// <summary>What the table of benefits says of each dossier, read in step with its persons.</summary>
sealed class DossierBenefits : IDisposable
{
    readonly GroupedTable? _table;
    readonly YearMonth _month;
    FamilyFacts _facts;

    public DossierBenefits(ReceivedPackage package, YearMonth month, Key128 start)
    {
        _month = month;
        _table = GroupedTable.Open(package, "prestations", start);
    }

    /// <summary>Moves to the dossier <paramref name="groupe"/>, which must not come before the previous one.</summary>
    public void MoveTo(Key128 groupe)
    {
        _facts = new FamilyFacts { Rsa = EtatDroit.Absent, RsaSince = -1, Ppa = EtatDroit.Absent, PpaSince = -1 };
        while (_table is not null && _table.Next(groupe, out var row))
            Read(_table, row);
    }

    /// <summary>Copies what was read into the family part of a record.</summary>
    public void Fill(ref FamilyFacts family)
    {
        (family.Rsa, family.RsaSince, family.Ppa, family.PpaSince) = (_facts.Rsa, _facts.RsaSince, _facts.Ppa, _facts.PpaSince);
        (family.AahPaid, family.BenefitPaid, family.Paid) = (_facts.AahPaid, _facts.BenefitPaid, _facts.Paid);
    }

    public void Dispose() => _table?.Dispose();

    void Read(GroupedTable table, int row)
    {
        var code = Codes.Benefit.Of(table.Column("prestation"), row);
        var state = Codes.State.Of(table.Column("etat"), row);
        var since = table.Column("date_debut")?.Int32OrNull(row) ?? -1;
        switch (code)
        {
            case BenefitCode.Rsa:
                Choose(ref _facts.Rsa, ref _facts.RsaSince, state, since);
                break;
            case BenefitCode.Ppa:
                Choose(ref _facts.Ppa, ref _facts.PpaSince, state, since);
                break;
        }

        if (state != EtatDroit.Verse)
            return;
        _facts.AahPaid |= code == BenefitCode.Aah;
        _facts.BenefitPaid |= code is BenefitCode.Rsa or BenefitCode.Ppa or BenefitCode.HousingAid or BenefitCode.Asf or BenefitCode.Aah;
        if (KindOf(code) is { } kind && table.Column("montant")?.Int64OrNull(row) is { } cents)
            Pay(kind, (int)(cents / 100), since);
    }

    /// <summary>A right in payment wins over others; among equals the latest speaks.</summary>
    static void Choose(ref EtatDroit known, ref int knownSince, EtatDroit state, int since)
    {
        var (paid, before) = (state == EtatDroit.Verse, known == EtatDroit.Verse);
        if (known == EtatDroit.Absent || (paid && !before) || (paid == before && since > knownSince))
            (known, knownSince) = (state, since);
    }

    void Pay(Verse kind, int euros, int since)
    {
        ref var paid = ref _facts.Paid[(int)kind];
        var months = since < 0 ? Serie.Mois - 1 : Math.Max(0, _month.Index - YearMonth.Of(DateOnly.FromDayNumber(since)).Index);
        paid.Since = paid.Euros == 0 ? months : Math.Max(paid.Since, months);
        paid.Euros += euros;
    }

    static Verse? KindOf(BenefitCode code) => code switch
    {
        BenefitCode.HousingAid => Verse.AideLogement,
        BenefitCode.Af => Verse.Af,
        BenefitCode.Cf => Verse.Cf,
        BenefitCode.Asf => Verse.Asf,
        BenefitCode.PajeBase => Verse.PajeBase,
        BenefitCode.Prepare => Verse.PajePrepare,
        _ => null,
    };
}
