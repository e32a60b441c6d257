using NonRecoursMatch.Holder.Identity;

namespace NonRecoursMatch.Recipient.Contacts;

/// <summary>
/// What a territory chooses its contacts by, from the row of the recipient's own extract alone: nothing that another body knew, so that every disclosure
/// level may have it (invariant I10).
/// </summary>
/// <param name="Iris">IRIS code, or empty.</param>
/// <param name="Qpv">Code of the priority neighbourhood, or empty.</param>
/// <param name="Housing">Key of the text of the tenure, or empty.</param>
/// <param name="Publics">Keys of the texts of the target publics that the row shows, in their order.</param>
public sealed record OwnSegment(string Iris, string Qpv, string Housing, IReadOnlyList<string> Publics)
{
    const string Tenant = "Locataire";
    const string SocialTenant = "LocataireSocial";

    // From this age on, the publics "cinquante_ans_et_plus" and "seniors" of an agreement; below 25, "moins_de_25_ans".
    const int FiftyAndOver = 50;
    const int Senior = 65;
    const int Young = 25;

    /// <summary>Always masked.</summary>
    public override string ToString() => "•••";

    /// <summary>Reads it from the current row.</summary>
    internal static OwnSegment Of(ExtractTexts rows, DateOnly today)
    {
        var housing = HousingOf(rows);
        var publics = AgePublics(rows, today).ToList();
        if (housing is Tenant or SocialTenant)
            publics.Add(Tenant);
        if (Says(rows, "exploitant"))
            publics.Add("Exploitant");
        return new OwnSegment(rows.Text(rows.IndexOf("iris")), rows.Text(rows.IndexOf("qpv")), housing, publics);
    }

    /// <summary>The tenure: a landlord's rows are leases, a CCAS knows who has its address there, a fund has the codes TYPEOCCLOG of the CNAF.</summary>
    static string HousingOf(ExtractTexts rows)
        => rows.IndexOf("bail") >= 0 ? SocialTenant : Says(rows, "domicilie") ? "Domicilie" : rows.Text(rows.IndexOf("type_occupation")) switch
        {
            "LOC" => Tenant,
            "PRO" => "Proprietaire",
            "ACC" => "Accedant",
            "HGP" or "HOP" => "Heberge",
            "HCG" or "HCO" => "Collectif",
            "HOT" => "Hotel",
            _ => "",
        };

    static IEnumerable<string> AgePublics(ExtractTexts rows, DateOnly today)
    {
        if (!BirthDate.TryRead(rows.Raw(rows.IndexOf("date_naissance")), out var date) || !date.HasMonth)
            yield break;
        var birth = new DateOnly(date.Year, date.Month, Math.Max(1, date.Day));
        if (birth.AddYears(Young) > today)
            yield return "MoinsDe25Ans";
        if (birth.AddYears(FiftyAndOver) <= today)
            yield return "CinquanteAnsEtPlus";
        if (birth.AddYears(Senior) <= today)
            yield return "Seniors";
    }

    static bool Says(ExtractTexts rows, string column) => rows.Raw(rows.IndexOf(column)).SequenceEqual("O"u8);
}
