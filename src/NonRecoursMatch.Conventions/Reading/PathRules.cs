using NonRecoursMatch.Conventions.Faults;

namespace NonRecoursMatch.Conventions.Reading;

/// <summary>
/// An agreement comes from several hands: no path in it may make the program read elsewhere than where it lies. Folders of extracts are relative and stay
/// under it; a secret may be kept elsewhere, but then by its whole path, that a reader can judge.
/// </summary>
static class PathRules
{
    /// <summary>Refuses the folder of an extract that is not under the agreement.</summary>
    public static void RequireInside(AgreementDraft draft, YamlScalar folder)
    {
        if (Path.IsPathRooted(folder.Text) || Climbs(folder.Text))
            draft.Refuse(folder, FaultCodes.PathLeaves);
    }

    /// <summary>Refuses a secret reference that climbs.</summary>
    public static void RequirePlain(AgreementDraft draft, YamlValue? reference)
    {
        if (reference is YamlScalar scalar && scalar.Text.StartsWith("file:", StringComparison.Ordinal) && Climbs(scalar.Text))
            draft.Refuse(scalar, FaultCodes.ReferenceClimbs);
    }

    static bool Climbs(string path) => path.Split('/', '\\', ':', ',').Contains("..", StringComparer.Ordinal);
}
