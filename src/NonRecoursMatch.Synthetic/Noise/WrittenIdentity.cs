using NonRecoursMatch.Synthetic.Extracts;
using NonRecoursMatch.Synthetic.Records;

namespace NonRecoursMatch.Synthetic.Noise;

/// <summary>An identity as one source writes it.</summary>
internal sealed class WrittenIdentity
{
    /// <summary>15 characters, or empty.</summary>
    public required string Nir { get; set; }

    /// <summary>Birth name, or the only name of a landlord or CCAS that does not know it: then empty.</summary>
    public required string BirthName { get; set; }

    /// <summary>Usage name, or empty.</summary>
    public required string UsageName { get; set; }

    /// <summary>First given name.</summary>
    public required string First { get; set; }

    /// <summary>Second given name, or empty.</summary>
    public required string Second { get; set; }

    /// <summary>JJ/MM/AAAA with 00 for unknown parts, or empty.</summary>
    public required string Birth { get; set; }

    /// <summary>COG commune of birth or country, or empty.</summary>
    public required string BirthPlace { get; set; }

    /// <summary>The name under which the person is called.</summary>
    public string CalledName => UsageName.Length > 0 ? UsageName : BirthName;

    /// <summary>The true identity, as far as that body knows it.</summary>
    public static WrittenIdentity True(SourceRecord record)
    {
        var person = record.Person;
        return new WrittenIdentity
        {
            Nir = record.Source.HoldsNir ? person.Nir : "",
            BirthName = record.UsageNameOnly ? "" : person.BirthName,
            UsageName = person.UsageName ?? "",
            First = person.First.Text,
            Second = person.Second,
            Birth = Written.Birth(person.Birth, person.Precision),
            BirthPlace = person.BirthPlace,
        };
    }
}
