using System.Text;
using NonRecoursMatch.Holder.Anchors;
using NonRecoursMatch.Holder.Identity;

namespace NonRecoursMatch.Tests.Linkage;

/// <summary>One invented row of a file of identities.</summary>
sealed record Persona(
    string Surname = "",
    string GivenNames = "",
    string Birth = "",
    string Sex = "",
    string BirthPlace = "",
    string Residence = "",
    string UsageName = "",
    string Nir = "")
{
    public const string Header = "id;nir;nom_naissance;nom_usage;prenoms;sexe;date_naissance;commune_naissance;commune_residence";

    public BirthDate BirthDate => BirthDate.TryRead(Encoding.UTF8.GetBytes(Birth), out var birth) ? birth : default;

    public string Row(string id) => string.Join(';', id, Nir, Surname, UsageName, GivenNames, Sex, Birth, BirthPlace, Residence);

    public IdentityForms Forms()
    {
        var forms = new IdentityForms();
        forms.Read(
            new IdentityCells
            {
                BirthName = Utf8(Surname),
                UsageName = Utf8(UsageName),
                GivenNames = Utf8(GivenNames),
                Sex = Utf8(Sex),
                BirthPlace = Utf8(BirthPlace),
                Residence = Utf8(Residence),
            },
            BirthDate,
            MadeTokens.Library.Communes);
        return forms;
    }

    public CanonicalIdentity Canonical()
    {
        var identity = new CanonicalIdentity();
        identity.Read(Utf8(Nir), Utf8(Surname), Utf8(UsageName), Utf8(GivenNames), BirthDate, dayByDefault: false);
        return identity;
    }

    static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
