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

    /// <summary>The persons that the rule makes of these households, opposed ones left out; those who died or left are still there.</summary>
    /// <param name="perimeter">Communes of the agreement.</param>
    public static IReadOnlyList<LinkedPerson> Apply(IReadOnlyList<HouseholdCase> cases, IReadOnlySet<string> perimeter)
    {
        var records = LeaveBodies(cases, perimeter);
        CountLeaseHolders(records);
        var ambiguous = AmbiguousTokens(records);
        var persons = records.Where(held => held.Nir is not null)
            .GroupBy(held => held.Nir!, StringComparer.Ordinal)
            .Select(group => group.ToList())
            .ToList();
        var known = persons.Count;
        foreach (var held in records.Where(held => held.Nir is null))
            Join(held, persons, known, ambiguous);
        return [.. persons
            .Select(person => new LinkedPerson([.. person.OrderBy(held => Array.IndexOf(_trust, held.Record.Source.Kind)).ThenBy(held => held.Record.Source.Index)]))
            .OrderBy(person => person.Number)];
    }

    // The link is certain when they live in the same commune, weak otherwise.
    // A record without NIR joins the only person with a NIR who bears an unambiguous token of it; failing that, another record without NIR; failing
    // that it stands alone.
    static void Join(HeldRecord held, List<List<HeldRecord>> persons, int known, HashSet<ulong> ambiguous)
    {
        bool Shares(HeldRecord other) => other.Tokens.Any(token => held.Tokens.Contains(token) && !ambiguous.Contains(token));
        var designated = persons.Take(known).Where(person => person.Exists(other => other.Nir is not null && Shares(other))).ToList();
        if (designated.Count == 1)
        {
            held.Weak = !designated[0].Exists(other => other.Nir is not null && Shares(other) && other.Record.Commune == held.Record.Commune);
            designated[0].Add(held);
            return;
        }

        held.LinkPossible = designated.Count == 0 && held.Tokens.Length > 0 && !held.Tokens.Any(ambiguous.Contains)
            && !persons.Take(known).Any(person => person.Exists(other => other.Nir is not null && other.Tokens.Intersect(held.Tokens).Any()));
        if (designated.Count == 0 && persons.Skip(known).FirstOrDefault(person => person.Exists(Shares)) is { } founded)
        {
            founded.Add(held);
            foreach (var member in founded)
                member.Weak = !founded.Exists(other => other != member && other.Record.Commune == member.Record.Commune && other.Tokens.Intersect(member.Tokens).Any());
        }
        else
        {
            persons.Add([held]);
        }
    }

    static List<HeldRecord> LeaveBodies(IReadOnlyList<HouseholdCase> cases, IReadOnlySet<string> perimeter)
    {
        var leaving = new List<HeldRecord>();
        var opposed = new OppositionRule.Tokens();
        var all = cases
            .SelectMany(made => made.Records.Select(record => new HeldRecord(record, record.Family is null ? null : made.DossierOf(record))))
            .ToLookup(held => held.Record.Source.Index);
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

    static void CountLeaseHolders(List<HeldRecord> records)
    {
        foreach (var lease in records.Where(held => held.HoldsLease).GroupBy(held => (held.Record.Source.Index, held.Record.Group)))
        {
            var holders = lease.Count();
            foreach (var held in lease)
                held.LeaseHolders = holders;
        }
    }

    static HashSet<ulong> AmbiguousTokens(List<HeldRecord> records)
        => [.. records.SelectMany(held => held.Tokens.Select(token => (Token: token, Held: held)))
            .GroupBy(pair => pair.Token)
            .Where(group => group.Where(pair => pair.Held.Nir is not null).Select(pair => pair.Held.Nir).Distinct(StringComparer.Ordinal).Count() > 1
                || group.GroupBy(pair => pair.Held.Record.Source.Index).Any(source => source.Count() > 1))
            .Select(group => group.Key)];
}
