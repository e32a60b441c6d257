using NonRecoursMatch.Operator.Linkage;
using NonRecoursMatch.Trust.Manifests;

namespace NonRecoursMatch.Operator.Reports;

/// <summary>What a stage leaves for the report, kept beside its outputs so that stages can run one by one.</summary>
/// <param name="Balances">Rows in, out and dropped, by name.</param>
/// <param name="Verdicts">Rows by benefit and verdict.</param>
/// <param name="Publics">Rows by target public.</param>
/// <param name="Communes">Rows by commune of residence.</param>
/// <param name="Rapprochement">What linkage says of itself.</param>
/// <param name="Paires">Persons that two sources have in common, by the two sources and what links them.</param>
sealed record StageRecord(
    IReadOnlyDictionary<string, Balance> Balances,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, long>>? Verdicts = null,
    IReadOnlyDictionary<string, long>? Publics = null,
    IReadOnlyDictionary<string, long>? Communes = null,
    LinkReport? Rapprochement = null,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, long>>? Paires = null)
{
    public static string PathOf(string workFolder, string stage) => Path.Combine(workFolder, $"etape-{stage}.json");

    public void Write(string workFolder, string stage) => StableJson.Write(PathOf(workFolder, stage), this);

    /// <exception cref="OperatorException">The stage has not run in this folder.</exception>
    public static StageRecord Read(string workFolder, string stage)
    {
        var path = PathOf(workFolder, stage);
        return File.Exists(path)
            ? StableJson.Read<StageRecord>(path)
            : throw new OperatorException(Refusal.InputMissing, $"stage {stage} has not run here: run `match --stage {stage}` first, with the same --out");
    }
}
