using NonRecoursMatch.Conventions.Extracts;
using NonRecoursMatch.Conventions.Sidecars;

namespace NonRecoursMatch.Holder.Validation;

/// <summary>Whom an extract is about: what no check of its rows can see, and what a reader of the report must compare with the query that made it.</summary>
/// <param name="Filter">Which persons the format asks for.</param>
/// <param name="MayDeclare">Benefits for which the format lets the body declare its extract exhaustive.</param>
/// <param name="Declared">Those for which this extract is declared so: not to be in it then means "does not receive". Empty too when the sidecar cannot be read.</param>
public sealed record ExtractScope(string Filter, IReadOnlyList<string> MayDeclare, IReadOnlyList<string> Declared)
{
    /// <summary>The scope of the extract that lies in <paramref name="folder"/>.</summary>
    public static ExtractScope Of(ExtractFormat format, string folder) => new(
        format.Filter,
        [.. format.ExhaustiveFor.Select(item => item.Prestation)],
        SidecarReader.Read(Path.Combine(folder, SourceFiles.SidecarName)).Sidecar?.ExhaustiveFor ?? []);
}
