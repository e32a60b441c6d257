using System.Text;
using NonRecoursMatch.Conventions.Extracts;
using NonRecoursMatch.Holder.Identity;

namespace NonRecoursMatch.Recipient.Contacts;

/// <summary>Where things are in a table of persons: names of columns are the same in every format.</summary>
sealed record PersonColumns(
    int[] Reference, int[] Group, int UsageName, int BirthName, int GivenName, int Commune, int Protected, int Mandataire, int Nir, int BirthDateColumn, int DateType)
{
    /// <summary>Finds them.</summary>
    public static PersonColumns Of(ExtractTexts rows, TableFormat table) => new(
        [.. table.Reference.Select(rows.IndexOf)],
        [.. table.Group.Select(rows.IndexOf)],
        rows.First("nom_usage", "nom"),
        rows.IndexOf("nom_naissance"),
        rows.First("prenom1", "prenom"),
        table.Commune is { } commune ? rows.IndexOf(commune) : -1,
        rows.IndexOf("adresse_protegee"),
        rows.IndexOf("contact_mandataire"),
        rows.IndexOf("nir"),
        rows.IndexOf("date_naissance"),
        rows.IndexOf("type_date_naissance"));

    /// <summary>The canonical texts of the person of the current row.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="identity">Receives them.</param>
    public CanonicalIdentity Read(ExtractTexts rows, CanonicalIdentity identity)
    {
        // One buffer serves all the cells of a row: they are copied before the next one is asked for.
        var (birth, usage, given) = (Encoding.UTF8.GetBytes(rows.Text(BirthName)), Encoding.UTF8.GetBytes(rows.Text(UsageName)), Encoding.UTF8.GetBytes(rows.Text(GivenName)));
        var day = BirthDate.TryRead(rows.Raw(BirthDateColumn), out var date) ? date : default;
        identity.Read(rows.Raw(Nir), birth, usage, given, day, rows.Raw(DateType) is [(byte)'J'] or [(byte)'O']);
        return identity;
    }
}
