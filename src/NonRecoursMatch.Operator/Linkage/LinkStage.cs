using System.Buffers.Binary;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Packages;
using NonRecoursMatch.Formats.ColumnFiles;
using NonRecoursMatch.Formats.Spools;
using NonRecoursMatch.Operator.Intake;
using NonRecoursMatch.Trust.Manifests;

namespace NonRecoursMatch.Operator.Linkage;

/// <summary>Stage <c>links</c>: removes the opposed, then gives every record its person.</summary>
sealed class LinkStage(IReadOnlyList<ReceivedPackage> packages, string workFolder)
{
    const int CandidateSize = sizeof(int) + sizeof(byte) + Key128.Size;

    /// <summary>Writes one link file per source and returns the balance of each.</summary>
    public IReadOnlyDictionary<string, Balance> Run(CancellationToken stop)
    {
        var opposed = OpposedTokens.Read(packages);
        var candidates = packages.ToDictionary(
            package => package.Index,
            package => new SortSpool(Path.Combine(workFolder, "candidats-" + package.Source.Id), package.Persons * (CandidateSize + 36)));
        try
        {
            CollectCandidates(opposed, candidates, stop);
            var balances = new SortedDictionary<string, Balance>(StringComparer.Ordinal);
            foreach (var package in packages)
                balances[package.Source.Id] = Decide(package, opposed, candidates[package.Index], stop);
            return balances;
        }
        finally
        {
            foreach (var spool in candidates.Values)
                spool.Dispose();
        }
    }

    void CollectCandidates(OpposedTokens opposed, Dictionary<int, SortSpool> candidates, CancellationToken stop)
    {
        var scale = packages.ToDictionary(package => package.Index, package => ulong.MaxValue / (ulong)Math.Max(1, package.Persons));
        var payload = new byte[CandidateSize];
        WeakTokenMerge.Run(packages, opposed, Examine, stop);

        void Examine(IReadOnlyList<Bearer> bearers) => WeakLinkRule.Apply(bearers, (bearer, says, person) =>
        {
            BinaryPrimitives.WriteInt32LittleEndian(payload, bearer.Row);
            payload[sizeof(int)] = (byte)says;
            person.Write(payload.AsSpan(sizeof(int) + 1));
            // Row numbers are stretched over the whole key range, so that partitions stay equal and in row order.
            candidates[bearer.Source].Add(new Key128((ulong)bearer.Row * scale[bearer.Source], 0), default, payload);
        });
    }

    Balance Decide(ReceivedPackage package, OpposedTokens opposed, SortSpool candidates, CancellationToken stop)
    {
        using var pending = Decisions(candidates).GetEnumerator();
        var hasPending = pending.MoveNext();
        using var persons = package.Open(PackageTables.PersonnesFile);
        using var links = new ColumnFileWriter(Path.Combine(workFolder, LinkFile.NameFor(package.Source.Id)), LinkFile.Schema);
        var (keys, kinds, scopes) = (links.Batch[LinkFile.Personne], links.Batch[LinkFile.Lien], links.Batch[LinkFile.Oppose]);
        var row = 0;
        long removed = 0;
        while (persons.Read())
        {
            stop.ThrowIfCancellationRequested();
            var nirs = persons.Batch[PackageTables.JetonNir];
            for (var i = 0; i < persons.Batch.Length; i++, row++)
            {
                Key128? joined = null;
                var sole = false;
                if (hasPending && pending.Current.Row == row)
                {
                    (joined, sole) = (pending.Current.Person, pending.Current.Sole);
                    hasPending = pending.MoveNext();
                }

                var nir = nirs.KeyOrNull(i);
                var scope = opposed.ScopeOf(package.Index, row, nir);
                scopes.Append(scope);
                if (scope == PackageTables.PorteeTotale)
                {
                    removed++;
                    keys.AppendNull();
                    kinds.Append((int)LinkKind.Alone);
                }
                else
                {
                    keys.Append(nir ?? joined ?? WeakLinkRule.Alone(package.Index, row));
                    kinds.Append((int)(nir is not null ? LinkKind.Strong : joined is not null ? LinkKind.Weak : sole ? LinkKind.Sole : LinkKind.Alone));
                }

                links.RowDone();
            }
        }

        links.Complete();
        return new Balance(row, row - removed, new SortedDictionary<string, long>(StringComparer.Ordinal) { ["oppose"] = removed });
    }

    /// <summary>
    /// One decision per record, in row order: the only person that its tokens designate, or null when they designate none or several; and whether
    /// none of its tokens is anybody else's.
    /// </summary>
    static IEnumerable<(int Row, Key128? Person, bool Sole)> Decisions(SortSpool candidates)
    {
        foreach (var partition in candidates.LoadAll())
        {
            for (var start = 0; start < partition.Count;)
            {
                var end = partition.EndOfRun(start);
                Key128? person = null;
                var (conflict, sole) = (false, true);
                for (var i = start; i < end; i++)
                {
                    var payload = partition.Payload(i);
                    var says = (TokenSays)payload[sizeof(int)];
                    sole &= says == TokenSays.Nobody;
                    if (says != TokenSays.One)
                        continue;
                    var designated = Key128.Read(payload[(sizeof(int) + 1)..]);
                    conflict |= person is { } other && other != designated;
                    person = designated;
                }

                yield return (BinaryPrimitives.ReadInt32LittleEndian(partition.Payload(start)), conflict ? null : person, sole);
                start = end;
            }
        }
    }
}
