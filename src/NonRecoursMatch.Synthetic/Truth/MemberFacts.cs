using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Extracts;
using NonRecoursMatch.Rights.Aspa;
using NonRecoursMatch.Rights.C2s;
using NonRecoursMatch.Rights.Mensuel;
using NonRecoursMatch.Synthetic.Population;
using NonRecoursMatch.Synthetic.Records;
using Place = NonRecoursMatch.Rights.Mensuel.Place;

namespace NonRecoursMatch.Synthetic.Truth;

/// <summary>What the records of one person say together (docs/facts.md), as the rules of the month read it.</summary>
internal static class MemberFacts
{
    /// <summary>Makes the member of a foyer.</summary>
    /// <param name="key">The caller's number of the person.</param>
    public static Membre Of(LinkedPerson person, Place place, int key, YearMonth month)
    {
        var membre = new Membre
        {
            Cle = key,
            Place = place,
            Naissance = Birth(person),
            DeuxDossiers = person.TwoDossiers,
            ConnuDAucuneCaisse = person.KnownToNoCaisse,
            AbsenceVautNonC2s = person.HasNir && !person.HeldByPayerOf("C2S"),
            AbsenceVautNonAspa = person.HasNir && !person.HeldByPayerOf("ASPA"),
            TitulairesDuBail = person.Lease?.LeaseHolders ?? 0,
            ChezUnBailleur = person.Landlord is not null,
            LienFaibleFamille = person.Family?.Weak == true,
            LienFaiblePension = person.Pensions.Any(held => held.Weak),
            Rsa = Rsa(person),
            Pension = PensionFactsOf.Person(person),
        };
        if (person.Family?.Record.Family is { } family)
            Family(membre, family, month);
        Allowances(membre, person, month);
        Farm(membre, person);
        C2s(membre, person, month);
        return membre;
    }

    /// <summary>Age at the first day of the month, -1 when the month of birth is not known.</summary>
    public static int Age(LinkedPerson person, YearMonth month) => Birth(person) is var birth && birth < 0 ? -1 : (month.Index - birth - 1) / 12;

    /// <summary>Amounts leave a body rounded to the euro, half away from zero.</summary>
    public static double Euros(long cents) => (double)Math.Round(cents / 100m, MidpointRounding.AwayFromZero);

    /// <summary>A right as its payer states it.</summary>
    public static DroitConnu Right(Benefit benefit) => new(
        benefit.State switch
        {
            0 => EtatDroit.EnAttente,
            1 => EtatDroit.Refuse,
            2 => EtatDroit.Verse,
            3 => EtatDroit.Suspendu,
            4 => EtatDroit.DeclarationAttendue,
            _ => EtatDroit.Clos,
        },
        benefit.Start?.DayNumber ?? -1);

    /// <summary>The row that speaks for a right of a dossier: the one in payment, else the latest to open; or null.</summary>
    public static Benefit? RowOf(FamilyDossier dossier, string code)
    {
        var rows = dossier.Benefits.Where(benefit => benefit.Code == code).ToList();
        return rows.Find(benefit => benefit.State == Benefit.Paid) ?? rows.MaxBy(benefit => benefit.Start ?? DateOnly.MinValue);
    }

    // Every source copies the register: what one of them does not know of a birth date, none does.
    static int Birth(LinkedPerson person)
        => person.Records[0].Record.Person is var born && born.Precision == BirthPrecision.NoDayNoMonth ? -1 : YearMonth.Of(born.Birth).Index;

    static void Family(Membre membre, FamilyMember family, YearMonth month)
    {
        membre.Etudiant = Known(family.Student);
        membre.Apprenti = Known(family.Apprentice);
        membre.Alternance = family.Alternating == true;
        membre.Nationalite = family.NationalityGroup switch { "F" => Nationality.French, "E" => Nationality.Eea, "A" => Nationality.Other, _ => Nationality.Unknown };
        if (family.Permit is { } since)
        {
            var years = month.FirstDay.Year - since.Year;
            membre.AnneesDeTitre = Math.Max(0, since.AddYears(years) > month.FirstDay ? years - 1 : years);
        }

        ResourceFacts.Fill(membre.Ressources, family.Resources, month);
    }

    static void Allowances(Membre membre, LinkedPerson person, YearMonth month)
    {
        var payers = person.Records.Where(held => held.Record.Allowances.Count > 0).OrderBy(held => held.Record.Source.Kind != SourceKind.Cpam);
        ResourceFacts.Replace(membre.Ressources, [.. payers.Select(held => held.Record.Allowances)], month);
    }

    static void Farm(Membre membre, LinkedPerson person)
    {
        foreach (var farm in person.Records.Select(held => held.Record.Farm).OfType<FarmFacts>())
        {
            membre.Exploitant |= farm.Active;
            foreach (var (year, cents) in farm.Profits)
                membre.BeneficesAgricoles[year] = Euros(cents);
        }
    }

    static void C2s(Membre membre, LinkedPerson person, YearMonth month)
    {
        var payers = person.Records.Where(held => held.Record.C2s?.State is not null).ToList();
        if ((payers.Find(held => held.Record.C2s!.InForce(month.LastDay)) ?? payers.FirstOrDefault()) is not { } held)
            return;
        var c2s = held.Record.C2s!;
        membre.LienFaibleC2s = held.Weak;
        membre.C2s = new CouvertureC2s(
            c2s.State switch { 'G' => C2sState.Free, 'P' => C2sState.Contributive, _ => C2sState.None },
            Day(c2s.End), Day(c2s.Claim), Day(c2s.Refusal), Day(c2s.UnpaidUntil));
    }

    // Of all dossiers, the one that pays RSA where the person counts, else the first with an RSA row, else none.
    static DroitConnu Rsa(LinkedPerson person)
    {
        var found = person.Records.Where(held => held.Dossier is not null).Select(held => (held.Role, Rsa: RowOf(held.Dossier!, "RSA"))).ToList();
        if (found.Count == 0)
            return DroitConnu.Inconnu;
        var chosen = found.FindIndex(pair => pair.Rsa?.State == Benefit.Paid && Counts(pair.Role));
        if (chosen < 0)
            chosen = found.FindIndex(pair => pair.Rsa is not null);
        if (chosen < 0)
            return new DroitConnu(EtatDroit.Absent, -1);
        return Counts(found[chosen].Role) ? Right(found[chosen].Rsa!) : DroitConnu.Inconnu;
    }

    static bool Counts(string? role) => role is "DEM" or "CJT" or "ENF";

    static Ternary Known(bool? value) => value is { } known ? known ? Ternary.Yes : Ternary.No : Ternary.Unknown;

    static int Day(DateOnly? day) => day?.DayNumber ?? -1;
}
