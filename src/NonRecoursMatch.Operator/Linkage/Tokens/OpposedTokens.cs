using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Packages;
using NonRecoursMatch.Formats.ColumnFiles;
using NonRecoursMatch.Operator.Partitions;

namespace NonRecoursMatch.Operator.Linkage.Tokens;

/// <summary>
/// The operator's first act (invariant I5): who objected, as tokens, spread to every source. A person who objected at one body is removed
/// from all: by NIR token wherever there is one, by identity token where there is none, and, where a name is misspelt, by resembling a record of
/// theirs (<see cref="Resolution.ResolutionRound"/>). Held in memory for the duration of the stage only;
/// its size is that of the oppositions, not of the extracts.
/// </summary>
sealed class OpposedTokens
{
    readonly Dictionary<Key128, int> _nir = [];
    readonly Dictionary<Key128, int> _identity = [];
    readonly Dictionary<(int Source, Key128 Handle), int> _records = [];

    /// <summary>Reads the opposed tokens of every package and spreads them.</summary>
    /// <param name="sources">The packages.</param>
    /// <param name="apart">Packages that hold opposed tokens only.</param>
    public static OpposedTokens Read(IReadOnlyList<LinkSource> sources, IReadOnlyList<LinkSource> apart)
    {
        var opposed = new OpposedTokens();
        foreach (var source in sources.Concat(apart))
        {
            opposed.ReadDeclared(source);
            if (source.HasOpposedAnchors)
                opposed.ReadAnchors(source);
        }

        if (opposed._identity.Count + opposed._nir.Count == 0)
            return opposed;

        ForEachToken(sources, (bearer, token) =>
        {
            if (bearer.Nir is { } strong && opposed._identity.TryGetValue(token, out var scope))
                Add(opposed._nir, strong, scope);
        });
        var spread = new List<(Key128 Token, int Scope)>();
        ForEachToken(sources, (bearer, token) =>
        {
            if (bearer.Nir is { } strong && opposed._nir.TryGetValue(strong, out var scope))
                spread.Add((token, scope));
        });
        foreach (var (token, scope) in spread)
            Add(opposed._identity, token, scope);
        ForEachToken(sources, (bearer, token) =>
        {
            if (bearer.Nir is null && opposed._identity.TryGetValue(token, out var scope))
                opposed._records[(bearer.Source, bearer.Handle)] = opposed._records.GetValueOrDefault((bearer.Source, bearer.Handle)) | scope;
        });
        return opposed;
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static OpposedTokens Read(IEnumerable<ColumnFileReader> tables)
    {
        var opposed = new OpposedTokens();
        foreach (var table in tables)
        {
            while (table.Read())
            {
                var (sources, keys, scopes) = (table.Batch[OpposedFile.Source], table.Batch[OpposedFile.Cle], table.Batch[OpposedFile.Portee]);
                for (var row = 0; row < table.Batch.Length; row++)
                {
                    if (sources.Int32OrNull(row) is { } source)
                        opposed._records[(source, keys.Keys[row])] = scopes.Int32[row];
                    else
                        opposed._nir[keys.Keys[row]] = scopes.Int32[row];
                }
            }
        }

        return opposed;
    }

    /// <summary>Writes who is opposed, in an order that depends on nothing else.</summary>
    /// <param name="table">Its columns are those of <see cref="OpposedFile"/>.</param>
    public void Write(ColumnFileWriter table)
    {
        foreach (var (key, scope) in _nir.OrderBy(nir => nir.Key))
            Append(table, null, key, scope);
        foreach (var ((source, handle), scope) in _records.OrderBy(record => record.Key.Source).ThenBy(record => record.Key.Handle))
            Append(table, source, handle, scope);
    }

    /// <summary>The benefits that the person of this record objects to, as a mask; 0 = none.</summary>
    public int ScopeOf(Bearer bearer)
        => bearer.Nir is { } strong ? _nir.GetValueOrDefault(strong) : _records.GetValueOrDefault((bearer.Source, bearer.Handle));

    /// <summary>Whether the record leaves altogether.</summary>
    public bool Removes(Bearer bearer) => ScopeOf(bearer) == PackageTables.PorteeTotale;

    /// <summary>The record turned out to be of an opposed person.</summary>
    public void Add(Bearer record) => _records[(record.Source, record.Handle)] = PackageTables.PorteeTotale;

    /// <summary>The handles of anchors that are shipped apart are of nobody but the opposed.</summary>
    void ReadAnchors(LinkSource source)
    {
        using var cursor = new TokenCursor(source, PackageTables.OppositionsAncresFile, Partition.Whole);
        while (cursor.Next())
            Add(cursor.Bearer);
    }

    void ReadDeclared(LinkSource source)
    {
        using var file = source.Open(PackageTables.OppositionsFile);
        while (file.Read())
        {
            var (kinds, tokens, scopes) = (file.Batch[PackageTables.Genre], file.Batch[PackageTables.Jeton], file.Batch[PackageTables.Portee]);
            for (var row = 0; row < file.Batch.Length; row++)
                Add(kinds.Text(row).SequenceEqual("nir"u8) ? _nir : _identity, tokens.Keys[row], scopes.Int32[row]);
        }
    }

    static void ForEachToken(IReadOnlyList<LinkSource> sources, Action<Bearer, Key128> visit)
    {
        foreach (var source in sources)
        {
            using var cursor = new TokenCursor(source, PackageTables.JetonsFile, Partition.Whole);
            while (cursor.Next())
                visit(cursor.Bearer, cursor.Token);
        }
    }

    static void Append(ColumnFileWriter table, int? source, Key128 key, int scope)
    {
        var sources = table.Batch[OpposedFile.Source];
        if (source is { } record)
            sources.Append(record);
        else
            sources.AppendNull();
        table.Batch[OpposedFile.Cle].Append(key);
        table.Batch[OpposedFile.Portee].Append(scope);
        table.RowDone();
    }

    static void Add(Dictionary<Key128, int> scopes, Key128 token, int scope)
        => scopes[token] = scopes.GetValueOrDefault(token) | scope;
}
