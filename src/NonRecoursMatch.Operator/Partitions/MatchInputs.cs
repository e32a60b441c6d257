using System.Security.Cryptography;
using System.Text;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Operator.Intake;
using NonRecoursMatch.Rights.Parameters;
using NonRecoursMatch.Trust.Manifests;

namespace NonRecoursMatch.Operator.Partitions;

/// <summary>Digest of everything that rows and counts of the steps depend on: tasks that do not share it must not share partitions.</summary>
static class MatchInputs
{
    public static string Digest(Agreement agreement, YearMonth month, RightsParameters parameters, IReadOnlyList<ReceivedPackage> packages, MonthCircumstances circumstances)
    {
        var text = new StringBuilder().AppendJoin('\n', agreement.Sha256, month, parameters.Digest);
        foreach (var package in packages)
            text.Append('\n').AppendJoin(' ', "package", package.Source.Id, FileEntry.Of(Path.Combine(package.Folder, ManifestFile.Name), ManifestFile.Name, 0).Sha256);
        foreach (var absent in circumstances.Absences.Sources)
            text.Append('\n').AppendJoin(' ', "absent", absent.Id);
        // Module ids are digests of what was compiled: the exact program.
        foreach (var type in new[] { typeof(MatchInputs), typeof(RightsParameters), typeof(Agreement), typeof(YearMonth) })
            text.Append('\n').AppendJoin(' ', "program", type.Module.ModuleVersionId);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
