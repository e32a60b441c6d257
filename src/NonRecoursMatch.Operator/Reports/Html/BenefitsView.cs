namespace NonRecoursMatch.Operator.Reports.Html;

/// <summary>Rights by benefit: verdicts, why nothing is said of the other cases, and the rates that DREES measured.</summary>
sealed class BenefitsView(Published counts, ReportTexts texts)
{
    static readonly string[] s_order = ["RSA", "PPA", "C2S", "ASPA", "DECLARATION_RSA", "DECLARATION_PPA", "INCONNU_DES_CAISSES"];

    /// <summary>The benefits of the month, those that open a right first.</summary>
    public IReadOnlyList<string> Names { get; } = [.. counts.Names("droits").OrderBy(name => Array.IndexOf(s_order, name) is var place && place < 0 ? int.MaxValue : place).ThenBy(name => name, StringComparer.Ordinal)];

    public List<string> Titles => [.. Names.Select(Title)];

    /// <summary>Those of which some cases leave nothing else than a count.</summary>
    public List<string> TitlesWithCauses => [.. WithCauses.Select(Title)];

    IEnumerable<string> WithCauses => Names.Where(name => counts.Names($"causes/{name}").Any(cause => counts.Count($"causes/{name}/{cause}") != 0));

    /// <summary>Cases examined and rights found, by verdict.</summary>
    public List<Dictionary<string, object?>> Verdicts() => [.. Names.Select(name => new Dictionary<string, object?>
    {
        ["nom"] = Title(name),
        ["examinees"] = counts.Shown($"examinees/{name}"),
        ["droits"] = counts.Shown($"droits/{name}"),
        ["certain"] = counts.Shown($"verdicts/{name}/certain"),
        ["presume"] = counts.Shown($"verdicts/{name}/presume"),
        ["a_verifier"] = counts.Shown($"verdicts/{name}/a_verifier"),
    })];

    /// <summary>Cause by cause: counts are all that remains of these people.</summary>
    public List<Dictionary<string, object?>> Causes()
        => [.. Names.SelectMany(name => counts.Names($"causes/{name}")).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(cause => new Dictionary<string, object?>
        {
            ["cause"] = texts.OrCode("cause.", cause),
            ["nombres"] = WithCauses.Select(name => counts.Shown($"causes/{name}/{cause}")).ToList(),
        })];

    /// <summary>The share presumed this month beside the rate of DREES, where there is one.</summary>
    public List<Dictionary<string, object?>> Rates() => [.. Names.Where(NationalRates.Of.ContainsKey).Select(Rate)];

    Dictionary<string, object?> Rate(string name)
    {
        var (rights, received, share) = (counts.Count($"droits/{name}"), Received(name), 0d);
        var part = texts.Get("masque");
        if (rights is { } found && received is { } paid)
        {
            share = found + paid > 0 ? (double)found / (found + paid) : 0;
            part = found + paid > 0 ? texts.Percent(share) : texts.Get("sans_objet");
        }

        var (lowest, highest) = (NationalRates.Of[name][0], NationalRates.Of[name][^1]);
        return new Dictionary<string, object?>
        {
            ["nom"] = Title(name),
            ["droits"] = counts.Shown($"droits/{name}"),
            ["deja"] = counts.Shown(received),
            ["part"] = part,
            ["longueur"] = Published.Hundredths(share),
            ["national"] = lowest == highest ? texts.Percent(lowest / 100d) : texts.Format("drees.de_a", texts.Percent(lowest / 100d), texts.Percent(highest / 100d)),
            ["longueur_nationale"] = lowest,
            ["longueur_nationale_haute"] = highest,
            ["source"] = texts.Get("drees." + name),
        };
    }

    /// <summary>Cases where the benefit is paid already; a cause that no benefit has is nobody's.</summary>
    long? Received(string name) => counts.Names($"causes/{name}").Contains("deja_percu") ? counts.Count($"causes/{name}/deja_percu") : 0;

    string Title(string name) => texts.OrCode("sujet.", name);
}
