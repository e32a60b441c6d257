using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Packages;
using NonRecoursMatch.Holder.Oppositions;
using NonRecoursMatch.Keys.Derivation;

namespace NonRecoursMatch.Holder.Pseudonymisation;

/// <summary>Writes the tokens of opposed persons, by kind and token: nothing tells which belong to one person.</summary>
static class OppositionWriter
{
    public static void Write(OppositionSet shipped, PackageFiles package)
    {
        var writer = package.Create(PackageTables.OppositionsFile, PackageTables.Oppositions.Fields);
        Put(PseudonymProfile.Identite, shipped.Identities);
        Put(PseudonymProfile.Nir, shipped.Nir);

        void Put(string kind, IReadOnlyDictionary<Key128, int> scopes)
        {
            var kindBytes = System.Text.Encoding.UTF8.GetBytes(kind);
            foreach (var (token, scope) in scopes.OrderBy(pair => pair.Key))
            {
                writer.Batch.Columns[0].Append(kindBytes);
                writer.Batch.Columns[1].Append(token);
                writer.Batch.Columns[2].Append(scope);
                writer.RowDone();
            }
        }
    }
}
