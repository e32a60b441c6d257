using System.Globalization;
using NonRecoursMatch.Conventions.Agreements;

namespace NonRecoursMatch.Conventions.Reading;

/// <summary>Reads what an agreement needs of the published pseudonymisation profile.</summary>
static class ProfileReader
{
    /// <summary>Its key domain.</summary>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    public static KeyDomain KeyDomain(string path)
        => YamlComposer.Compose(File.ReadAllText(path)).Document is { } profile
            ? new KeyDomain(profile.Text("finalite"), int.Parse(profile.Text("profil"), CultureInfo.InvariantCulture), profile.Text("normalisation"))
            : throw new InvalidDataException($"{path}: not a plain YAML document");
}
