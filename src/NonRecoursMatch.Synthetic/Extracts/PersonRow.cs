using NonRecoursMatch.Conventions.Extracts;
using NonRecoursMatch.Synthetic.Noise;
using NonRecoursMatch.Synthetic.Population;
using NonRecoursMatch.Synthetic.Records;

namespace NonRecoursMatch.Synthetic.Extracts;

/// <summary>Fills a row of a table of persons; columns that the agreement does not ask for are left out by the file.</summary>
internal static class PersonRow
{
    /// <summary>Writes the row of one record.</summary>
    public static void Write(ExtractFile file, SourceRecord record, WrittenIdentity identity)
    {
        Identity(file, record, identity);
        Reference(file, record);
        file.Set("commune_residence", record.Commune);
        file.Set("commune", record.Commune);
        file.Set("date_deces", Written.Day(record.Death));
        file.Set("sorti_le", Written.Day(record.Left));

        file.Set("adresse_protegee", Written.YesNo(record.Person.HasProtectedAddress));
        file.Set("contact_mandataire", Written.YesNo(record.Person.HasGuardian));
        if (record.Family is { } family)
            Family(file, family);
        if (record.C2s is { } c2s)
            Cover(file, c2s);
        if (record.Pension is { } pension)
            Pension(file, pension);
        if (record.Farm is { } farm)
            file.Set("exploitant", Written.YesNo(farm.Active));
        if (record.Lease is { } lease)
            Lease(file, lease);
        if (record.Source.Kind == SourceKind.Ccas)
            file.Set("domicilie", Written.YesNo(record.Domiciled));
        file.EndRow();
    }

    /// <summary>Writes the columns of a reference.</summary>
    public static void Reference(ExtractFile file, SourceRecord record)
    {
        var bar = record.Reference.IndexOf('|', StringComparison.Ordinal);
        var (first, second) = bar < 0 ? (record.Reference, "") : (record.Reference[..bar], record.Reference[(bar + 1)..]);
        file.Set("matricule", first);
        file.Set("bail", first);
        file.Set("dossier", first);
        file.Set("rang", second);
        file.Set("rang_gemellaire", second);
        file.Set("foyer_c2s", record.Group);
    }

    static void Identity(ExtractFile file, SourceRecord record, WrittenIdentity identity)
    {
        var local = !record.Source.HoldsNir;
        file.Set("nir", identity.Nir);
        file.Set("nom", identity.CalledName);
        file.Set("nom_naissance", local && identity.UsageName.Length == 0 ? "" : identity.BirthName);
        file.Set("nom_usage", identity.UsageName);
        file.Set("prenom1", identity.First);
        file.Set("prenom", identity.First);
        file.Set("prenom2", identity.Second);
        file.Set("date_naissance", identity.Birth);
        file.Set("type_date_naissance", record.Person.Precision switch { BirthPrecision.NoDay => "J", BirthPrecision.NoDayNoMonth => "O", _ => "N" });
        file.Set("rang_naissance", "1");
        file.Set("sexe", record.Person.Man ? "M" : "F");
        file.Set("commune_naissance", identity.BirthPlace);
    }

    static void Family(ExtractFile file, FamilyMember family)
    {
        file.Set("role", family.Role);
        file.Set("situation_familiale", family.Situation);
        file.Set("date_situation", Written.Day(family.SituationSince));
        file.Set("garde_alternee", Written.YesNo(family.Alternating));
        file.Set("groupe_nationalite", family.NationalityGroup);
        file.Set("date_titre_sejour", Written.Day(family.Permit));
        file.Set("etudiant", Written.YesNo(family.Student));
        file.Set("apprenti", Written.YesNo(family.Apprentice));
        file.Set("type_occupation", family.Occupation);
        file.Amount("loyer", family.RentCents);
        file.Set("mutation_vers", family.TransferTo);
        file.Set("date_mutation", Written.Day(family.TransferDate));
    }

    static void Cover(ExtractFile file, C2sFacts c2s)
    {
        file.Set("c2s", c2s.State?.ToString() ?? "");
        file.Set("c2s_debut", Written.Day(c2s.Start));
        file.Set("c2s_fin", Written.Day(c2s.End));
        file.Set("c2s_demande_le", Written.Day(c2s.Claim));
        file.Set("c2s_refus", Written.Day(c2s.Refusal));
        file.Set("c2s_impaye_jusqu_au", Written.Day(c2s.UnpaidUntil));
    }

    static void Pension(ExtractFile file, PensionFacts pension)
    {
        file.Set("pays_residence", pension.Country);
        file.Set("situation_familiale", pension.Situation);
        file.Set("conjoint_connu", Written.YesNo(pension.PartnerKnown));
        file.Amount("pension_brute", pension.OwnCents);
        file.Amount("pension_nette", PensionFacts.NetOf(pension.OwnCents));
        if (pension.TotalCents is { } total)
        {
            file.Amount("pension_brute_totale", total);
            file.Amount("pension_nette_totale", PensionFacts.NetOf(total));
        }

        file.Set("inter_regimes", pension.InterSchemes);
        file.Set("aspa", pension.Aspa.ToString());
        file.Set("taux_plein", Written.YesNo(pension.FullRate));
        file.Set("carriere_etranger", Written.YesNo(pension.ForeignCareer));
    }

    static void Lease(ExtractFile file, LeaseFacts lease)
    {
        file.Set("role", lease.Role);
        file.Amount("loyer", lease.RentCents);
        file.Amount("aide_logement", lease.AidCents);
    }
}
