using NonRecoursMatch.Conventions.Extracts;
using NonRecoursMatch.Synthetic.Records;

namespace NonRecoursMatch.Synthetic.Truth;

/// <summary>
/// The stated rule of linkage on true identities. True identities are unique but for deliberate homonyms, whose two households come here
/// together: what is seen is therefore all there is to know of a token.
/// </summary>
internal static class LinkRule
{
    static readonly SourceKind[] _trust = [SourceKind.Caf, SourceKind.Msa, SourceKind.Cpam, SourceKind.Carsat, SourceKind.Bailleur, SourceKind.Ccas];

    /// <summary>The persons that the rule makes of these households, opposed and departed ones left out, each with at least one NIR.</summary>
    /// <param name="perimeter">Communes of the agreement.</param>
    public static IReadOnlyList<LinkedPerson> Apply(IReadOnlyList<HouseholdCase> cases, IReadOnlySet<string> perimeter)
    {
        var records = LeaveBodies(cases, perimeter);
        var ambiguous = AmbiguousTokens(records);
        var persons = records.Where(held => held.Nir is not null)
            .GroupBy(held => held.Nir!, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
        foreach (var held in records.Where(held => held.Nir is null))
        {
            var designated = persons.Where(person => person.Value.Any(other => other.Nir is not null && other.Tokens.Intersect(held.Tokens).Except(ambiguous).Any())).ToList();
            if (designated.Count != 1)
                continue;
            held.Weak = true;
            designated[0].Value.Add(held);
        }

        return [.. persons.Values
            .Select(person => new LinkedPerson([.. person.OrderBy(held => Array.IndexOf(_trust, held.Record.Source.Kind)).ThenBy(held => held.Record.Source.Index)]))
            .Where(person => !person.Gone)
            .OrderBy(person => person.Number)];
    }

    static List<HeldRecord> LeaveBodies(IReadOnlyList<HouseholdCase> cases, IReadOnlySet<string> perimeter)
    {
        var leaving = new List<HeldRecord>();
        var opposed = new OppositionRule.Tokens();
        var all = cases.SelectMany(made => made.Records).Select(record => new HeldRecord(record)).ToLookup(held => held.Record.Source.Index);
        var oppositions = cases.SelectMany(made => made.Oppositions).ToLookup(opposition => opposition.Source.Index);
        foreach (var source in all.Select(group => group.Key).Union(oppositions.Select(group => group.Key)).Order())
        {
            List<HeldRecord> own = [.. all[source]];
            opposed.AddAll(OppositionRule.AtBody(own, [.. oppositions[source]]));
            var dropped = own.Where(held => held.Mask == Opposition.Everything || !perimeter.Contains(held.Record.Commune)).ToHashSet();
            foreach (var held in own.Where(held => !dropped.Contains(held)))
            {
                held.CompositionWithheld = held.Record.Group.Length > 0 && dropped.Any(other => other.Record.Group == held.Record.Group);
                leaving.Add(held);
            }
        }

        OppositionRule.Spread(leaving, opposed);
        return [.. leaving.Where(held => held.Mask != Opposition.Everything)];
    }

    static HashSet<ulong> AmbiguousTokens(List<HeldRecord> records)
        => [.. records.SelectMany(held => held.Tokens.Select(token => (Token: token, Held: held)))
            .GroupBy(pair => pair.Token)
            .Where(group => group.Where(pair => pair.Held.Nir is not null).Select(pair => pair.Held.Nir).Distinct(StringComparer.Ordinal).Count() > 1
                || group.GroupBy(pair => pair.Held.Record.Source.Index).Any(source => source.Count() > 1))
            .Select(group => group.Key)];
}
