using NonRecoursMatch.Rights.Foyers;

namespace NonRecoursMatch.Rights.Households;

/// <summary>Groups of nationality: French, EEA and Switzerland, others.</summary>
static class Nationalities
{
    // Agreement on the European Economic Area since 1 January 2021, and Switzerland (agreement on the free movement of persons). GR and EL are Greece.
    static readonly HashSet<string> s_eee = new(StringComparer.Ordinal)
    {
        "AT", "BE", "BG", "CH", "CY", "CZ", "DE", "DK", "EE", "EL", "ES", "FI", "GR", "HR", "HU", "IE", "IS", "IT", "LI", "LT", "LU", "LV", "MT", "NL",
        "NO", "PL", "PT", "RO", "SE", "SI", "SK",
    };

    /// <summary>The trait of an ISO 3166 code of two capital letters; null when it is not one.</summary>
    public static Traits? Of(string code)
    {
        if (code.Length != 2 || code.AsSpan().ContainsAnyExceptInRange('A', 'Z'))
            return null;
        return code == "FR" ? Traits.None : s_eee.Contains(code) ? Traits.Eee : Traits.HorsEee;
    }
}
