using NonRecoursMatch.Columns;
using NonRecoursMatch.Rights.C2s;
using NonRecoursMatch.Synthetic.Records;

namespace NonRecoursMatch.Synthetic.Truth;

/// <summary>What some extract holds of a person's RSA and C2S, put into the columns of the rule.</summary>
internal static class TrueC2s
{
    /// <summary>The dossier that the benefit reads: the first with RSA in payment where the person counts, else the first with an RSA row; or null.</summary>
    public static (HeldRecord Held, Benefit Rsa)? Rsa(LinkedPerson person, IReadOnlyList<FamilyDossier> dossiers)
    {
        var found = person.Records
            .Where(held => held.Record.Family is not null)
            .Select(held => (Held: held, Rsa: RsaOf(held, dossiers)))
            .Where(pair => pair.Rsa is not null)
            .Select(pair => (pair.Held, Rsa: pair.Rsa!))
            .ToList();
        if (found.Count == 0)
            return null;
        var paid = found.FindIndex(pair => pair.Rsa.State == 2 && Counts(pair.Held));
        return found[Math.Max(0, paid)];
    }

    /// <summary>Fills row <paramref name="at"/>.</summary>
    public static void Fill(C2sParRsaColumns columns, int at, LinkedPerson person, HeldRecord family, Benefit rsa, YearMonth month)
    {
        columns.Rsa[at] = !Counts(family) ? RsaState.Unknown : rsa.State switch
        {
            0 => RsaState.Pending,
            1 => RsaState.Refused,
            2 => RsaState.Paid,
            3 or 4 => RsaState.Suspended,
            _ => RsaState.Closed,
        };
        columns.RsaSince[at] = Day(rsa.Start);
        var payers = person.Records.Where(held => held.Record.C2s?.State is not null).Select(held => (Held: held, C2s: held.Record.C2s!)).ToList();
        columns.FoundAtPayer[at] = payers.Count > 0;
        columns.WeakLink[at] = family.Weak;
        if (payers.Count == 0)
            return;
        var running = payers.FindIndex(payer => payer.C2s.State is 'G' or 'P' && (payer.C2s.End is null || payer.C2s.End >= month.LastDay));
        var (held, c2s) = payers[Math.Max(0, running)];
        columns.C2s[at] = c2s.State switch { 'G' => C2sState.Free, 'P' => C2sState.Contributive, _ => C2sState.None };
        columns.C2sEnd[at] = Day(c2s.End);
        columns.Claim[at] = Day(c2s.Claim);
        columns.Refusal[at] = Day(c2s.Refusal);
        columns.UnpaidUntil[at] = Day(c2s.UnpaidUntil);
        columns.WeakLink[at] |= held.Weak;
    }

    static bool Counts(HeldRecord held) => !held.CompositionWithheld && held.Record.Family!.Role is ("DEM" or "CJT" or "ENF");

    static Benefit? RsaOf(HeldRecord held, IReadOnlyList<FamilyDossier> dossiers)
        => dossiers.First(dossier => dossier.Matricule == held.Record.Group && dossier.Source.Index == held.Record.Source.Index)
            .Benefits.Find(benefit => benefit.Code == "RSA");

    static int Day(DateOnly? day) => day?.DayNumber ?? -1;
}
