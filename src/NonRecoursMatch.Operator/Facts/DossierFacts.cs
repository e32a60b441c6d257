using NonRecoursMatch.Columns;
using NonRecoursMatch.Operator.Intake;
using NonRecoursMatch.Rights.C2s;

namespace NonRecoursMatch.Operator.Facts;

/// <summary>What the tables attached to a family dossier say, read in step with its persons: the three tables share one order.</summary>
sealed class DossierFacts : IDisposable
{
    readonly GroupedTable? _benefits;
    readonly GroupedTable? _resources;
    readonly YearMonth _month;
    readonly Dictionary<Key128, ResourceSums> _sums = [];

    public DossierFacts(ReceivedPackage package, YearMonth month)
    {
        _month = month;
        _benefits = GroupedTable.Open(package, "prestations");
        _resources = GroupedTable.Open(package, "ressources");
    }

    /// <summary>Whether the dossier has an RSA row.</summary>
    public bool HasRsa { get; private set; }

    /// <summary>State of that RSA.</summary>
    public RsaState Rsa { get; private set; }

    /// <summary>Day on which it opened, -1 = unknown.</summary>
    public int RsaSince { get; private set; }

    /// <summary>Whether a benefit that depends on composition is in payment.</summary>
    public bool BenefitInPayment { get; private set; }

    /// <summary>Moves to the dossier <paramref name="groupe"/>, which must not come before the previous one.</summary>
    public void MoveTo(Key128 groupe)
    {
        (HasRsa, Rsa, RsaSince, BenefitInPayment) = (false, RsaState.Unknown, -1, false);
        _sums.Clear();
        _benefits?.ForGroup(groupe, ReadBenefit);
        _resources?.ForGroup(groupe, ReadResource);
    }

    /// <summary>Fills the family part of a record.</summary>
    public void Fill(ref RecordFacts facts)
    {
        (facts.HasRsa, facts.Rsa, facts.RsaSince, facts.BenefitInPayment) = (HasRsa, Rsa, RsaSince, BenefitInPayment);
        if (!_sums.TryGetValue(facts.Poignee, out var sums) || !sums.Complete)
            return;
        facts.ResourcesKnown = true;
        (facts.Wages, facts.OtherIncome, facts.Aah, facts.PensionIncome) = (sums.Wages, sums.Other, sums.Aah, sums.Pension);
    }

    public void Dispose()
    {
        _benefits?.Dispose();
        _resources?.Dispose();
    }

    void ReadBenefit(Batch batch, int row)
    {
        var code = batch.Find("prestation")?.TextOrNull(row);
        var state = batch.Find("etat")?.TextOrNull(row);
        BenefitInPayment |= state == "2" && Codes.DependsOnComposition(code);
        if (code != "RSA")
            return;
        var since = batch.Find("date_debut")?.Int32OrNull(row) ?? -1;
        var paid = state == "2";
        // A right in payment wins over closed ones; among equals the latest speaks.
        if (!HasRsa || (paid && Rsa != RsaState.Paid) || (paid == (Rsa == RsaState.Paid) && since > RsaSince))
            (Rsa, RsaSince) = (Codes.Rsa(state), since);
        HasRsa = true;
    }

    void ReadResource(Batch batch, int row)
    {
        var age = batch.Find("mois")?.Int32OrNull(row) is { } index ? _month.Index - index : 0;
        if (age is < 1 or > 3)
            return;
        var poignee = batch[Conventions.Packages.PackageTables.Poignee].Keys[row];
        if (!_sums.TryGetValue(poignee, out var sums))
            _sums[poignee] = sums = new ResourceSums();
        sums.Add(age, batch.Find("ressources_connues")?.TextOrNull(row), batch.Find("nature")?.TextOrNull(row), batch.Find("montant")?.Int64OrNull(row) ?? 0);
    }

    /// <summary>Sums over the three months before the month of right, in cents.</summary>
    sealed class ResourceSums
    {
        int _known;
        bool _unknown;

        public long Wages { get; private set; }

        public long Other { get; private set; }

        public long Aah { get; private set; }

        public long Pension { get; private set; }

        public bool Complete => _known == 0b1110 && !_unknown;

        public void Add(int age, string? known, string? nature, long cents)
        {
            _known |= known == "O" ? 1 << age : 0;
            _unknown |= known == "N";
            switch (nature)
            {
                case "SALAIRE":
                    Wages += cents;
                    break;
                case "AAH":
                    Aah += cents;
                    break;
                case "PENSION":
                    Pension += cents;
                    break;
                default:
                    Other += Codes.CountsForAspa(nature) ? cents : 0;
                    break;
            }
        }
    }
}
