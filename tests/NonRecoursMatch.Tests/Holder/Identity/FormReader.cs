using System.Text;
using NonRecoursMatch.Holder.Identity;
using NonRecoursMatch.Holder.Identity.Names;
using NonRecoursMatch.Tests.Conventions;

namespace NonRecoursMatch.Tests.Holder.Identity;

/// <summary>The forms of normalisation n2 as strings.</summary>
static class FormReader
{
    public static (List<string> Full, List<string> Parts) Surnames(string birth, string usage = "")
    {
        var forms = new SurnameForms();
        forms.Read(Encoding.UTF8.GetBytes(birth), Encoding.UTF8.GetBytes(usage));
        return (
            [.. Enumerable.Range(0, forms.FullCount).Select(i => Encoding.UTF8.GetString(forms.Full(i)))],
            [.. Enumerable.Range(0, forms.PartCount).Select(i => Encoding.UTF8.GetString(forms.Part(i)))]);
    }

    public static List<string> GivenNames(string given)
    {
        var forms = new GivenNameForms();
        forms.Read(Encoding.UTF8.GetBytes(given));
        return [.. Enumerable.Range(0, GivenNameForms.Slots).Select(i => Encoding.UTF8.GetString(forms.Slot(i)))];
    }

    public static string Sound(string word)
    {
        Span<byte> key = stackalloc byte[FrenchPhonetics.LongestKey];
        return Encoding.UTF8.GetString(key[..FrenchPhonetics.Key(Encoding.UTF8.GetBytes(word), key)]);
    }

    public static (string Canonical, string Departement) Place(string cell, int birthYear)
    {
        Span<byte> place = stackalloc byte[PlaceForms.LongestPlace];
        Span<byte> departement = stackalloc byte[PlaceForms.LongestPlace];
        place = place[..PlaceForms.Canonical(Encoding.UTF8.GetBytes(cell), birthYear, ConventionFixture.Library.Communes, place)];
        departement = departement[..PlaceForms.Departement(place, departement)];
        return (Encoding.UTF8.GetString(place), Encoding.UTF8.GetString(departement));
    }
}
