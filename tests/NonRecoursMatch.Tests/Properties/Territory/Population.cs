namespace NonRecoursMatch.Tests.Properties.Territory;

/// <summary>A resident with its reference at every body that holds it.</summary>
sealed record Known(Resident Resident, IReadOnlyDictionary<string, string> References);

/// <summary>Fills a tiny territory from a seed: residents of every kind, in any mixture of bodies, entitled, receiving or neither.</summary>
static class Population
{
    static readonly string[] s_states = ["0", "1", "2", "2", "2", "3", "4", "6"];
    static readonly string[] s_c2s = ["", "N", "N", "N", "G", "P"];
    static readonly string[] s_aspa = ["", "N", "N", "N", "O", "D", "R"];
    static readonly string[] s_situations = ["", "CEL", "VEU", "DIV", "MAR", "VIM"];
    static readonly string[] s_natures = ["PENSION", "SALAIRE", "CHOMAGE"];
    static readonly string[] s_benefits = ["PPA", "APL", "ALS", "AF", "AAH"];

    /// <summary>Adds residents; two fills with other places give nobody twice.</summary>
    /// <param name="territory">Where.</param>
    /// <param name="seed">Draws them.</param>
    /// <param name="residents">How many.</param>
    /// <param name="place">Place of the first among all residents of the territory, below 1,000 in all.</param>
    public static IReadOnlyList<Known> Fill(TinyTerritory territory, int seed, int residents = 25, int place = 0)
    {
        var random = new System.Random(seed);
        return [.. Enumerable.Range(place, residents).Select(i => Add(territory, random, Resident.Of((1_000 * random.Next(1, 400)) + i, random.Next(1935, 2005), random.Next(3) == 0)))];
    }

    static Known Add(TinyTerritory territory, System.Random random, Resident resident)
    {
        var references = new Dictionary<string, string>(StringComparer.Ordinal);
        if (territory[TinyAgreement.Caf].Persons.Rows.Exists(row => row["matricule"] == resident.Number.ToString("0000000", System.Globalization.CultureInfo.InvariantCulture)))
            return new Known(resident, references);
        if (random.Next(10) < 7)
            references[TinyAgreement.Caf] = Dossier(territory[TinyAgreement.Caf], random, resident);
        if (random.Next(10) < 8)
            references[TinyAgreement.Cpam] = territory[TinyAgreement.Cpam].Insured(resident, Pick(random, s_c2s), random.Next(3) == 0 ? "15/09/2026" : "");
        if (resident.Birth.Year < 1964 && random.Next(10) < 9)
        {
            references[TinyAgreement.Carsat] = territory[TinyAgreement.Carsat].Pensioner(
                resident, System.FormattableString.Invariant($"{random.Next(200, 1_600)},{random.Next(10, 99)}"), Pick(random, s_aspa), Pick(random, s_situations));
        }

        if (random.Next(10) < 4)
            references[TinyAgreement.Bailleur] = territory[TinyAgreement.Bailleur].Tenant(resident);
        if (random.Next(10) < 3)
            references[TinyAgreement.Ccas] = territory[TinyAgreement.Ccas].Visitor(resident);
        return new Known(resident, references);
    }

    static string Dossier(TinyExtract caf, System.Random random, Resident resident)
    {
        var reference = caf.Dossier(
            resident, random.Next(3) > 0 ? Pick(random, s_states) : null, random.Next(5) == 0 ? "20/10/2026" : "01/03/2025", Pick(random, s_situations), random.Next(8) > 0);
        if (random.Next(2) == 0)
            caf.Benefit(resident, Pick(random, s_benefits), Pick(random, s_states));
        if (random.Next(3) > 0)
            caf.WholeYear(resident, Pick(random, s_natures), "350,00");
        return reference;
    }

    static string Pick(System.Random random, string[] values) => values[random.Next(values.Length)];
}
