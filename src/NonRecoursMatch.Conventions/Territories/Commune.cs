namespace NonRecoursMatch.Conventions.Territories;

/// <summary>A current commune of the COG.</summary>
/// <param name="Code">INSEE code, five characters; Corsica has letters.</param>
/// <param name="Name">Name with accents.</param>
/// <param name="Departement">Two or three characters.</param>
/// <param name="Epci">SIREN of its EPCI (or of the Métropole de Lyon), null where it has none.</param>
/// <param name="Population">Inhabitants, 0 where the source has none.</param>
/// <param name="PostalCodes">Its postal codes; several communes may share one, so a postal code never decides a perimeter.</param>
public sealed record Commune(string Code, string Name, string Departement, string? Epci, int Population, IReadOnlyList<string> PostalCodes);
