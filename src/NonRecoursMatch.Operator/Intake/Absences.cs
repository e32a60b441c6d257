using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Conventions.Extracts;

namespace NonRecoursMatch.Operator.Intake;

/// <summary>A benefit that is not computed this month.</summary>
/// <param name="Prestation">The benefit.</param>
/// <param name="Sources">The absent sources of its payers.</param>
public sealed record SkippedBenefit(Prestation Prestation, IReadOnlyList<string> Sources)
{
    /// <summary>Name in reports.</summary>
    public string Name => Prestation.ToString().ToUpperInvariant();
}

/// <summary>
/// What a month goes without. The rule: a benefit is not computed, for anybody, when a source of its payers is declared absent (RSA and PPA:
/// CAF or MSA famille; C2S: CPAM or MSA assurés; ASPA: CARSAT or MSA assurés), since "does not receive" could not be told from "not asked".
/// Nobody is said to be known to no fund while the extract of a fund is missing.
/// </summary>
public sealed class Absences
{
    const string MsaFamily = "msa/famille@";
    const string MsaInsured = "msa/assures@";

    Absences(IReadOnlyList<AbsentSource> sources, IReadOnlyList<SkippedBenefit> skipped) => (Sources, Skipped) = (sources, skipped);

    /// <summary>Every source is there.</summary>
    public static Absences None { get; } = new([], []);

    /// <summary>The sources declared absent, in the order of the agreement.</summary>
    public IReadOnlyList<AbsentSource> Sources { get; }

    /// <summary>The benefits of the agreement that are not computed, in its order.</summary>
    public IReadOnlyList<SkippedBenefit> Skipped { get; }

    /// <summary>Applies the rule to an agreement.</summary>
    /// <exception cref="ArgumentException">A source is not in the agreement, or is declared twice.</exception>
    public static Absences Of(Agreement agreement, IReadOnlyList<AbsentSource> declared)
    {
        if (declared.FirstOrDefault(absent => agreement.Sources.All(source => source.Id != absent.Id)) is { } unknown)
            throw new ArgumentException($"{unknown.Id} is not in the agreement", nameof(declared));
        if (declared.DistinctBy(absent => absent.Id).Count() < declared.Count)
            throw new ArgumentException("a source is declared absent twice", nameof(declared));
        var sources = agreement.Sources.SelectMany(source => declared.Where(absent => absent.Id == source.Id).Select(absent => (Source: source, Absent: absent))).ToList();
        var skipped = agreement.Prestations
            .Select(prestation => new SkippedBenefit(prestation, [.. sources.Where(absent => Pays(absent.Source, prestation)).Select(absent => absent.Source.Id)]))
            .Where(benefit => benefit.Sources.Count > 0);
        return new Absences([.. sources.Select(absent => absent.Absent)], [.. skipped]);
    }

    /// <summary>Whether a source is declared absent.</summary>
    public bool Contains(string source) => Sources.Any(absent => absent.Id == source);

    /// <summary>Whether all sources of a body are declared absent: it has no person to be told about.</summary>
    public bool ContainsBody(Agreement agreement, string body) => agreement.Sources.Where(source => source.Body == body).All(source => Contains(source.Id));

    /// <summary>The agreement with the benefits that are still computed.</summary>
    /// <exception cref="OperatorException">None is left.</exception>
    public Agreement Reduce(Agreement agreement)
    {
        var left = agreement.Prestations.Where(prestation => Skipped.All(benefit => benefit.Prestation != prestation)).ToList();
        return left.Count > 0
            ? agreement with { Prestations = left }
            : throw new OperatorException(Refusal.InputMissing, $"without {string.Join(", ", Sources.Select(absent => absent.Id))} no benefit of the agreement can be computed: each needs the sources of its payers");
    }

    static bool Pays(Source source, Prestation prestation) => prestation switch
    {
        Prestation.Rsa or Prestation.Ppa => source.Kind == SourceKind.Caf || Is(source, MsaFamily),
        Prestation.C2s => source.Kind == SourceKind.Cpam || Is(source, MsaInsured),
        _ => source.Kind == SourceKind.Carsat || Is(source, MsaInsured),
    };

    static bool Is(Source source, string format) => source.Format.Id.StartsWith(format, StringComparison.Ordinal);
}
