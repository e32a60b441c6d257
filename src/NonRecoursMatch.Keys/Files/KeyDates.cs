namespace NonRecoursMatch.Keys.Files;

/// <summary>The life of a key, in days of UTC. Its end, destruction, is not here: a destroyed key has no file, and leaves a signed statement.</summary>
/// <param name="Created">Day it was drawn; null when not stated.</param>
/// <param name="Activated">First day of use; null: from the day of creation.</param>
/// <param name="Expires">Last day of use, included; null: none.</param>
/// <param name="Rotated">Day on which another key took its place; null while none has.</param>
/// <param name="Successor">Id of that other key.</param>
public sealed record KeyDates(DateOnly? Created, DateOnly? Activated = null, DateOnly? Expires = null, DateOnly? Rotated = null, string? Successor = null);
