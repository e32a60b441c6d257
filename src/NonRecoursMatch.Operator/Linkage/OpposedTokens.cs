using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Packages;
using NonRecoursMatch.Operator.Intake;

namespace NonRecoursMatch.Operator.Linkage;

/// <summary>
/// The operator's first act (invariant I5): who objected, as tokens, spread to every source. A person who objected at one body is removed
/// from all: by NIR token wherever there is one, by identity token where there is none. Held in memory for the duration of the stage only;
/// its size is that of the oppositions, not of the extracts.
/// </summary>
sealed class OpposedTokens
{
    readonly Dictionary<Key128, int> _nir = [];
    readonly Dictionary<Key128, int> _identity = [];
    readonly Dictionary<(int Source, int Row), int> _records = [];

    /// <summary>Reads the opposed tokens of every package and spreads them.</summary>
    public static OpposedTokens Read(IReadOnlyList<ReceivedPackage> packages)
    {
        var opposed = new OpposedTokens();
        foreach (var package in packages)
            opposed.ReadDeclared(package);
        if (opposed._identity.Count + opposed._nir.Count == 0)
            return opposed;

        ForEachToken(packages, (_, token, _, nir) =>
        {
            if (nir is { } strong && opposed._identity.TryGetValue(token, out var scope))
                Add(opposed._nir, strong, scope);
        });
        var spread = new List<(Key128 Token, int Scope)>();
        ForEachToken(packages, (_, token, _, nir) =>
        {
            if (nir is { } strong && opposed._nir.TryGetValue(strong, out var scope))
                spread.Add((token, scope));
        });
        foreach (var (token, scope) in spread)
            Add(opposed._identity, token, scope);
        ForEachToken(packages, (source, token, row, nir) =>
        {
            if (nir is null && opposed._identity.TryGetValue(token, out var scope))
                opposed._records[(source, row)] = opposed._records.GetValueOrDefault((source, row)) | scope;
        });
        return opposed;
    }

    /// <summary>The benefits that the person of this record objects to, as a mask; 0 = none.</summary>
    public int ScopeOf(int source, int row, Key128? nir)
        => nir is { } strong ? _nir.GetValueOrDefault(strong) : _records.GetValueOrDefault((source, row));

    /// <summary>Whether the record leaves altogether.</summary>
    public bool Removes(int source, int row, Key128? nir) => ScopeOf(source, row, nir) == PackageTables.PorteeTotale;

    void ReadDeclared(ReceivedPackage package)
    {
        using var file = package.Open(PackageTables.OppositionsFile);
        while (file.Read())
        {
            var (kinds, tokens, scopes) = (file.Batch[PackageTables.Genre], file.Batch[PackageTables.Jeton], file.Batch[PackageTables.Portee]);
            for (var row = 0; row < file.Batch.Length; row++)
                Add(kinds.Text(row).SequenceEqual("nir"u8) ? _nir : _identity, tokens.Keys[row], scopes.Int32[row]);
        }
    }

    static void ForEachToken(IReadOnlyList<ReceivedPackage> packages, Action<int, Key128, int, Key128?> visit)
    {
        foreach (var package in packages)
        {
            using var file = package.Open(PackageTables.JetonsFile);
            while (file.Read())
            {
                var (tokens, rows, nirs) = (file.Batch[PackageTables.Jeton], file.Batch[PackageTables.Ligne], file.Batch[PackageTables.JetonNir]);
                for (var i = 0; i < file.Batch.Length; i++)
                    visit(package.Index, tokens.Keys[i], rows.Int32[i], nirs.KeyOrNull(i));
            }
        }
    }

    static void Add(Dictionary<Key128, int> scopes, Key128 token, int scope)
        => scopes[token] = scopes.GetValueOrDefault(token) | scope;
}
