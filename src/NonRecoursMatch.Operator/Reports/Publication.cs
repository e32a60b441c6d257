using System.Text.Json.Nodes;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Operator.Intake;
using NonRecoursMatch.Operator.Reports.Masking;
using NonRecoursMatch.Trust.Manifests;

namespace NonRecoursMatch.Operator.Reports;

/// <summary>
/// All that is published of a month: <c>statistiques</c> of <c>rapport.json</c>, of which the pages are made and of nothing else. Every count is
/// declared once, with the sums that tie it to others, so that one suppression protects all tables together.
/// </summary>
sealed class Publication(Agreement agreement, IReadOnlyList<ReceivedPackage> packages, StageRecord links, StageRecord foyers, StageRecord lists)
{
    /// <summary>The balance of persons, among those of benefits.</summary>
    const string Persons = "personnes";

    static readonly string[] s_verdicts = ["a_verifier", "certain", "presume"];

    readonly PublishedCounts _counts = new(agreement.Thresholds.SmallCell);

    /// <summary>The published counts by table, a mark where masked.</summary>
    public JsonObject Statistics()
    {
        Sources();
        Benefits();
        Rights();
        Links();
        Equalities();
        _counts.Suppress();
        var tree = _counts.Tree();
        var shown = new JsonObject { ["petite_cellule"] = agreement.Thresholds.SmallCell };
        foreach (var (name, table) in tree.ToList())
        {
            tree.Remove(name);
            shown[name] = table;
        }

        return shown;
    }

    /// <summary>Rows received from each source, left out by cause, sent; then without opposition, and linked.</summary>
    void Sources()
    {
        var causes = packages.SelectMany(package => Received(package).Drops).Where(drop => drop.Value > 0).Select(drop => drop.Key).Distinct(StringComparer.Ordinal).ToList();
        var (received, sent) = (new List<string>(), new List<string>());
        foreach (var package in packages)
        {
            var (source, balance) = ($"sources/{package.Source.Id}", Received(package));
            received.Add(_counts.Add($"{source}/recues", balance.RowsIn));
            sent.Add(_counts.Hide($"{source}/transmises", balance.RowsOut));
            _counts.Sum(received[^1], [sent[^1], .. causes.Select(cause => _counts.Add($"{source}/laissees/{cause}", balance.Drops.GetValueOrDefault(cause)))]);
        }

        _counts.Sum(Step("recues", packages.Sum(package => Received(package).RowsIn)), received);
        _counts.Sum(Step("transmises", packages.Sum(package => Received(package).RowsOut)), sent);
        var linked = foyers.Balances[Persons];
        _counts.Sum("entonnoir/transmises", Step("sans_opposition", linked.RowsIn), _counts.Add("oppositions/reconnues", links.Balances.Values.Sum(balance => balance.Drops.Values.Sum())));
        Step("personnes", linked.RowsOut);
    }

    /// <summary>Cases examined for each benefit: rights found by verdict, and why nothing is said of the others.</summary>
    void Benefits()
    {
        var benefits = foyers.Balances.Where(balance => balance.Key != Persons).ToList();
        var causes = benefits.SelectMany(benefit => benefit.Value.Drops).Where(drop => drop.Value > 0).Select(drop => drop.Key).Distinct(StringComparer.Ordinal).ToList();
        foreach (var (benefit, balance) in benefits)
        {
            var rights = _counts.Add($"droits/{benefit}", balance.RowsOut);
            _counts.Sum(rights, s_verdicts.Select(verdict => _counts.Add($"verdicts/{benefit}/{verdict}", foyers.Verdicts?[benefit].GetValueOrDefault(verdict) ?? 0)));
            _counts.Sum(
                _counts.Add($"examinees/{benefit}", balance.RowsIn),
                [rights, .. causes.Select(cause => _counts.Add($"causes/{benefit}/{cause}", balance.Drops.GetValueOrDefault(cause)))]);
        }

        _counts.Sum(Step("droits", benefits.Sum(benefit => benefit.Value.RowsOut)), benefits.Select(benefit => $"droits/{benefit.Key}"));
    }

    /// <summary>The rights found, by commune, by public and by recipient.</summary>
    void Rights()
    {
        const string Unknown = "inconnue";
        _counts.Sum("entonnoir/droits", (foyers.Communes ?? new Dictionary<string, long>()).Select(commune => _counts.Add($"communes/{(commune.Key.Length == 0 ? Unknown : commune.Key)}", commune.Value)).ToList());
        foreach (var (word, count) in foyers.Publics ?? new Dictionary<string, long>())
            _counts.Add($"publics/{word}", count);
        _counts.Sum(Step("lignes", lists.Balances.Values.Sum(list => list.RowsOut)), lists.Balances.Select(list => _counts.Add($"listes/{list.Key}", list.Value.RowsOut)).ToList());
        // Several rights behind one invitation: a fold of rows, of which no table speaks.
        _counts.Sum("entonnoir/droits", "entonnoir/lignes", _counts.Hide("meme_invitation", lists.Balances.Values.Sum(list => list.Drops.Values.Sum())));
    }

    /// <summary>How records were found to be one person's, and what the NIR of each source are worth: the classes share out its rows, the findings overlap.</summary>
    void Links()
    {
        foreach (var package in packages)
        {
            var source = package.Source.Id;
            var found = links.Rapprochement?.Liens.GetValueOrDefault(source);
            foreach (var kind in (string[])["certain", "probable"])
                _counts.Add($"liens/sources/{source}/{kind}", found?.Where(link => link.Key.EndsWith("_" + kind, StringComparison.Ordinal)).Sum(link => link.Value) ?? 0);
            _counts.Add($"liens/sources/{source}/revue", links.Rapprochement?.Revue.GetValueOrDefault(source)?.Values.Sum() ?? 0);
            if (package.Manifest.Nir is { } numbers)
            {
                _counts.Sum($"sources/{source}/recues", NumberCounts.Classes.Select(name => _counts.Add($"liens/nir/{source}/classes/{name}", numbers.GetValueOrDefault(name))).ToList());
                foreach (var (name, count) in numbers.Where(number => !NumberCounts.Classes.Contains(number.Key)))
                    _counts.Add($"liens/nir/{source}/constats/{name}", count);
            }
        }

        foreach (var kind in (string[])["certain", "nir", "probable"])
            _counts.Add($"liens/paires/{kind}", foyers.Paires?.Values.Sum(pair => pair.GetValueOrDefault(kind)) ?? 0);
    }

    /// <summary>
    /// Counts that are one and the same by the rules: C2S is examined for every person, RSA and prime for every foyer, and a declaration is examined
    /// where the benefit awaits it.
    /// </summary>
    void Equalities()
    {
        var examined = foyers.Balances.Keys.Where(benefit => benefit != Persons).ToList();
        foreach (var benefit in examined)
        {
            _counts.Sum("entonnoir/personnes", $"examinees/{benefit}");
            foreach (var other in examined.Where(other => string.CompareOrdinal(benefit, other) < 0))
                _counts.Sum($"examinees/{benefit}", $"examinees/{other}");
            if (benefit.StartsWith("DECLARATION_", StringComparison.Ordinal) && _counts.Has($"causes/{benefit["DECLARATION_".Length..]}/declaration_attendue"))
                _counts.Sum($"examinees/{benefit}", $"causes/{benefit["DECLARATION_".Length..]}/declaration_attendue");
        }
    }

    string Step(string name, long count) => _counts.Add($"entonnoir/{name}", count);

    static Balance Received(ReceivedPackage package) => package.Manifest.Bilan[package.Source.Format.Personnes.Name];
}
