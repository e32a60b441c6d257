using NonRecoursMatch.Conventions.Extracts;

namespace NonRecoursMatch.Synthetic.Sources;

/// <summary>One source of the generated agreement.</summary>
/// <param name="Index">Position in the agreement: decides between sources of one kind.</param>
/// <param name="Id">Identifier, also the name of its folder.</param>
/// <param name="Body">Body; the two MSA sources share one.</param>
/// <param name="Name">Name for people; invented bodies say that they are.</param>
/// <param name="Format">Extract format.</param>
internal sealed record PlannedSource(int Index, string Id, SourceKind Kind, string Body, string Name, string Format)
{
    /// <summary>Whether the format carries a NIR: caisses only (a landlord or a CCAS may not hold one).</summary>
    public bool HoldsNir => Kind is not (SourceKind.Bailleur or SourceKind.Ccas);

    /// <summary>Benefits for which the body declares its extract exhaustive.</summary>
    public IReadOnlyList<string> ExhaustiveFor => Format switch
    {
        "caf/allocataires@1" or "msa/famille@1" => ["RSA", "PPA"],
        "cpam/assures@1" => ["C2S"],
        "msa/assures@1" => ["C2S", "ASPA"],
        "carsat/retraites@1" => ["ASPA"],
        _ => [],
    };

    /// <summary>The disclosure level of its body in the generated agreement.</summary>
    public string Disclosure => Kind switch
    {
        SourceKind.Bailleur => "invitation",
        SourceKind.Ccas => "droit_et_question",
        _ => "complet",
    };
}
